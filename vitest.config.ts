/** @file The vitest projects: unit tests beside their files, boundary, forgetting and migration tests in tests/. */
import { defineConfig } from 'vitest/config'

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const
/** Tests of what ships run the built app; it is built once, before them, when it is stale. */
const built = { globalSetup: ['tests/fixtures/build.ts'], hookTimeout: 180_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/fixtures/**/*.test.{ts,tsx}',
            'tests/migrations/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...node,
          ...built,
          name: 'boundary',
          include: ['tests/boundary/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          ...built,
          name: 'forgetting',
          include: ['tests/forgetting/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
})

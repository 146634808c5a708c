/** @file The vitest projects: unit tests beside their files, and what spans several folders in tests/. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * A limit ends what hangs; it never judges how fast a machine is. Minutes, because a busy one takes minutes for
 * what a quiet one does in seconds.
 */
const PATIENCE_MS = process.env.HOLDSPACE_STRESS === 'full' ? 4 * 3_600_000 : 300_000
const node = {
  environment: 'node' as const,
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  expect: { poll: { timeout: PATIENCE_MS / 2 } },
  setupFiles: ['tests/fixtures/patience.ts'],
}
/** Tests of what ships run the built app; it is built once, before them, when it is stale. */
const built = { ...node, globalSetup: ['tests/fixtures/build.ts'] }
const stress = ['src/**/*.stress.test.ts', 'tests/**/*.stress.test.ts']

export default defineConfig({
  test: {
    // Vitest leaves one processor to others; with two that would be half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          // The files of one worker share what they import: loading it anew cost as much as the tests.
          isolate: false,
          include: [
            'src/**/*.test.ts',
            'tests/fixtures/**/*.test.ts',
            'tests/promises/**/*.test.ts',
            'tests/migrations/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: stress,
        },
      },
      {
        test: {
          ...node,
          name: 'components',
          environment: 'jsdom',
          isolate: false,
          setupFiles: [...node.setupFiles, 'tests/fixtures/after-component.ts'],
          include: ['src/**/*.test.tsx', 'tests/fixtures/**/*.test.tsx'],
          exclude: stress,
        },
      },
      { test: { ...node, name: 'stress', include: stress } },
      {
        test: { ...built, name: 'boundary', include: ['tests/boundary/**/*.test.ts'], exclude: stress },
      },
      { test: { ...built, name: 'forgetting', include: ['tests/forgetting/**/*.test.ts'] } },
    ],
  },
})

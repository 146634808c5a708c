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
/** The unit tests: rules beside their files, promises, migrations. */
const unit = [
  'src/**/*.test.ts',
  'tests/fixtures/**/*.test.ts',
  'tests/promises/**/*.test.ts',
  'tests/migrations/**/*.test.ts',
  'scripts/**/*.test.ts',
]
/** Unit tests that go through every step, page or form of something: a third of the work, in `npm test` alone. */
const series = [
  'src/main/vault/backup/{making,opening,readable,restore,restore-steps}.test.ts',
  'src/main/vault/files/{damage,disk-full,gone,log-damage}.test.ts',
  'src/main/vault/forget/{forget-steps,search-residue}.test.ts',
  'src/main/vault/move/move.test.ts',
  'src/main/vault/unlock/secrets.test.ts',
  'src/renderer/console/debrief/linter/hard-texts.test.ts',
]
const components = {
  ...node,
  environment: 'jsdom' as const,
  isolate: false,
  setupFiles: [...node.setupFiles, 'tests/fixtures/after-component.ts'],
}

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
          include: unit,
          exclude: stress,
        },
      },
      {
        test: {
          ...components,
          name: 'components',
          include: ['src/**/*.test.tsx', 'tests/fixtures/**/*.test.tsx'],
          exclude: stress,
        },
      },
      // Of `npm run check`: parts of the two above, which have them as well.
      { test: { ...node, name: 'quick', isolate: false, include: unit, exclude: [...stress, ...series] } },
      {
        test: { ...components, name: 'lists', include: ['src/renderer/console/page-stores.test.tsx'] },
      },
      { test: { ...node, name: 'stress', include: stress } },
      {
        test: { ...built, name: 'boundary', include: ['tests/boundary/**/*.test.ts'], exclude: stress },
      },
      { test: { ...built, name: 'forgetting', include: ['tests/forgetting/**/*.test.ts'] } },
    ],
  },
})

/** @file The vitest projects: unit tests beside their files, and what spans several folders in tests/. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { HANGS_AFTER_MS, WAITED_MS } from './tests/fixtures/hangs-after.mjs'
import { memoryFolder } from './tests/fixtures/memory-folder.mjs'

const node = {
  environment: 'node' as const,
  testTimeout: HANGS_AFTER_MS,
  hookTimeout: HANGS_AFTER_MS,
  expect: { poll: { timeout: WAITED_MS } },
  setupFiles: ['tests/fixtures/patience.ts'],
}
/** A memory as a disk, where there is one with room: a save waits for no platter. What is proved of files is the same. */
const memory = memoryFolder()
const inMemory = { ...node, ...(memory === null ? {} : { env: { TMPDIR: memory } }) }
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
  'src/main/insight/disclosure/attacks.test.ts',
  'src/main/insight/roll-up/roll-up.test.ts',
  'src/main/vault/backup/{making,opening,readable,restore,restore-steps}.test.ts',
  'src/main/vault/files/{damage,disk-full,gone,log-damage}.test.ts',
  'src/main/vault/forget/{forget-steps,search-residue}.test.ts',
  'src/main/vault/move/move.test.ts',
  'src/main/vault/unlock/secrets.test.ts',
  'src/main/one-bad-row.test.ts',
  'src/renderer/console/debrief/linter/hard-texts.test.ts',
  // A database of its own, started and filled.
  'scripts/roll-up.test.ts',
]
/** It searches its own process's memory, which is small where no other file has left its modules. */
const apart = ['src/renderer/console/meeting/live/forgetting.test.ts']
const components = {
  ...inMemory,
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
          ...inMemory,
          name: 'unit',
          // The files of one worker share what they import: loading it anew cost as much as the tests.
          isolate: false,
          include: unit,
          exclude: [...stress, ...apart],
        },
      },
      { test: { ...inMemory, name: 'apart', include: apart } },
      {
        test: {
          ...components,
          name: 'components',
          include: ['src/**/*.test.tsx', 'tests/fixtures/**/*.test.tsx', 'tests/promises/**/*.test.tsx'],
          exclude: stress,
        },
      },
      // Of `npm run check`: parts of the two above, which have them as well.
      {
        test: {
          ...inMemory,
          name: 'quick',
          isolate: false,
          include: unit,
          exclude: [...stress, ...series, ...apart],
        },
      },
      {
        test: { ...components, name: 'lists', include: ['src/renderer/console/page-stores.test.tsx'] },
      },
      { test: { ...inMemory, name: 'stress', include: stress } },
      {
        test: { ...built, name: 'boundary', include: ['tests/boundary/**/*.test.ts'], exclude: stress },
      },
      { test: { ...built, name: 'forgetting', include: ['tests/forgetting/**/*.test.ts'] } },
    ],
  },
})

/** @file What each npm script runs: one table for `npm run`, `npm run check` and `npm test`. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './pinned-node.mjs'

/** A tool's own script, started with Node itself: the files in `.bin` choose a Node of their own. */
const tool = (file, ...words) => [join(root, 'node_modules', file), ...words]
const vitest = (...words) => tool('vitest/vitest.mjs', 'run', ...words)
const biome = (...words) => tool('@biomejs/biome/bin/biome', 'check', ...words, '.')

/**
 * What the two type checkers, which are Go, are told where they run beside other work: to collect what they leave behind less
 * often, and not to check twice, in two threads that share nothing, what few processors must then do one after the other.
 */
export const besideOtherWork = {
  GOGC: '400',
  ...(availableParallelism() <= 4 ? { GOMAXPROCS: '1' } : {}),
}

/**
 * Commands of each task, in order: a script and its words.
 *
 * @type {Readonly<Record<string, readonly (readonly string[])[]>>}
 */
export const tasks = {
  build: [tool('electron-vite/bin/electron-vite.js', 'build')],
  types: [tool('typescript/bin/tsc', '--noEmit', '--checkers', `${Math.ceil(availableParallelism() / 4)}`)],
  lint: [biome(), tool('oxlint/bin/oxlint', '--type-aware', 'src', 'scripts', 'tests', 'bench')],
  format: [biome('--write')],
  house: [[join(root, 'scripts/house-rules.mjs')]],
  unit: [vitest('--project', 'unit', '--project', 'components', '--project', 'apart')],
  /** For `npm run check`: without the components, and without what goes through every step of something. */
  'unit:quick': [vitest('--project', 'quick', '--project', 'lists', '--project', 'apart')],
  /** The short form, for `npm test`. */
  stress: [vitest('--project', 'stress')],
  /** `npm run stress`: all that counts rounds, at its full count. Hours. */
  'stress:full': [
    vitest('--project', 'stress', '--project', 'unit', '--project', 'apart'),
    tool('@playwright/test/cli.js', 'test', 'tests/e2e/hostile.spec.ts'),
    [join(root, 'scripts/walls.mjs')],
  ],
  walls: [[join(root, 'scripts/walls.mjs')]],
  boundary: [vitest('--project', 'boundary')],
  forgetting: [vitest('--project', 'forgetting')],
  e2e: [tool('@playwright/test/cli.js', 'test')],
  'roll-up': [
    [
      '--import',
      pathToFileURL(join(root, 'tests/fixtures/ts-resolution.mjs')).href,
      join(root, 'scripts/roll-up.ts'),
    ],
  ],
  bench: [[join(root, 'bench/run.mjs')]],
  screens: [[join(root, 'docs/screens/take.mjs')]],
  words: [
    [
      '--import',
      pathToFileURL(join(root, 'tests/fixtures/ts-resolution.mjs')).href,
      join(root, 'scripts/note-translations.ts'),
    ],
  ],
  'migrations:generate': [tool('drizzle-kit/bin.cjs', 'generate')],
}

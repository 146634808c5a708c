/** @file Benches of the console's own work: the linter at a pause, the roster in a flood. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { quantile, row } from './statistics.mjs'

const RUNS = 30
/** A person does not feel a pause of this length after the last key. */
const PAUSE_MS = 50
/** A frame at 60 a second. */
const FRAME_MS = 16

/** The two rows: 95th percentiles against what a person feels. */
export const consoleWorkRows = async (workDir) => {
  const root = join(import.meta.dirname, '..')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'bench/console-work.ts'),
      outDir: workDir,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'console-work.mjs' } },
    },
  })
  const { lintTimesMs, rosterTimesMs } = await import(pathToFileURL(join(workDir, 'console-work.mjs')).href)
  const lintMs = quantile(await lintTimesMs(RUNS), 0.95)
  const rosterMs = quantile(rosterTimesMs(RUNS), 0.95)
  return [
    row('linter, 4,000 characters against 500 names, p95, vs a pause', 'ms', PAUSE_MS, lintMs, 1),
    row('roster, 1,000 events about 500 people, p95, vs a frame', 'ms', FRAME_MS, rosterMs, 1),
  ]
}

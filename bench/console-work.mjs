/** @file Benches of the console's own work: the linter at a pause, the roster in a flood, the room's memory. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { quantile, row } from './statistics.mjs'

const RUNS = 30
/** A person does not feel a pause of this length after the last key. */
const PAUSE_MS = 50
/** A frame at 60 a second. */
const FRAME_MS = 16

const TEN_MINUTES_S = 600
const EIGHT_HOURS_S = 28_800

/** Bytes that are still reachable, after a full collection. */
const heapBytes = () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

const bundle = async (workDir) => {
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
  return import(pathToFileURL(join(workDir, 'console-work.mjs')).href)
}

/** The row of the room's memory: what the console's model of a room holds on to, without its drawing. */
export const roomMemoryRow = async (workDir) => {
  const { playLongEvening } = await bundle(workDir)
  const [early, late] = await playLongEvening(heapBytes, [TEN_MINUTES_S, EIGHT_HOURS_S])
  return row(
    'heap of the room after 8 simulated hours of joins and leaves, vs after 10 minutes',
    'MB',
    early / 1e6,
    late / 1e6,
    1.1,
  )
}

/** Two rows: 95th percentiles against what a person feels. */
export const consoleWorkRows = async (workDir) => {
  const { lintTimesMs, rosterTimesMs } = await bundle(workDir)
  const lintMs = quantile(await lintTimesMs(RUNS), 0.95)
  const rosterMs = quantile(rosterTimesMs(RUNS), 0.95)
  return [
    row('linter, 4,000 characters against 500 names, p95, vs a pause', 'ms', PAUSE_MS, lintMs, 1),
    row('roster, 1,000 events about 500 people, p95, vs a frame', 'ms', FRAME_MS, rosterMs, 1),
  ]
}

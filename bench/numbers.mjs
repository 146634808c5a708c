/** @file Bench of the numbers' page: what a report over ten years of twenty groups, and a roll-up, cost. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { row } from './statistics.mjs'

/** Runs a file of this folder in a process of its own, and reads the last line that it prints. */
const figuresOf = (file) => {
  const resolution = join(import.meta.dirname, '../tests/fixtures/ts-resolution.mjs')
  const printed = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', pathToFileURL(resolution).href, join(import.meta.dirname, file)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(printed.trim().split('\n').at(-1))
}

/** Three rows. The proof of what may leave is no query: it is told beside them. */
export const numbersRows = () => {
  const { bareMs, readMs, proofMs } = figuresOf('numbers.ts')
  console.log(`proof of what may leave of a charter's year: ${proofMs.toFixed(0)} ms, beside the rows below`)
  const rolled = figuresOf('roll-up.ts')
  return [
    row('report of a year over 10 years x 20 groups, vs the bare SQL', 'ms', bareMs, readMs, 2),
    row(
      'roll-up of 1,000 sealed bundles, counted, vs opening and parsing them',
      'ms',
      rolled.readMs,
      rolled.rollUpMs,
      3,
    ),
    row('heap after 1,000 bundles vs after 200', 'MB', rolled.heapAfterSome, rolled.heapAfterAll, 1.1),
  ]
}

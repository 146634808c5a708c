/** @file Bench of the numbers' page: what a report over ten years of twenty groups costs beside its bare SQL. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { row } from './statistics.mjs'

/** One row. The proof of what may leave is no query: it is told beside it. */
export const numbersRows = () => {
  const resolution = join(import.meta.dirname, '../tests/fixtures/ts-resolution.mjs')
  const printed = execFileSync(
    process.execPath,
    ['--import', pathToFileURL(resolution).href, join(import.meta.dirname, 'numbers.ts')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const { bareMs, readMs, proofMs } = JSON.parse(printed.trim().split('\n').at(-1))
  console.log(`proof of what may leave of a charter's year: ${proofMs.toFixed(0)} ms, beside the row below`)
  return [row('report of a year over 10 years x 20 groups, vs the bare SQL', 'ms', bareMs, readMs, 2)]
}

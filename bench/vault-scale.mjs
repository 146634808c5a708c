/** @file Benches of the vault at scale: what a person waits for with 50,000 debriefs and 10,000 sessions. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { row } from './statistics.mjs'

/** No call blocks for longer than this, or a key pressed meanwhile is felt to be late. */
const BLOCK_MS = 50

/** Five rows; a minute or two, most of it for making the vault. */
export const vaultScaleRows = () => {
  const resolution = join(import.meta.dirname, '../tests/fixtures/ts-resolution.mjs')
  const printed = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', pathToFileURL(resolution).href, join(import.meta.dirname, 'vault-scale.ts')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const figures = JSON.parse(printed.trim().split('\n').at(-1))
  const at = 'at 50,000 debriefs'
  return [
    row(`What is kept, first page, ${at}, vs its bare SQL`, 'ms', figures.keptBareMs, figures.keptMs, 2),
    row(
      `debrief search, p95, ${at}, vs plain SQLite FTS5`,
      'ms',
      figures.searchBareMs,
      figures.searchMs,
      1.5,
    ),
    row(
      `forgetting one, gone, ${at}, vs a bare DELETE and commit`,
      'ms',
      figures.forgetBareMs,
      figures.goneMs,
      3,
    ),
    row(
      `forgetting one, longest block until it is proved, ${at}, vs a felt delay`,
      'ms',
      BLOCK_MS,
      figures.blockMs,
      1,
    ),
    row(`Lock, key gone, ${at}, vs a bare close`, 'ms', figures.lockBareMs, figures.lockMs, 2),
  ]
}

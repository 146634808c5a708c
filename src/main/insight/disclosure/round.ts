/** @file Controlled rounding: each shown count to a multiple of five beside it, totals the sum of their parts. */
import { ROUNDED_TO } from '../../../contract/numbers-export'
import { type Solver, SolverLimitError } from './solver'
import type { PeriodPlace, YearTable } from './year-table'

/** Cost of showing a number below k: avoided wherever totals allow it. */
const BELOW_K = 10

/**
 * Rounds the shown rows of a period, each down or up to a multiple of 5. A total whose parts are all shown is
 * the sum of them; the sum of all deviations is the least that allows it.
 *
 * @returns the rounded number of each row.
 * @throws SolverLimitError where the solver finds no such numbers in its time.
 */
export const roundedRows = (
  solver: Solver,
  table: YearTable,
  place: PeriodPlace,
  shown: ReadonlySet<string>,
  k: number,
): Map<string, number> => {
  const rows = [...shown].flatMap((row) => {
    const value = table.cell(place, row)?.value
    return value === undefined ? [] : [{ row, value, down: Math.floor(value / ROUNDED_TO) }]
  })
  if (rows.length === 0) return new Map()
  const at = new Map(rows.map(({ row }, index) => [row, index]))
  const costs = rows.map(({ value, down }) => {
    const below = value - down * ROUNDED_TO
    // A multiple of five already has no other beside it.
    if (below === 0) return 1000
    return ROUNDED_TO - below - below - (down * ROUNDED_TO < k ? BELOW_K : 0)
  })
  const equations = rows.flatMap((total, index) => {
    const parts = table.partsOf(total.row)
    const places = parts.flatMap((part) => at.get(part) ?? [])
    if (parts.length === 0 || places.length < parts.length) return []
    return [
      {
        weights: [[index, -1] as const, ...places.map((part) => [part, 1] as const)],
        equals: total.down - places.reduce((sum, part) => sum + (rows[part]?.down ?? 0), 0),
      },
    ]
  })
  const up = solver.choose(costs, equations)
  // A tree of totals can always be rounded so: the solver gave up. Nothing is shown, and nothing noted as having left.
  if (!up) throw new SolverLimitError()
  return new Map(rows.map(({ row, down }, index) => [row, (down + (up[index] ?? 0)) * ROUNDED_TO]))
}

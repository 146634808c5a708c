/**
 * @file Whether a total may be told without telling of one facilitator: neither by itself, nor by its difference from any
 * that were told before.
 */
import { SHARE_MAX } from '../../../contract/numbers-export'
import { FACILITATORS_MIN, type WhyNotRolledUp } from '../../../contract/roll-up'
import type { Member } from './merge'

/** A row of a bundle that is in a total. */
interface CountedRow {
  source: string
  planned: number
}

/** Too few facilitators with sessions that count, or one who planned most of them. */
const refusesOf = (rows: readonly CountedRow[]): Exclude<WhyNotRolledUp, 'tooLittleChanged'> | null => {
  const bySource = new Map<string, number>()
  for (const { source, planned } of rows) bySource.set(source, (bySource.get(source) ?? 0) + planned)
  const weights = [...bySource.values()].filter((weight) => weight > 0)
  if (weights.length < FACILITATORS_MIN) return 'tooFewFacilitators'
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(...weights) > all * SHARE_MAX ? 'oneFacilitatorDominates' : null
}

/** The rows of a total, by bundle and number. */
const rowsOf = (members: readonly Member[]): Map<string, CountedRow> =>
  new Map(
    members.flatMap(({ id, source, counted }) =>
      counted.map(([row, planned]) => [`${id} ${row}`, { source, planned }] as const),
    ),
  )

/**
 * Why a total over some bundles may not be told; null where it may.
 *
 * A total is a sum of rows: of a group and month that two bundles have it is one bundle's row alone, so two bundles
 * together are not the sum of both. The rows fall into classes by the totals that they are in, this one and those told
 * before. What can be worked out of all totals by adding and subtracting is a sum of whole classes. So none is told of
 * one facilitator if each class has enough of them.
 *
 * @param told - bundles of each total that was told.
 */
export const facilitatorsRefuse = (
  members: readonly Member[],
  told: readonly (readonly Member[])[],
): WhyNotRolledUp | null => {
  const totals = [...told, members].map(rowsOf)
  const alone = refusesOf([...(totals.at(-1)?.values() ?? [])])
  if (alone) return alone
  const classes = new Map<string, CountedRow[]>()
  for (const [id, row] of new Map(totals.flatMap((rows) => [...rows]))) {
    const key = totals.map((rows) => (rows.has(id) ? '1' : '0')).join('')
    const same = classes.get(key)
    if (same) same.push(row)
    else classes.set(key, [row])
  }
  return [...classes.values()].some((of) => refusesOf(of) !== null) ? 'tooLittleChanged' : null
}

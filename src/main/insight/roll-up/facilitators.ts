/**
 * @file Whether a total may be told without telling of one facilitator: neither by itself, nor by its difference from any
 * that were told before.
 */
import { SHARE_MAX } from '../../../contract/numbers-export'
import { FACILITATORS_MIN, type WhyNotRolledUp } from '../../../contract/roll-up'
import type { Member } from './merge'

/** Too few facilitators with sessions, or one who planned most of them. */
const refusesOf = (members: readonly Member[]): Exclude<WhyNotRolledUp, 'tooLittleChanged'> | null => {
  const bySource = new Map<string, number>()
  for (const { source, planned } of members) bySource.set(source, (bySource.get(source) ?? 0) + planned)
  const weights = [...bySource.values()].filter((weight) => weight > 0)
  if (weights.length < FACILITATORS_MIN) return 'tooFewFacilitators'
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(...weights) > all * SHARE_MAX ? 'oneFacilitatorDominates' : null
}

/**
 * Why a total over some bundles may not be told; null where it may.
 *
 * The bundles fall into classes by the totals that they are in, this one and those told before. What can be worked out of
 * all totals by adding and subtracting is a sum of whole classes. So none is told of one facilitator if each class has
 * enough of them.
 *
 * @param told - bundles of each total that was told.
 */
export const facilitatorsRefuse = (
  members: readonly Member[],
  told: readonly (readonly Member[])[],
): WhyNotRolledUp | null => {
  const alone = refusesOf(members)
  if (alone) return alone
  const classes = new Map<string, Map<string, Member>>()
  const totals = [...told, members].map((of) => new Set(of.map(({ id }) => id)))
  for (const member of [...told.flat(), ...members]) {
    const key = totals.map((of) => (of.has(member.id) ? '1' : '0')).join('')
    classes.set(key, (classes.get(key) ?? new Map<string, Member>()).set(member.id, member))
  }
  return [...classes.values()].some((of) => refusesOf([...of.values()]) !== null) ? 'tooLittleChanged' : null
}

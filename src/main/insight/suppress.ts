/** @file Hides numbers about people that are too small to leave, and all that would give them away. */
import type { Measure } from '../../contract/insight'
import type { CountedMeasure } from './measure-source'

/**
 * Disclosure control, first cut.
 *
 * A number about people is hidden below its charter's k, nought included: "none removed for this" is
 * information too. A total is hidden as soon as one of its parts is, and so on upwards: the total minus the
 * parts that are shown would be the hidden ones' sum, which with one hidden part, or with noughts, is the
 * secret itself. So no shown total has a hidden part, and no subtraction of shown numbers gives a hidden one.
 *
 * Numbers about the facilitator's own work are never hidden.
 */
export const suppress = (counted: readonly CountedMeasure[]): Measure[] => {
  const hidden = new Set<string>()
  const totalOf = new Map<string, string>()
  for (const measure of counted) {
    if (measure.about === 'facilitator') continue
    if (measure.totalId !== null) totalOf.set(measure.id, measure.totalId)
    if (measure.value < measure.k) hidden.add(measure.id)
  }
  // A set is walked to its end while it grows: each total that is hidden here hides its own total in turn.
  for (const id of hidden) {
    const total = totalOf.get(id)
    if (total !== undefined) hidden.add(total)
  }
  return counted.map(({ id, label, about, unit, value }) => ({
    id,
    label,
    about,
    unit,
    value: hidden.has(id) ? null : value,
  }))
}

/** @file Instants in the boxes of the browser, which know days and times of this machine's zone only. Pure. */

/** Last day and time that the boxes take: the year has four digits. */
export const BOX_MAX = '9999-12-31T23:59'

const DAY_MS = 86_400_000

/** Minutes by which a zone is behind universal time at an instant, as `Date.getTimezoneOffset` says it. */
export type BehindMinutes = (ms: number) => number

const ofThisMachine: BehindMinutes = (ms) => new Date(ms).getTimezoneOffset()

const boxOf = (ms: number, behind: BehindMinutes): string =>
  new Date(ms - behind(ms) * 60_000).toISOString().slice(0, 16)

/** An instant as a `datetime-local` box wants it; empty for none. */
export const toLocalBox = (instant: string | null, behind: BehindMinutes = ofThisMachine): string =>
  instant === null ? '' : boxOf(Date.parse(instant), behind)

/**
 * A `datetime-local` box as an instant; null when it is empty, half filled, or of no year of four digits. A time that
 * comes twice in a night on which the clocks change is the earlier one, and one that does not come at all is not put
 * off: what is counted from it may end early, and never late.
 */
export const fromLocalBox = (typed: string, behind: BehindMinutes = ofThisMachine): string | null => {
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(typed)?.[0]
  const wallMs = Date.parse(`${whole}Z`)
  if (whole === undefined || Number.isNaN(wallMs)) return null
  const meant = [wallMs - DAY_MS, wallMs + DAY_MS].map((near) => wallMs + behind(near) * 60_000)
  const real = meant.filter((ms) => boxOf(ms, behind) === whole)
  const instant = new Date(Math.min(...(real.length > 0 ? real : meant))).toISOString()
  return /^\d{4}-/.test(instant) ? instant : null
}

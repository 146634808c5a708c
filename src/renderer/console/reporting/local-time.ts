/** @file Instants in the boxes of the browser, which know days and times of this machine's zone only. Pure. */

/** Last day and time that the boxes take: the year has four digits. */
export const BOX_MAX = '9999-12-31T23:59'

/** An instant as a `datetime-local` box wants it; empty for none. */
export const toLocalBox = (instant: string | null): string => {
  if (instant === null) return ''
  const date = new Date(instant)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** A `datetime-local` box as an instant; null when it is empty, half filled, or of no year of four digits. */
export const fromLocalBox = (typed: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null
  const ms = Date.parse(typed)
  if (Number.isNaN(ms)) return null
  const instant = new Date(ms).toISOString()
  return /^\d{4}-/.test(instant) ? instant : null
}

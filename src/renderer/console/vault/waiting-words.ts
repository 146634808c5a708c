/** @file How long until the next try, in the unit a person would say. */

/** A wait as a number and its unit; `over` when the next try is taken at once. */
export type WaitWords = { unit: 'over' } | { unit: 'seconds' | 'minutes'; count: number }

/** From this many seconds on, minutes are said. */
const MINUTES_FROM_SECONDS = 90

/**
 * Puts a wait into words. Rounded up, so that nobody is told to try a moment too early.
 *
 * @param nextTryAtMs - instant of the next try, in milliseconds; null when there is no wait.
 * @param nowMs - the present instant, by the same clock.
 */
export const waitWords = (nextTryAtMs: number | null, nowMs: number): WaitWords => {
  if (nextTryAtMs === null) return { unit: 'over' }
  const seconds = Math.ceil((nextTryAtMs - nowMs) / 1000)
  if (seconds <= 0) return { unit: 'over' }
  if (seconds < MINUTES_FROM_SECONDS) return { unit: 'seconds', count: seconds }
  return { unit: 'minutes', count: Math.ceil(seconds / 60) }
}

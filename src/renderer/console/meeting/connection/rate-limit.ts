/**
 * @file How much is taken from the room page: a steady rate, a burst, and what may have piled up while this page was
 * held up. A slow laptop that comes back after seconds finds everything that honest people did in between, at once:
 * that is no flood. What is measured is therefore not a second of the clock but the gaps in which nothing was taken.
 */

/** The longest hold-up that is made up for, in milliseconds: it bounds what may come at once. */
export const HOLD_UP_MAX_MS = 20_000

/** How a limit is made. */
export interface RateLimitOptions {
  /** Steadily, per second. */
  perSecond: number
  /** At once, from rest. */
  burst: number
}

/** Lets through at most `burst + perSecond * time`, whatever the hold-ups. Times are monotonic milliseconds. */
export interface RateLimit {
  /**
   * @param cost - 1 for a message, or its length.
   * @returns false when it is more than may be taken now.
   */
  take(nowMs: number, cost?: number): boolean
  /**
   * This page is awake and was not held up. Called every `TICK_MS` by whoever owns the limit: without it a quiet
   * stretch would look like a hold-up.
   */
  tick(nowMs: number): void
}

/** How often `tick` is due, in milliseconds. */
export const TICK_MS = 250
/** A tick that comes a little late is no hold-up; in milliseconds. */
const HOLD_UP_FROM_MS = 300

/** Makes one, at rest at its first call. */
export const createRateLimit = ({ perSecond, burst }: RateLimitOptions): RateLimit => {
  let allowance = burst
  let ceiling = burst
  let lastTurnMs: number | null = null
  const turn = (nowMs: number): void => {
    const gapMs = lastTurnMs === null ? 0 : Math.min(Math.max(0, nowMs - lastTurnMs), HOLD_UP_MAX_MS)
    lastTurnMs = nowMs
    const earned = (perSecond * gapMs) / 1000
    // A hold-up raises the ceiling by what may have piled up in it, on top of what an earlier one left: a page that was
    // awake for a moment between two has taken next to nothing. It comes down again at half the rate at which it went
    // up, so that there is time to take it, and no series of hold-ups adds up further than the longest made up for.
    const isHoldUp = gapMs > HOLD_UP_FROM_MS
    ceiling = Math.min(
      isHoldUp ? ceiling + earned : Math.max(burst + earned, ceiling - earned / 2),
      burst + (perSecond * HOLD_UP_MAX_MS) / 1000,
    )
    allowance = Math.min(allowance + earned, ceiling)
  }
  return {
    take(nowMs, cost = 1) {
      turn(nowMs)
      if (allowance < cost) return false
      allowance -= cost
      return true
    },
    tick: turn,
  }
}

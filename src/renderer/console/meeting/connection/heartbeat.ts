/** @file Whether the room page still answers. Only an unanswered ping counts, so a slowed clock raises nothing. */

/** How often a ping is due, in milliseconds. */
export const PING_EVERY_MS = 2500
/** How long a ping may stay unanswered, in milliseconds. */
export const SILENT_AFTER_MS = 10_000

/** Times are monotonic milliseconds. */
export interface Heartbeat {
  /** Anything valid came: the page lives. */
  heard(): void
  /**
   * Called with every ping.
   *
   * @returns whether the page is silent.
   */
  beat(nowMs: number): boolean
}

/**
 * Makes a heartbeat. Timers of a hidden page may fire once a minute: the age of an unanswered ping says
 * something then, the age of the last message does not.
 */
export const createHeartbeat = (): Heartbeat => {
  let unansweredSinceMs: number | null = null
  return {
    heard() {
      unansweredSinceMs = null
    },
    beat(nowMs) {
      const isSilent = unansweredSinceMs !== null && nowMs - unansweredSinceMs > SILENT_AFTER_MS
      unansweredSinceMs ??= nowMs
      return isSilent
    },
  }
}

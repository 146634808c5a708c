/** @file One status with its own ten-second watch, for what is asked of a single person. */
import type { Clock } from './clock'
import {
  begin,
  type CommandStatus,
  confirm,
  expire,
  notAsked,
  notShownAtMs,
  type Proof,
  type Tracked,
  takeResult,
} from './command-status'
import type { SendResult } from './commands'

/** One status that watches its own clock. */
export interface StatusTracker {
  now(): CommandStatus
  /**
   * Starts an attempt.
   *
   * @param onSent - called when it becomes sent.
   * @returns takes the command's results; those of an earlier attempt change nothing any more.
   */
  attempt(options?: { onSent?: () => void }): (result: SendResult) => void
  confirm(proof: Proof): void
  reset(): void
}

/**
 * Makes one, idle.
 *
 * @param isWatched - false where nothing could ever show it (a private message): it stays sent.
 */
export const createStatusTracker = (clock: Clock, onChange: () => void, isWatched = true): StatusTracker => {
  let tracked = notAsked
  let attempts = 0
  let stopWatch: (() => void) | null = null
  const become = (next: Tracked): void => {
    if (next === tracked) return
    stopWatch?.()
    stopWatch = null
    tracked = next
    const dueAtMs = isWatched ? notShownAtMs(tracked) : null
    if (dueAtMs !== null) {
      stopWatch = clock.after(dueAtMs - clock.nowMs(), () => become(expire(tracked, clock.nowMs())))
    }
    onChange()
  }
  return {
    now: () => tracked.status,
    attempt({ onSent } = {}) {
      attempts += 1
      const mine = attempts
      become(begin(mine))
      return (result) => {
        const before = tracked
        become(takeResult(tracked, mine, result, clock.nowMs()))
        if (tracked !== before && tracked.status.kind === 'sent') onSent?.()
      }
    },
    confirm: (proof) => become(confirm(tracked, proof)),
    reset() {
      attempts += 1
      become({ ...notAsked, attempt: attempts })
    },
  }
}

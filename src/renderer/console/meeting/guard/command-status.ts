/**
 * @file Where one thing we asked of the room stands. "Sent" and "confirmed" are different words: the meeting
 * acknowledges nothing (trap 1), and most of what we do can only ever be sent (promise 5).
 */
import type { Clock } from './clock'
import type { NotSentReason, SendResult } from './commands'

/** Unconfirmed for this long is "not shown by the server", in milliseconds (our default). */
export const NOT_SHOWN_AFTER_MS = 10_000

/** What showed it. Nothing else may be called confirmed (promise 5). */
export type Proof =
  | 'knock' // somebody knocked after the lobby command
  | 'lobbyShown' // a later API reports the lobby
  | 'moderationAndMutes' // moderation is shown on, and everybody else is shown muted
  | 'moderationShown' // moderation is shown off
  | 'kickedEvent' // the meeting said that this person was removed
  | 'goneFromPoll' // the roster, asked for afterwards, no longer has them
  | 'muteShown' // an event or a poll shows the microphone muted

/** Where it stands. */
export type CommandStatus =
  | { kind: 'idle' }
  /** Asked, and waiting for its turn: lobby and password may not be sent back to back (trap 3). */
  | { kind: 'queued' }
  /** Left the console; the room page has not said that it handed it over. */
  | { kind: 'sending' }
  /** Handed to the server's script. */
  | { kind: 'sent'; sentAtMs: number }
  | { kind: 'confirmed'; sentAtMs: number; proof: Proof }
  | { kind: 'notShown'; sentAtMs: number }
  /** It was shown, and the server shows something else now. */
  | { kind: 'lapsed'; sentAtMs: number }
  | { kind: 'notSent'; why: NotSentReason }

/** One status with its ten-second watch. */
export interface StatusTracker {
  now(): CommandStatus
  queued(): void
  /**
   * Starts an attempt: it is being sent. Sent, when each of its commands was; not sent, as soon as one was not.
   *
   * @param onSent - called each time it becomes sent.
   * @returns takes the commands' results; those of an earlier attempt change nothing any more.
   */
  attempt(options?: { commandCount?: number; onSent?: () => void }): (result: SendResult) => void
  /** The server showed it. Counts only while it is sent, not shown, or lapsed. */
  confirm(proof: Proof): void
  /** The server shows otherwise. Counts only while confirmed. */
  lapse(): void
  reset(): void
}

/**
 * Makes one, idle.
 *
 * @param isWatched - false where nothing could ever show it (a private message): it stays sent.
 */
export const createCommandStatus = (clock: Clock, onChange: () => void, isWatched = true): StatusTracker => {
  let status: CommandStatus = { kind: 'idle' }
  let attempts = 0
  let stopWatch: (() => void) | null = null
  const become = (next: CommandStatus): void => {
    stopWatch?.()
    stopWatch = null
    status = next
    onChange()
  }
  const becomeSent = (): void => {
    const sentAtMs = clock.nowMs()
    become({ kind: 'sent', sentAtMs })
    if (!isWatched) return
    stopWatch = clock.after(NOT_SHOWN_AFTER_MS, () => become({ kind: 'notShown', sentAtMs }))
  }
  const start = (next: CommandStatus): void => {
    attempts += 1
    become(next)
  }
  return {
    now: () => status,
    queued: () => start({ kind: 'queued' }),
    attempt({ commandCount = 1, onSent } = {}) {
      start({ kind: 'sending' })
      const mine = attempts
      let unsent = commandCount
      return (result) => {
        if (mine !== attempts) return
        if (result.kind === 'notSent') {
          become(result)
          return
        }
        unsent -= 1
        if (unsent > 0) return
        becomeSent()
        onSent?.()
      }
    },
    confirm(proof) {
      if (status.kind !== 'sent' && status.kind !== 'notShown' && status.kind !== 'lapsed') return
      become({ kind: 'confirmed', sentAtMs: status.sentAtMs, proof })
    },
    lapse() {
      if (status.kind === 'confirmed') become({ kind: 'lapsed', sentAtMs: status.sentAtMs })
    },
    reset: () => start({ kind: 'idle' }),
  }
}

/**
 * @file Where one thing we asked of the room stands. "Sent" and "confirmed" are different words: the meeting
 * acknowledges nothing (trap 1), and most of what we do can only ever be sent (promise 5).
 */
import type { Clock } from './clock'

/** Unanswered for this long is "not shown by the server", in milliseconds (issue, step 5). */
export const NOT_SHOWN_AFTER_MS = 10_000

/** What showed it. Nothing else may be called confirmed (issue, step 5). */
export type Proof =
  | 'knock' // somebody knocked after the lobby command
  | 'lobbyShown' // a later API reports the lobby
  | 'moderationAndMutes' // moderation is shown on, and everybody else is shown muted
  | 'moderationShown' // moderation is shown off
  | 'kickedEvent' // the meeting said that this person was removed
  | 'goneFromPoll' // the roster, asked for afterwards, no longer has them
  | 'muteShown' // an event or a poll shows the microphone muted

/** Where it stands. */
export type Standing =
  | { kind: 'idle' }
  /** Asked, and waiting for its turn: lobby and password may not be sent back to back (trap 3). */
  | { kind: 'queued' }
  | { kind: 'sent'; sentAtMs: number }
  | { kind: 'confirmed'; sentAtMs: number; proof: Proof }
  | { kind: 'notShown'; sentAtMs: number }
  /** It was shown, and the server shows something else now. */
  | { kind: 'lapsed'; sentAtMs: number }
  /** It never left: the room page could not hand it over. */
  | { kind: 'notSent' }

/** One standing with its ten-second watch. */
export interface StandingMachine {
  now(): Standing
  queued(): void
  /** The command was handed to the port. */
  sent(): void
  /** The server showed it. Counts only while it is sent, not shown, or lapsed. */
  confirm(proof: Proof): void
  /** The server shows otherwise. Counts only while confirmed. */
  lapse(): void
  notSent(): void
  reset(): void
}

/**
 * Makes one, idle.
 *
 * @param isWatched - false where nothing could ever show it (a private message): it stays sent.
 */
export const createStanding = (clock: Clock, onChange: () => void, isWatched = true): StandingMachine => {
  let standing: Standing = { kind: 'idle' }
  let stopWatch: (() => void) | null = null
  const become = (next: Standing): void => {
    stopWatch?.()
    stopWatch = null
    standing = next
    onChange()
  }
  return {
    now: () => standing,
    queued: () => become({ kind: 'queued' }),
    sent() {
      const sentAtMs = clock.nowMs()
      become({ kind: 'sent', sentAtMs })
      if (!isWatched) return
      stopWatch = clock.after(NOT_SHOWN_AFTER_MS, () => become({ kind: 'notShown', sentAtMs }))
    },
    confirm(proof) {
      if (standing.kind !== 'sent' && standing.kind !== 'notShown' && standing.kind !== 'lapsed') return
      become({ kind: 'confirmed', sentAtMs: standing.sentAtMs, proof })
    },
    lapse() {
      if (standing.kind === 'confirmed') become({ kind: 'lapsed', sentAtMs: standing.sentAtMs })
    },
    notSent: () => become({ kind: 'notSent' }),
    reset: () => become({ kind: 'idle' }),
  }
}

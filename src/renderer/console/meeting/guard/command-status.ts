/**
 * @file Where one thing we asked of the room stands. "Sent" and "confirmed" are different words: the meeting
 * acknowledges nothing (trap 1), and most of what we do can only ever be sent (promise 5). Values and pure functions;
 * whoever holds a value says what time it is.
 */
import type { NotSentReason, SendResult } from './commands'

/** Unconfirmed for this long is "not shown by the server", in milliseconds (our default). */
export const NOT_SHOWN_AFTER_MS = 10_000

/** What showed it. Nothing else may be called confirmed (promise 5; docs/room-guard.md, what the screen may say). */
export type Proof =
  | 'knock' // somebody new knocked after the lobby command
  | 'lobbyShown' // the server shows the lobby as it was asked for
  | 'moderationAndMutes' // moderation is shown on, and everybody else is shown muted
  | 'moderationShown' // moderation is shown as it was asked for
  | 'kickedEvent' // the meeting said that this person was removed
  | 'goneFromPoll' // the roster, asked for afterwards, no longer has them: gone, and nobody says why
  | 'muteShown' // an event or a poll shows the microphone muted
  | 'answerShown' // the server told the room that we let this person in

/** What ended a proof. */
export type ProofEnd =
  | 'shownOtherwise' // the server shows the opposite now
  | 'changedByOther' // somebody else changed what it rests on
  | 'cameInUnasked' // somebody appeared whom nobody let in
  | 'heard' // somebody's microphone is shown open
  | 'newcomer' // somebody is here whose microphone was never shown
  | 'inList' // the person is in the list again

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
  /** It was shown, and is not any more. */
  | { kind: 'lapsed'; sentAtMs: number; why: ProofEnd }
  | { kind: 'notSent'; why: NotSentReason }

/** A status, and which attempt it is of: answers to an earlier one change nothing. */
export interface Tracked {
  readonly status: CommandStatus
  readonly attempt: number
  /** Commands of the attempt that nothing was said of yet. */
  readonly unsent: number
}

/** Nothing was asked. */
export const notAsked: Tracked = { status: { kind: 'idle' }, attempt: 0, unsent: 0 }

/** It waits for its turn. */
export const queue = (attempt: number): Tracked => ({ status: { kind: 'queued' }, attempt, unsent: 0 })

/**
 * An attempt begins: it is being sent.
 *
 * @param attempt - a number used for no other attempt of the same thing.
 * @param commandCount - it is sent once each of them was.
 */
export const begin = (attempt: number, commandCount = 1): Tracked => ({
  status: { kind: 'sending' },
  attempt,
  unsent: commandCount,
})

/** Whether a result is news: of the present attempt. */
export const isOfAttempt = (tracked: Tracked, attempt: number): boolean => tracked.attempt === attempt

/** Takes the result of one command: sent when all were, not sent as soon as one was not. */
export const takeResult = (tracked: Tracked, attempt: number, result: SendResult, nowMs: number): Tracked => {
  if (!isOfAttempt(tracked, attempt)) return tracked
  if (result.kind === 'notSent') return { ...tracked, status: result }
  const unsent = tracked.unsent - 1
  return unsent > 0
    ? { ...tracked, unsent }
    : { ...tracked, unsent, status: { kind: 'sent', sentAtMs: nowMs } }
}

/** The server showed it. Counts only while it is sent, not shown, or lapsed. */
export const confirm = (tracked: Tracked, proof: Proof): Tracked => {
  const { status } = tracked
  return status.kind === 'sent' || status.kind === 'notShown' || status.kind === 'lapsed'
    ? { ...tracked, status: { kind: 'confirmed', sentAtMs: status.sentAtMs, proof } }
    : tracked
}

/** What showed it does not any more, or for another reason now. Counts only while confirmed or lapsed. */
export const lapse = (tracked: Tracked, why: ProofEnd): Tracked => {
  const { status } = tracked
  const isShown = status.kind === 'confirmed' || (status.kind === 'lapsed' && status.why !== why)
  return isShown ? { ...tracked, status: { kind: 'lapsed', sentAtMs: status.sentAtMs, why } } : tracked
}

/** When it turns to "not shown", in milliseconds since the epoch; null where it does not. */
export const notShownAtMs = ({ status }: Tracked): number | null =>
  status.kind === 'sent' ? status.sentAtMs + NOT_SHOWN_AFTER_MS : null

/** Time passed. */
export const expire = (tracked: Tracked, nowMs: number): Tracked => {
  const { status } = tracked
  return status.kind === 'sent' && status.sentAtMs + NOT_SHOWN_AFTER_MS <= nowMs
    ? { ...tracked, status: { kind: 'notShown', sentAtMs: status.sentAtMs } }
    : tracked
}

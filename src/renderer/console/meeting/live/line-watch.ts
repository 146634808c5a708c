/**
 * @file Whether what is said of the room may be old before the meeting's frame says so: a frame whose line has died
 * answers every question from its memory, for half a minute. Two things are known earlier, and are of our own: this computer
 * is on no network, and the meeting server answers us no more.
 *
 * Neither ends a proof, and that the server answers proves nothing of the frame's line: all it does is raise a doubt.
 * The silence of a room raises none.
 */
import type { Clock } from '../guard/clock'

/** How long after an answer the server is asked again, in milliseconds. */
export const ASK_EVERY_MS = 5000
/** So many questions in a row without an answer are a doubt: one may be lost by itself. */
const UNANSWERED_MAX = 2
/**
 * A doubt whose cause has gone ends with the first news of the room, or after this long, in milliseconds: by then the
 * frame has found a line that died, and says so (measured: 22 s for a server that went, 33 s for a line).
 */
export const DOUBT_LASTS_MS = 45_000

/** What one question to the server showed. `notKnown`: it could not be asked. */
export type Answer = 'answered' | 'unanswered' | 'notKnown'

/** What the watch is made with. */
export interface LineWatchOptions {
  clock: Clock
  /** Asks the meeting server whether it is there; never rejects. */
  ask: () => Promise<Answer>
  onChange: () => void
}

/** Makes it, at rest. */
export const createLineWatch = ({ clock, ask, onChange }: LineWatchOptions) => {
  let turn = 0
  let isOffline = false
  let isServerKnown = false
  let unanswered = 0
  let heardAtMs = clock.nowMs()
  let doubtedSinceMs: number | null = null
  let stopAsking: (() => void) | null = null
  let stopEnding: (() => void) | null = null

  const hasCause = (): boolean => isOffline || unanswered >= UNANSWERED_MAX
  const end = (): void => {
    stopEnding?.()
    stopEnding = null
    if (doubtedSinceMs === null) return
    doubtedSinceMs = null
    onChange()
  }
  const look = (): void => {
    if (hasCause()) {
      stopEnding?.()
      stopEnding = null
      if (doubtedSinceMs !== null) return
      doubtedSinceMs = heardAtMs
      onChange()
    } else if (doubtedSinceMs !== null) {
      stopEnding ??= clock.after(DOUBT_LASTS_MS, end)
    }
  }
  const keepAsking = async (mine: number): Promise<void> => {
    const answer = await ask()
    if (mine !== turn) return
    if (answer === 'answered') {
      isServerKnown = true
      unanswered = 0
      if (doubtedSinceMs === null) heardAtMs = clock.nowMs()
    }
    // A server that never answered us is one that we cannot reach the way the call does.
    if (answer === 'unanswered' && isServerKnown) unanswered += 1
    look()
    const isLost = answer === 'unanswered' && unanswered > 0 && unanswered < UNANSWERED_MAX
    stopAsking = clock.after(isLost ? 0 : ASK_EVERY_MS, () => void keepAsking(mine))
  }
  const stop = (): void => {
    turn += 1
    stopAsking?.()
    stopAsking = null
    unanswered = 0
    end()
  }

  return {
    /** When something of the room or its server was heard last, in milliseconds since the epoch; null: there is no doubt. */
    doubtedSinceMs: (): number | null => doubtedSinceMs,
    /** We are inside. */
    start(): void {
      stop()
      heardAtMs = clock.nowMs()
      void keepAsking(turn)
      look()
    },
    /** We are not inside: what is said then is said by other words. */
    stop,
    /** The meeting told what only a server can have told it. */
    heardNews(): void {
      heardAtMs = clock.nowMs()
      // While the cause stands it may be the last that came through.
      if (!hasCause()) end()
    },
    /** This computer is on no network, or is on one again. */
    setOffline(next: boolean): void {
      isOffline = next
      if (stopAsking !== null) look()
    },
  }
}
/** A watch. */
export type LineWatch = ReturnType<typeof createLineWatch>

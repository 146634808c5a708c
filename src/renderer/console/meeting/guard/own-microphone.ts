/**
 * @file The facilitator's own microphone. The meeting only knows "the other way round" (`toggleAudio`), so nothing is sent
 * while it is not known how it stands: it could open what was meant to be shut. What is wished is sent once, and once
 * more only after the meeting has shown what came of it.
 *
 * A command may act long after we gave up waiting for it. Whoever let go of the key in the meantime must not be heard:
 * that it is to be shut stays wished for as long as one of our commands may still open it.
 */
import type { MuteState } from '../roster/person'
import type { Clock } from './clock'
import type { SendCommand } from './commands'

/** The meeting shows a change within this long, or it is said that it did not, in milliseconds. */
export const SHOWN_WITHIN_MS = 3000

/** What became of the last wish. */
export type MicrophoneTrouble =
  /** It is not known how it stands, so nothing was sent. */
  | 'notKnown'
  /** It was not sent. */
  | 'notSent'
  /** It was sent, and the meeting does not show it. */
  | 'notShown'

/** Our own microphone as it is drawn. */
export interface OwnMicrophone {
  mute: MuteState
  /** On its way to how it was wished. */
  isChanging: boolean
  trouble: MicrophoneTrouble | null
}

/** Our own microphone. */
export interface MicrophoneControl {
  now(): OwnMicrophone
  /** Wishes it open or shut. */
  wish(isOpen: boolean): void
  /** The other way round; nothing while it is not known which way that is. */
  flip(): void
  /** The meeting may have shown how it stands. */
  look(): void
  /** We are out: no wish is left over for another room. */
  clear(): void
}

/**
 * Makes it, with nothing wished.
 *
 * @param muteNow - as the meeting has shown it last.
 */
export const createMicrophone = (options: {
  clock: Clock
  send: SendCommand
  muteNow: () => MuteState
  onChange: () => void
}): MicrophoneControl => {
  const { clock, send, muteNow, onChange } = options
  let wished: 'muted' | 'unmuted' | null = null
  let trouble: MicrophoneTrouble | null = null
  /** Ends the wait for what the last command did; null: nothing is waited for. */
  let stopWaiting: (() => void) | null = null
  /** Commands that left and may still act, however late: the meeting has shown no change for them. */
  let owed = 0
  /** It was to be shut, and there was no line: it is shut as soon as there is one. */
  let isToBeSent = false
  let lastMute = muteNow()

  const settle = (next: MicrophoneTrouble | null): void => {
    stopWaiting?.()
    stopWaiting = null
    trouble = next
    // What was to open is given up with its trouble. What was to be shut stays wished while it may still open.
    if (next !== null && wished === 'unmuted') wished = null
    onChange()
  }

  const refused = (why: 'noConnection' | 'refused', isWaitedFor: boolean): void => {
    owed = Math.max(0, owed - 1)
    if (!isWaitedFor) return
    isToBeSent = why === 'noConnection' && wished === 'muted'
    settle('notSent')
  }

  const go = (): void => {
    const mute = muteNow()
    if (wished === null || stopWaiting !== null) return
    if (mute === wished) {
      if (owed === 0) wished = null
      onChange()
      return
    }
    if (mute === 'unknown') {
      settle('notKnown')
      return
    }
    owed += 1
    isToBeSent = false
    const stop = clock.after(SHOWN_WITHIN_MS, () => settle('notShown'))
    stopWaiting = stop
    send({ name: 'toggleOwnAudio' }, (result) => {
      if (result.kind === 'notSent' && result.why !== 'unanswered') refused(result.why, stopWaiting === stop)
    })
    onChange()
  }

  const wish = (isOpen: boolean): void => {
    wished = isOpen ? 'unmuted' : 'muted'
    trouble = null
    isToBeSent = false
    go()
  }

  return {
    now: () => ({ mute: muteNow(), isChanging: stopWaiting !== null, trouble }),
    wish,
    flip() {
      const mute = muteNow()
      if (mute === 'unknown') settle('notKnown')
      else wish(mute === 'muted')
    },
    look() {
      const mute = muteNow()
      if (mute === lastMute) {
        if (isToBeSent) go()
        return
      }
      const isTurned = mute !== 'unknown' && lastMute !== 'unknown'
      lastMute = mute
      if (mute === 'unknown') {
        onChange()
        return
      }
      if (isTurned) owed = Math.max(0, owed - 1)
      settle(null)
      go()
    },
    clear() {
      wished = null
      owed = 0
      isToBeSent = false
      settle(null)
    },
  }
}

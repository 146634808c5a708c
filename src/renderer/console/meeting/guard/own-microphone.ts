/**
 * @file The facilitator's own microphone. The meeting only knows "the other way round" (`toggleAudio`), so nothing is sent
 * while it is not known how it stands: it could open what was meant to be shut. What is wished is sent once, and once
 * more only after the meeting has shown what came of it.
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
  /** How it stood when the last command left; null: none is on its way. */
  let sentAt: MuteState | null = null
  let stopWaiting: (() => void) | null = null
  /** A command came to nothing in time, and it was to be shut by now: should it open late, it is shut again. */
  let isShutIfLate = false
  let lastMute = muteNow()

  const settle = (next: MicrophoneTrouble | null): void => {
    stopWaiting?.()
    stopWaiting = null
    sentAt = null
    trouble = next
    if (next !== null) wished = null
    onChange()
  }

  const go = (): void => {
    const mute = muteNow()
    if (wished === null || sentAt !== null) return
    if (mute === wished) {
      wished = null
      onChange()
      return
    }
    if (mute === 'unknown') {
      settle('notKnown')
      return
    }
    sentAt = mute
    stopWaiting = clock.after(SHOWN_WITHIN_MS, () => {
      isShutIfLate = wished === 'muted'
      settle('notShown')
    })
    send({ name: 'toggleOwnAudio' }, (result) => {
      if (result.kind === 'notSent' && result.why !== 'unanswered' && sentAt !== null) settle('notSent')
    })
    onChange()
  }

  const wish = (isOpen: boolean): void => {
    wished = isOpen ? 'unmuted' : 'muted'
    trouble = null
    isShutIfLate = false
    go()
  }

  return {
    now: () => ({ mute: muteNow(), isChanging: sentAt !== null, trouble }),
    wish,
    flip() {
      const mute = muteNow()
      if (mute === 'unknown') settle('notKnown')
      else wish(mute === 'muted')
    },
    look() {
      const mute = muteNow()
      if (mute === lastMute) return
      lastMute = mute
      if (sentAt !== null) settle(null)
      else trouble = null
      if (isShutIfLate) {
        isShutIfLate = false
        if (mute === 'unmuted') wished = 'muted'
      }
      go()
    },
    clear() {
      wished = null
      isShutIfLate = false
      settle(null)
    },
  }
}

/**
 * @file Pausing the room: microphones, cameras and the door at once, each by its own part, which keeps what it has to
 * give back. Here is only that the room is paused. Pause only pauses; resuming is a press of its own.
 *
 * A reconnect leaves the room paused by us, and whether it still is as not known: what was before can still be given
 * back.
 */
import type { Named } from './quiet'
import { just, type Slice } from './slice'

/** The pause as the guard holds it. */
export type PausePart =
  | { readonly kind: 'none' }
  /** `isKnown`: false once we were out in between. */
  | { readonly kind: 'paused'; readonly pausedAtMs: number; readonly isKnown: boolean }
  /** Until the facilitator is done with it. */
  | { readonly kind: 'resumed'; readonly resumedAtMs: number }

/** What the view draws. */
export type PauseState =
  | { kind: 'none' }
  | { kind: 'paused'; pausedAtMs: number; isKnown: boolean; floor: readonly Named[] }
  | {
      kind: 'resumed'
      resumedAtMs: number
      /** Who was asked to open their microphone, because they had the floor. */
      asked: readonly Named[]
      /** What the door was before was not known, so it was left shut. */
      isDoorLeftShut: boolean
    }

/** The pause. */
export const pause: Slice<PausePart> = {
  initial: { kind: 'none' },
  step(state, input, world) {
    switch (input.kind) {
      case 'press':
        switch (input.press.kind) {
          case 'pause': {
            const pausedAtMs = state.kind === 'paused' ? state.pausedAtMs : world.nowMs
            return {
              state: { kind: 'paused', pausedAtMs, isKnown: true },
              effects: [{ kind: 'signal', signal: { kind: 'pausing' } }],
            }
          }
          case 'resume':
            return state.kind === 'paused'
              ? {
                  state: { kind: 'resumed', resumedAtMs: world.nowMs },
                  effects: [{ kind: 'signal', signal: { kind: 'resuming' } }],
                }
              : just(state)
          case 'settlePause':
            return just(state.kind === 'resumed' ? { kind: 'none' } : state)
          default:
            return just(state)
        }
      case 'out':
        return just(state.kind === 'paused' ? { ...state, isKnown: false } : { kind: 'none' })
      default:
        return just(state)
    }
  },
  wakesAtMs: () => null,
}

/**
 * @file What a part of the guard is: a pure step from one state to the next. No part has a timer, a port or another
 * part; what it wants done it says as effects, and what another part must know it says as a signal.
 */
import type { FromRoom, MeetingEvent, RoomCommand } from '../../../../contract/room-protocol'
import type { Person, RosterChange } from '../roster/person'
import type { AlarmKind } from './alarm-kind'
import type { SendResult } from './commands'

/** What the facilitator may press. */
export type Press =
  | { kind: 'lock' | 'unlock' | 'quiet' | 'releaseQuiet' | 'quietCameras' | 'releaseCameras' }
  | { kind: 'pause' | 'resume' | 'settlePause' }
  | { kind: 'remove' | 'letBackIn' | 'settleRemoval' | 'admit' | 'deny'; id: string }
  | { kind: 'setCoFacilitator'; personId: string; isOne: boolean }
  | { kind: 'dismissAlarm'; key: string }
  /** The charter wants the room locked then, in milliseconds since the epoch. */
  | { kind: 'planLock'; atMs: number }
  | { kind: 'putOffLock' }

/** What one part tells all of them. */
export type Signal =
  /** Somebody is being removed: the door is shut first, then they are removed. */
  | { kind: 'removing'; id: string; name: string }
  /** Somebody who was removed may come back. */
  | { kind: 'welcome'; name: string }
  /** Somebody knocked who had not knocked before. */
  | { kind: 'firstKnock' }
  /** Somebody appeared whom nobody let in, and who had not been inside. */
  | { kind: 'cameUnasked' }
  /** The lobby was turned off, by us or by somebody else: whoever waited may be inside. */
  | { kind: 'lobbyOff' }
  /** The charter's time to lock the room has come. */
  | { kind: 'lockTimeCame' }
  /** The room is being paused: each part holds what is its own, and keeps what was before. */
  | { kind: 'pausing' }
  /** The pause is over: each part gives back what was before. */
  | { kind: 'resuming' }
  | { kind: 'raise'; alarm: AlarmKind; person: { id: string; name: string } | null }
  | { kind: 'lower'; alarm: AlarmKind; personId: string | null }

/** Whose command it was: its result is told to everybody under this name. */
export interface CommandRef {
  of:
    | 'lobby'
    | 'password'
    | 'noPassword'
    | 'quiet'
    | 'cameras'
    | 'removal'
    | 'admit'
    | 'deny'
    /** Leave to turn a camera on: the server's own event shows it, and nothing waits for that. */
    | 'leave'
  /** The person or knock it was about; '' where none. */
  about: string
  attempt: number
}

/** What happened. */
export type GuardInput =
  /** The roster has taken it over already; `changes` is what it made of it. */
  | { kind: 'event'; event: MeetingEvent; changes: readonly RosterChange[] }
  | {
      kind: 'polled'
      polled: Extract<FromRoom, { kind: 'polled' }>
      /** The last step before it was asked: it knows what that step knew, and nothing later. */
      askedStep: number
      changes: readonly RosterChange[]
    }
  | { kind: 'press'; press: Press }
  | { kind: 'result'; ref: CommandRef; result: SendResult }
  /** The vault made a password, or could not. */
  | { kind: 'passwordMade'; forRun: number; password: string | null }
  /** Time passed. */
  | { kind: 'tick' }
  /** We are out of the room, or may be: nothing that was shown counts any more (trap 4). */
  | { kind: 'out' }
  | { kind: 'signal'; signal: Signal }

/** What a part sees beside its own state. */
export interface World {
  nowMs: number
  /** Counts what happened, so that "asked before" and "heard after" need no clock. */
  step: number
  ownId: string | null
  people: readonly Person[]
  person: (id: string) => Person | undefined
  fallbackName: (ordinal: number) => string
  /** The one ready to be handed over, and whether the room may have one. */
  password: string | null
  isPasswordOnRoom: boolean
}

/** What a part wants done, in order. */
export type Effect =
  | { kind: 'command'; command: RoomCommand; ref: CommandRef }
  | { kind: 'signal'; signal: Signal }
  /** The vault makes another password; the answer comes as `passwordMade`. */
  | { kind: 'makePassword'; forRun: number }
  | { kind: 'passwordSent' }
  | { kind: 'passwordTakenOff' }
  /** Somebody is asked to open their own microphone; how that stands is kept with the person. */
  | { kind: 'askToUnmute'; id: string }
  /** We are the moderator now. */
  | { kind: 'becameModerator' }

/** A state, and what it wants done. */
export interface Stepped<State> {
  state: State
  effects: readonly Effect[]
}

/** A part of the guard. What of it outlives a reconnect is its answer to `out`. */
export interface Slice<State> {
  initial: State
  step(state: State, input: GuardInput, world: World): Stepped<State>
  /** When it wants a `tick`, in milliseconds since the epoch; null: not by itself. */
  wakesAtMs(state: State): number | null
}

/** Nothing to be done. */
export const just = <State>(state: State): Stepped<State> => ({ state, effects: [] })

/** The earlier of two moments, where null is never. */
export const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)

/** Whether a poll shows our own room: one that does not list us shows nothing about anybody. */
export const isCredible = (people: readonly { id: string }[] | null, ownId: string | null): boolean =>
  people !== null && ownId !== null && people.some(({ id }) => id === ownId)

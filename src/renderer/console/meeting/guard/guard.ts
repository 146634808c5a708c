/**
 * @file The guard: all its parts as one machine. `stepGuard` is pure; `createGuard` is the driver that owns the clock,
 * the timer, the port and the vault, and hands them in.
 *
 * A part is added by one line in `GuardState`: without its entries in `parts` and `initialGuard` it does not compile.
 */
import type { Roster } from '../roster/roster'
import { type AlarmsPart, alarmBoard } from './alarms'
import type { Clock } from './clock'
import type { SendCommand } from './commands'
import { type ControlPart, controlWatch } from './control'
import { door } from './door'
import type { LockPart } from './door-runs'
import { type KnocksPart, knocks } from './knocks'
import { type LockTimePart, lockTime } from './lock-time'
import { type NoteTakersPart, noteTakerWatch } from './note-takers'
import type { RoomPasswords } from './passwords'
import { type PausePart, type PauseState, pause } from './pause'
import { createQuiet, type QuietPart } from './quiet'
import { type RecordersPart, recorderWatch } from './recorders'
import { type RemovalsPart, removals } from './removals'
import {
  type Effect,
  earlier,
  type GuardInput,
  type Press,
  type Slice,
  type Stepped,
  type World,
} from './slice'

/** All that the guard knows. Immutable. */
export interface GuardState {
  readonly control: ControlPart
  readonly lockTime: LockTimePart
  readonly door: LockPart
  readonly removals: RemovalsPart
  readonly knocks: KnocksPart
  /** Microphones. */
  readonly quiet: QuietPart
  readonly cameras: QuietPart
  readonly pause: PausePart
  readonly recorders: RecordersPart
  readonly noteTakers: NoteTakersPart
  readonly alarms: AlarmsPart
}
type PartName = keyof GuardState

/** In the order in which they hear: the door before the removal that it is shut for. */
const parts: { readonly [Name in PartName]: Slice<GuardState[Name]> } = {
  control: controlWatch,
  lockTime,
  door,
  removals,
  knocks,
  quiet: createQuiet('audio'),
  cameras: createQuiet('video'),
  pause,
  recorders: recorderWatch,
  noteTakers: noteTakerWatch,
  alarms: alarmBoard,
}
const partNames = Object.keys(parts).filter((name): name is PartName => Object.hasOwn(parts, name))

/** Nothing known, nothing wished. */
export const initialGuard: GuardState = {
  control: parts.control.initial,
  lockTime: parts.lockTime.initial,
  door: parts.door.initial,
  removals: parts.removals.initial,
  knocks: parts.knocks.initial,
  quiet: parts.quiet.initial,
  cameras: parts.cameras.initial,
  pause: parts.pause.initial,
  recorders: parts.recorders.initial,
  noteTakers: parts.noteTakers.initial,
  alarms: parts.alarms.initial,
}

/** The pause with what the other parts keep of it: what the view draws. */
export const pauseOf = ({ pause: part, quiet, door: lock }: GuardState): PauseState => {
  switch (part.kind) {
    case 'none':
      return { kind: 'none' }
    case 'paused':
      return { ...part, floor: quiet.before?.floor ?? [] }
    case 'resumed':
      return { ...part, asked: quiet.asked, isDoorLeftShut: lock.isLeftShut }
  }
}

const stepPart = <Name extends PartName>(
  name: Name,
  state: GuardState,
  input: GuardInput,
  world: World,
): Stepped<GuardState> => {
  const stepped = parts[name].step(state[name], input, world)
  return {
    state: stepped.state === state[name] ? state : { ...state, [name]: stepped.state },
    effects: stepped.effects,
  }
}

/** One step: pure. Signals are heard by every part before it ends; the other effects are the driver's. */
export const stepGuard = (before: GuardState, input: GuardInput, world: World): Stepped<GuardState> => {
  let state = before
  const effects: Effect[] = []
  const inputs = [input]
  for (const one of inputs) {
    for (const name of partNames) {
      const stepped = stepPart(name, state, one, world)
      state = stepped.state
      for (const effect of stepped.effects) {
        if (effect.kind === 'signal') inputs.push(effect)
        else effects.push(effect)
      }
    }
  }
  return { state, effects }
}

const wakesAtMs = <Name extends PartName>(name: Name, state: GuardState): number | null =>
  parts[name].wakesAtMs(state[name])

/** When the guard wants a tick, in milliseconds since the epoch; null: not by itself. */
export const guardWakesAtMs = (state: GuardState): number | null =>
  partNames.reduce<number | null>((first, name) => earlier(first, wakesAtMs(name, state)), null)

/** What the driver is made with. */
export interface GuardOptions {
  clock: Clock
  send: SendCommand
  passwords: RoomPasswords
  roster: Pick<Roster, 'ownId' | 'people' | 'get'>
  fallbackName: (ordinal: number) => string
  onModerator: () => void
  onAskToUnmute: (id: string) => void
  onChange: () => void
}

/** Makes the driver, with nothing known. */
export const createGuard = (options: GuardOptions) => {
  const { clock, send, passwords, roster } = options
  let state = initialGuard
  let step = 1
  let armed: { dueAtMs: number; stop: () => void } | null = null
  let inputs: GuardInput[] | null = null

  const world = (): World => ({
    nowMs: clock.nowMs(),
    step,
    ownId: roster.ownId(),
    // Most of what happens needs nobody's line, and a list of five hundred is made anew after every change.
    get people() {
      return roster.people()
    },
    person: (id) => roster.get(id),
    fallbackName: options.fallbackName,
    password: passwords.current(),
    isPasswordOnRoom: passwords.isOnRoom(),
  })

  const perform = (effect: Effect): void => {
    switch (effect.kind) {
      case 'command':
        send(effect.command, (result) => feed({ kind: 'result', ref: effect.ref, result }))
        return
      case 'makePassword':
        void passwords
          .renew()
          .then((password) => feed({ kind: 'passwordMade', forRun: effect.forRun, password }))
        return
      case 'passwordSent':
        passwords.markSent()
        return
      case 'passwordTakenOff':
        void passwords.takenOff()
        return
      case 'askToUnmute':
        options.onAskToUnmute(effect.id)
        return
      case 'becameModerator':
        options.onModerator()
        return
      case 'signal':
        return
    }
  }

  const arm = (): void => {
    const dueAtMs = guardWakesAtMs(state)
    // A timer set anew waits behind what is in the page's queue already: in a flood of events it would never come.
    if (dueAtMs === (armed?.dueAtMs ?? null)) return
    armed?.stop()
    armed = null
    if (dueAtMs === null) return
    const stop = clock.after(dueAtMs - clock.nowMs(), () => {
      armed = null
      feed({ kind: 'tick' })
    })
    armed = { dueAtMs, stop }
  }

  /** What comes while a step is performed waits for its end. */
  function feed(input: GuardInput): void {
    if (inputs !== null) {
      inputs.push(input)
      return
    }
    // Nor does what is due wait for its timer where an event comes first.
    const isDue = armed !== null && armed.dueAtMs <= clock.nowMs()
    inputs = isDue ? [{ kind: 'tick' }, input] : [input]
    for (const one of inputs) {
      step += 1
      const stepped = stepGuard(state, one, world())
      state = stepped.state
      for (const effect of stepped.effects) perform(effect)
    }
    inputs = null
    arm()
    options.onChange()
  }

  return {
    state: (): GuardState => state,
    /** Counts what happened: a poll notes it when it is asked. */
    step: (): number => step,
    feed,
    press: (press: Press): void => feed({ kind: 'press', press }),
    raise: (alarm: 'pageMisbehaves' | 'tooMuch'): void =>
      feed({ kind: 'signal', signal: { kind: 'raise', alarm, person: null } }),
    /** Forgets everything. */
    wipe(): void {
      state = initialGuard
      arm()
    },
  }
}

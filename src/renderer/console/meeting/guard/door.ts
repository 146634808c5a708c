/**
 * @file The lock: lock, unlock, and shutting the door when somebody is removed. One run at a time; a newer wish ends the
 * older run where it stands, so their commands never mix. Lock only ever locks.
 *
 * Order: password, two seconds, lobby on; unlock the reverse (trap 3; docs/meeting-api.md). A reconnect leaves the wish
 * "not known": what was locked may be open, and what was open may be locked (trap 4).
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import {
  begin,
  type CommandStatus,
  confirm,
  expire,
  lapse,
  notAsked,
  notShownAtMs,
  type ProofEnd,
  queue,
  type Tracked,
  takeResult,
} from './command-status'
import {
  type CommandRef,
  type Effect,
  earlier,
  type GuardInput,
  just,
  type Slice,
  type Stepped,
  type World,
} from './slice'

/** Between a password and a lobby command, in milliseconds: back to back they overwrite each other (trap 3). */
export const DOOR_PAUSE_MS = 2000

/** What the facilitator last wished, and where it stands. */
export interface DoorState {
  /** `unknown`: after coming back to a room that may have been locked before. */
  wish: 'none' | 'unknown' | 'locked' | 'unlocked'
  status: CommandStatus
  /** What the server shows of the lobby; null where it shows nothing, or something ended what it showed. */
  isLobbyShownOn: boolean | null
}

type Form = 'password' | 'lobby'
/** `pause` and `open` move the lobby alone: they give back what a pause took. */
type RunKind = 'lock' | 'unlock' | 'removal' | 'pause' | 'open'
type Step =
  | { form: 'lobby'; isOn: boolean }
  | { form: 'password'; text: string }
  | { form: 'password'; text: '' }
  /** The vault makes a password first. */
  | { form: 'password'; text: null }

interface LobbyCommand {
  readonly isOn: boolean
  readonly attempt: number
}

/** The lock as the guard holds it. */
export interface LockPart {
  readonly wish: DoorState['wish']
  readonly tracked: Tracked
  readonly isLobbyShownOn: boolean | null
  /** The step at which that was heard. */
  readonly heardStep: number
  /** The form that left last. */
  readonly last: { form: Form; atMs: number } | null
  /** The lobby command that may have reached the meeting, and the one before it, which stands should it not have. */
  readonly sentLobby: (LobbyCommand & { readonly before: LobbyCommand | null }) | null
  readonly run: { kind: RunKind; steps: readonly Step[]; id: number } | null
  readonly again: RunKind | null
  readonly waitsUntilMs: number | null
  /** The run that a password is being made for; 0: none. */
  readonly makesPasswordFor: number
  /** What a pause has to give back; null: none shut the door, or something newer was wished since. */
  readonly before: { readonly wish: DoorState['wish']; readonly isShut: boolean | null } | null
  /** The last pause is over, and the door was left shut: what it was before was not known. */
  readonly isLeftShut: boolean
}

const initial: LockPart = {
  wish: 'none',
  tracked: notAsked,
  isLobbyShownOn: null,
  heardStep: 0,
  last: null,
  sentLobby: null,
  run: null,
  again: null,
  waitsUntilMs: null,
  makesPasswordFor: 0,
  before: null,
  isLeftShut: false,
}

/** What the view draws. */
export const doorOf = ({ wish, tracked, isLobbyShownOn }: LockPart): DoorState => ({
  wish,
  status: tracked.status,
  isLobbyShownOn,
})

const stopRun = (part: LockPart): LockPart => ({ ...part, run: null, again: null, waitsUntilMs: null })

const stepsOf = (part: LockPart, kind: RunKind, { nowMs, password, isPasswordOnRoom }: World): Step[] => {
  const on: Step = { form: 'lobby', isOn: true }
  switch (kind) {
    case 'lock': {
      if (password === null) return [on]
      const ready: Step = { form: 'password', text: password }
      // A password sent while the lobby may be on, to a client that has not heard of it, would destroy the lobby
      // and let in everyone who waits (docs/meeting-api.md): once both were sent, only the lobby is said again.
      const isPausing = part.last?.form === 'lobby' && nowMs - part.last.atMs < DOOR_PAUSE_MS
      if (part.sentLobby?.isOn !== true && !isPausing) return [ready, on]
      return isPasswordOnRoom ? [on] : [on, ready, on]
    }
    case 'unlock':
      return [
        { form: 'lobby', isOn: false },
        { form: 'password', text: '' },
      ]
    case 'pause':
      return [on]
    case 'open':
      return [{ form: 'lobby', isOn: false }]
    case 'removal':
      // The lobby once more at the end: should the new password have cost it, it comes back.
      return isPasswordOnRoom ? [on, { form: 'password', text: null }] : [on]
  }
}

const perform = (part: LockPart, step: Step, world: World): Stepped<LockPart> => {
  const ref = (of: CommandRef['of']): CommandRef => ({ of, about: '', attempt: world.step })
  const last = { form: step.form, atMs: world.nowMs }
  if (step.form === 'lobby') {
    const { isOn } = step
    return {
      state: {
        ...part,
        last,
        sentLobby: { isOn, attempt: world.step, before: part.sentLobby },
        tracked: begin(world.step),
        // Turned on a second time, the server tells nothing: what it has shown still holds (trap 2).
        isLobbyShownOn: isOn ? part.isLobbyShownOn : null,
      },
      effects: [{ kind: 'command', command: { name: 'toggleLobby', isOn }, ref: ref('lobby') }],
    }
  }
  if (step.text === null) {
    const id = part.run?.id ?? 0
    return { state: { ...part, makesPasswordFor: id }, effects: [{ kind: 'makePassword', forRun: id }] }
  }
  const of = step.text === '' ? 'noPassword' : 'password'
  const effect: Effect = { kind: 'command', command: { name: 'password', password: step.text }, ref: ref(of) }
  return { state: { ...part, last }, effects: [effect] }
}

/** Performs one step where its time has come; the next follows at the next tick or at once. */
const advance = (before: LockPart, world: World): Stepped<LockPart> => {
  const part = { ...before, waitsUntilMs: null }
  if (!part.run) return just(part)
  const [step, ...steps] = part.run.steps
  if (!step) {
    const { again } = part
    const ended = stopRun(part)
    return again === null ? just(ended) : start(ended, again, world)
  }
  const dueAtMs = part.last && part.last.form !== step.form ? part.last.atMs + DOOR_PAUSE_MS : 0
  if (dueAtMs > world.nowMs) return just({ ...part, waitsUntilMs: dueAtMs })
  const performed = perform({ ...part, run: { ...part.run, steps } }, step, world)
  const rest = advance(performed.state, world)
  return { state: rest.state, effects: [...performed.effects, ...rest.effects] }
}

function start(part: LockPart, kind: RunKind, world: World): Stepped<LockPart> {
  const run = { kind, steps: stepsOf(part, kind, world), id: world.step }
  return advance({ ...part, again: null, run }, world)
}

const request = (part: LockPart, kind: RunKind, world: World): Stepped<LockPart> => {
  const isOpening = kind === 'unlock' || kind === 'open'
  // What a pause took is given back unless the door was somebody's own wish since.
  const before = kind === 'pause' ? part.before : null
  const wished: LockPart = { ...part, before, isLeftShut: false, wish: isOpening ? 'unlocked' : 'locked' }
  const isRunning = part.run?.kind === kind || (part.run?.kind === 'removal' && kind === 'lock')
  if (isRunning) return just({ ...wished, again: kind })
  return start({ ...stopRun(wished), tracked: queue(world.step) }, kind, world)
}

const lock = (part: LockPart, world: World): Stepped<LockPart> => {
  const requested = request(part, 'lock', world)
  if (world.password !== null) return requested
  // Locked by the lobby alone meanwhile; the password follows when the vault has made it.
  return {
    state: { ...requested.state, makesPasswordFor: world.step },
    effects: [...requested.effects, { kind: 'makePassword', forRun: world.step }],
  }
}

/** A pause shuts the door and remembers how it was; a room that is locked is locked once more. */
const pausing = (part: LockPart, world: World): Stepped<LockPart> => {
  if (part.before === null && part.wish === 'locked') return lock(part, world)
  const before = part.before ?? { wish: part.wish, isShut: part.isLobbyShownOn }
  return request({ ...part, before }, 'pause', world)
}

const resuming = (part: LockPart, world: World): Stepped<LockPart> => {
  const { before } = part
  if (before === null) return just(part)
  if (before.isShut === true) {
    return just({ ...stopRun(part), before: null, wish: before.wish, tracked: notAsked })
  }
  if (before.wish === 'unlocked') return request(part, 'unlock', world)
  if (before.isShut === false) return request(part, 'open', world)
  // The server tells of a lobby that it turned on. It told nothing: the lobby may have been on before.
  return just({ ...part, before: null, isLeftShut: true })
}

/** Confirms what is wished where the lobby is shown so, since the last command that could have changed it. */
const look = (part: LockPart, heldBack: ProofEnd = 'shownOtherwise'): LockPart => {
  const { wish, isLobbyShownOn, sentLobby, tracked } = part
  const wants = wish === 'locked' ? true : wish === 'unlocked' ? false : null
  if (wants === null || sentLobby?.isOn !== wants) return part
  if (isLobbyShownOn === wants) return { ...part, tracked: confirm(tracked, 'lobbyShown') }
  return { ...part, tracked: lapse(tracked, heldBack) }
}

const shown = (part: LockPart, isOn: boolean, heardStep: number): Stepped<LockPart> => {
  const state = look({ ...part, isLobbyShownOn: isOn, heardStep })
  return isOn ? just(state) : { state, effects: [{ kind: 'signal', signal: { kind: 'lobbyOff' } }] }
}

const ended = (part: LockPart, why: ProofEnd, { step }: World): Stepped<LockPart> => {
  // That the lobby is off is doubted by neither; that it is on, is.
  if (part.isLobbyShownOn === false) return just(part)
  const tracked = lapse(part.tracked, why)
  return just({ ...part, tracked, isLobbyShownOn: null, heardStep: step })
}

const receiveEvent = (part: LockPart, event: MeetingEvent, world: World): Stepped<LockPart> => {
  // Outside, nothing is heard of the room.
  if (world.ownId === null) return just(part)
  switch (event.name) {
    case 'ownLobbyShown': {
      // Turned on a second time it tells nothing (trap 2): it was off before.
      const isProof = event.isOn && part.before?.isShut === null
      const before = isProof && part.before ? { ...part.before, isShut: false } : part.before
      return shown({ ...part, before }, event.isOn, world.step)
    }
    case 'lobbyChanged':
      return shown(part, event.isEnabled, world.step)
    case 'hinted':
      if (event.description === 'lobby.notificationLobbyEnabled') return shown(part, true, world.step)
      if (event.description === 'lobby.notificationLobbyDisabled') return shown(part, false, world.step)
      // Whoever knows another password passes the lobby, and setting one may have cost it (traps 3, 4).
      return /^notify\.password(Set|Removed)Remotely$/.test(event.title)
        ? ended(part, 'changedByOther', world)
        : just(part)
    default:
      return just(part)
  }
}

const receiveResult = (
  part: LockPart,
  { ref, result }: Extract<GuardInput, { kind: 'result' }>,
  world: World,
): Stepped<LockPart> => {
  switch (ref.of) {
    case 'lobby': {
      const taken: LockPart = {
        ...part,
        tracked: takeResult(part.tracked, ref.attempt, result, world.nowMs),
      }
      if (result.kind === 'sent') {
        const isOff = part.sentLobby?.attempt === ref.attempt && !part.sentLobby.isOn
        const effects: Effect[] = isOff ? [{ kind: 'signal', signal: { kind: 'lobbyOff' } }] : []
        return { state: look(taken), effects }
      }
      if (result.why === 'unanswered' || part.sentLobby === null) return just(taken)
      const { before, ...latest } = part.sentLobby
      if (before?.attempt === ref.attempt) return just({ ...taken, sentLobby: { ...latest, before: null } })
      if (latest.attempt !== ref.attempt) return just(taken)
      // It did not reach the meeting: what follows it must not either, and the one before it still holds.
      return just({ ...stopRun(taken), sentLobby: before && { ...before, before: null } })
    }
    case 'password': {
      if (result.kind === 'sent') return { state: part, effects: [{ kind: 'passwordSent' }] }
      // A script that refuses it must not keep the lobby, which is what locks, away.
      return just(
        result.why === 'noConnection'
          ? { ...stopRun(part), tracked: { ...part.tracked, status: result } }
          : part,
      )
    }
    case 'noPassword': {
      if (part.wish !== 'unlocked') return just(part)
      // The kept one is forgotten only when taking it off was handed over.
      if (result.kind === 'sent') return { state: part, effects: [{ kind: 'passwordTakenOff' }] }
      return just({ ...part, tracked: { ...part.tracked, attempt: ref.attempt, status: result } })
    }
    default:
      return just(part)
  }
}

const passwordMade = (
  part: LockPart,
  { forRun, password }: Extract<GuardInput, { kind: 'passwordMade' }>,
  world: World,
): Stepped<LockPart> => {
  // A newer wish may have come while the vault wrote: then the door is its business.
  if (password === null || part.wish !== 'locked' || part.makesPasswordFor !== forRun) return just(part)
  const steps: Step[] = [
    { form: 'password', text: password },
    { form: 'lobby', isOn: true },
  ]
  const run = { kind: part.run?.kind ?? 'lock', steps, id: world.step } as const
  return advance({ ...stopRun(part), makesPasswordFor: 0, run }, world)
}

/** The lock. */
export const door: Slice<LockPart> = {
  initial,
  step(part, input, world) {
    switch (input.kind) {
      case 'press':
        if (input.press.kind === 'lock') return lock(part, world)
        return input.press.kind === 'unlock' ? request(part, 'unlock', world) : just(part)
      case 'signal':
        switch (input.signal.kind) {
          case 'removing':
            return request(part, 'removal', world)
          case 'pausing':
            return pausing(part, world)
          case 'resuming':
            return resuming(part, world)
          case 'firstKnock':
            return part.sentLobby?.isOn === true && part.tracked.status.kind !== 'sending'
              ? just(knockShows(part, world))
              : just(part)
          case 'cameUnasked':
            return ended(part, 'cameInUnasked', world)
          default:
            return just(part)
        }
      case 'event':
        return receiveEvent(part, input.event, world)
      case 'polled': {
        const { isLobbyOn } = input.polled
        const sinceStep = Math.max(part.heardStep, part.sentLobby?.attempt ?? 0)
        // A poll asked before the command, or before what an event has said since, speaks of the time before. What it
        // says is as old as its question: of two on their way at once, the one asked later is the newer.
        const isNew = isLobbyOn !== null && input.askedStep >= sinceStep
        return isNew ? shown(part, isLobbyOn, input.askedStep) : just(part)
      }
      case 'result':
        return receiveResult(part, input, world)
      case 'passwordMade':
        return passwordMade(part, input, world)
      case 'tick': {
        const expired = { ...part, tracked: expire(part.tracked, world.nowMs) }
        const isDue = part.waitsUntilMs !== null && part.waitsUntilMs <= world.nowMs
        return isDue ? advance(expired, world) : just(expired)
      }
      case 'out': {
        const wasTouched = part.wish !== 'none' || world.isPasswordOnRoom
        return just({ ...initial, before: part.before, wish: wasTouched ? 'unknown' : 'none' })
      }
    }
  },
  wakesAtMs: ({ tracked, waitsUntilMs }) => earlier(notShownAtMs(tracked), waitsUntilMs),
}

/** Somebody new had to knock: the lobby is on. */
function knockShows(part: LockPart, { step }: World): LockPart {
  const tracked = part.wish === 'locked' ? confirm(part.tracked, 'knock') : part.tracked
  return { ...part, isLobbyShownOn: true, heardStep: step, tracked }
}

/**
 * @file What is sent to move the door, and in which order: one run at a time, a form to the server each step. A newer
 * wish ends the older run where it stands, so their commands never mix.
 *
 * Order: password, two seconds, lobby on; unlock the reverse (trap 3; docs/meeting-api.md).
 */
import { begin, type CommandStatus, notAsked, queue, type Tracked } from './command-status'
import { type CommandRef, type Effect, just, type Stepped, type World } from './slice'

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
export type RunKind = 'lock' | 'unlock' | 'removal' | 'pause' | 'open'
/** One form to the server. */
export type Step =
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

/** Nothing wished, nothing known. */
export const initialLock: LockPart = {
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

/** What was still to be sent is not. */
export const stopRun = (part: LockPart): LockPart => ({ ...part, run: null, again: null, waitsUntilMs: null })

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
export const advance = (before: LockPart, world: World): Stepped<LockPart> => {
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

function start(
  part: LockPart,
  kind: RunKind,
  world: World,
  unfinished: readonly Step[] = [],
): Stepped<LockPart> {
  const run = { kind, steps: [...stepsOf(part, kind, world), ...unfinished], id: world.step }
  return advance({ ...part, again: null, run }, world)
}

/** A wish begins its run; the same one again is said once more as the present one ends. */
export const request = (part: LockPart, kind: RunKind, world: World): Stepped<LockPart> => {
  const isOpening = kind === 'unlock' || kind === 'open'
  // What a pause took is given back unless the door was somebody's own wish since.
  const before = kind === 'pause' ? part.before : null
  const wished: LockPart = { ...part, before, isLeftShut: false, wish: isOpening ? 'unlocked' : 'locked' }
  const isRunning = part.run?.kind === kind || (part.run?.kind === 'removal' && kind === 'lock')
  if (isRunning) return just({ ...wished, again: kind })
  // A removal shuts the door first, and the password of a lock that is still under way follows.
  const isLockUnfinished = kind === 'removal' && part.run?.kind === 'lock' && !world.isPasswordOnRoom
  const unfinished = isLockUnfinished ? part.run.steps : []
  return start({ ...stopRun(wished), tracked: queue(world.step) }, kind, world, unfinished)
}

/** Locks, with the password that is ready; where none is, it follows once the vault has made it. */
export const lock = (part: LockPart, world: World): Stepped<LockPart> => {
  const requested = request(part, 'lock', world)
  if (world.password !== null) return requested
  // Locked by the lobby alone meanwhile; the password follows when the vault has made it.
  return {
    state: { ...requested.state, makesPasswordFor: world.step },
    effects: [...requested.effects, { kind: 'makePassword', forRun: world.step }],
  }
}

/**
 * A pause shuts the door and remembers how it was. Of a room that is locked only the lobby is said once more: a password
 * that it does not have would stay.
 */
export const pausing = (part: LockPart, world: World): Stepped<LockPart> => {
  if (part.before === null && part.wish === 'locked') {
    return part.run === null ? request(part, 'pause', world) : just(part)
  }
  const { kind } = part.tracked.status
  // An unlocking that is still on its way is interrupted: what is shown is the door before it, and it is done anew.
  const isOpening = part.wish === 'unlocked' && (kind === 'queued' || kind === 'sending' || kind === 'sent')
  const before = part.before ?? { wish: part.wish, isShut: isOpening ? null : part.isLobbyShownOn }
  return request({ ...part, before }, 'pause', world)
}

/** Gives back what the pause took, unless something newer was wished. */
export const resuming = (part: LockPart, world: World): Stepped<LockPart> => {
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

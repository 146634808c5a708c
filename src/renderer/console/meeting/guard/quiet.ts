/**
 * @file Quiet, once for microphones and once for cameras: moderation on, then what is open is stopped (trap 8: stopping
 * alone is momentary). Microphones are confirmed only while the server shows moderation on and every one but ours muted;
 * cameras say only that the server holds them. Both only by what was shown after the command.
 *
 * A reconnect forgets all of it, but what a pause has to give back: the room may have been anybody's in the meantime.
 */
import type { HeldMedia } from '../../../../contract/room-protocol'
import { nameKey } from '../roster/display-name'
import type { Person, RosterChange } from '../roster/person'
import {
  begin,
  type CommandStatus,
  confirm,
  expire,
  lapse,
  notAsked,
  notShownAtMs,
  type Tracked,
  takeResult,
} from './command-status'
import { type Effect, type GuardInput, isCredible, just, type Slice, type Stepped, type World } from './slice'

/** What was wished, and where it stands. */
export interface QuietState {
  /** `released`: people may unmute themselves again. */
  wish: 'none' | 'quiet' | 'released'
  status: CommandStatus
}

/** No connection's id: they have gone, and only their name is left of them. */
const GONE_ID = ''

/** Somebody, for when a pause is over: they may have come back under another id. */
export type Named = Pick<Person, 'id' | 'name'>

/** Quiet of one kind as the guard holds it. */
export interface QuietPart {
  readonly wish: QuietState['wish']
  readonly tracked: Tracked
  /** What the server shows of moderation since the last command; null: nothing yet. */
  readonly isModerated: boolean | null
  /**
   * The server has not answered what was wished last: what is shown may be how it was before, until it shows what was
   * wished, or does not in its time, or the wish was not sent.
   */
  readonly isAwaited: boolean
  /** The step at which that was heard. */
  readonly heardStep: number
  /** The roster was polled since the last command. */
  readonly isPolled: boolean
  /** Who was given leave while it is held. */
  readonly approved: readonly Named[]
  /** What a pause has to give back; null: none holds it, or something newer was wished since. */
  readonly before: {
    readonly wish: QuietState['wish']
    readonly isHeld: boolean
    /** Whose it was to speak: their microphone was open. */
    readonly floor: readonly Named[]
    readonly approved: readonly Named[]
  } | null
  /** Who was asked to open their microphone as the last pause ended. */
  readonly asked: readonly Named[]
}

const initial: QuietPart = {
  wish: 'none',
  tracked: notAsked,
  isModerated: null,
  isAwaited: false,
  heardStep: 0,
  isPolled: false,
  approved: [],
  before: null,
  asked: [],
}

/** What the view draws. */
export const quietOf = ({ wish, tracked }: QuietPart): QuietState => ({ wish, status: tracked.status })

const lookHeld = (media: HeldMedia, state: QuietPart, { people }: World): Tracked => {
  const { tracked, isModerated } = state
  if (isModerated !== true) return lapse(tracked, 'shownOtherwise')
  // Whether each camera is off is seen in the meeting itself; that they are held is all that is said.
  if (media === 'video') return confirm(tracked, 'moderationShown')
  const others = people.filter((person) => !person.isSelf)
  if (others.some(({ mute }) => mute === 'unmuted')) return lapse(tracked, 'heard')
  if (others.some(({ mute }) => mute !== 'muted')) return lapse(tracked, 'newcomer')
  return state.isPolled ? confirm(tracked, 'moderationAndMutes') : tracked
}

const look = (media: HeldMedia, state: QuietPart, world: World): QuietPart => {
  const { wish, tracked, isModerated } = state
  const become = (next: Tracked): QuietPart => (next === tracked ? state : { ...state, tracked: next })
  if (wish === 'none') return state
  if (wish === 'quiet') return become(lookHeld(media, state, world))
  if (isModerated === false) return become(confirm(tracked, 'moderationShown'))
  return become(isModerated === true ? lapse(tracked, 'shownOtherwise') : tracked)
}

const refOf = { audio: 'quiet', video: 'cameras' } as const

const wishFor = (
  media: HeldMedia,
  wish: 'quiet' | 'released',
  { step }: World,
  kept: Partial<QuietPart> = {},
): Stepped<QuietPart> => {
  const ref = { of: refOf[media], about: '', attempt: step } as const
  const isOn = wish === 'quiet'
  const stopped = media === 'audio' ? (['audio'] as const) : (['video', 'desktop'] as const)
  const effects: Effect[] = [
    { kind: 'command', command: { name: 'toggleModeration', isOn, media }, ref },
    ...(isOn ? stopped : []).map(
      (one): Effect => ({ kind: 'command', command: { name: 'muteEveryone', media: one }, ref }),
    ),
  ]
  // What was shown before the command says nothing about what it did. Stopping everyone takes every leave back.
  const state = {
    ...initial,
    ...kept,
    wish,
    isAwaited: true,
    tracked: begin(step, effects.length),
    heardStep: step,
  }
  return { state, effects }
}

/**
 * Whether it was held before the pause: as we wished it while the server has not answered that, else as it has shown
 * since our last command, else as we wished it.
 */
const isHeld = ({ isModerated, isAwaited, wish, tracked: { status } }: QuietPart): boolean => {
  const isWished = wish === 'quiet' && (status.kind !== 'notSent' || status.why === 'unanswered')
  return isAwaited ? isWished : (isModerated ?? isWished)
}

/** What was wished last is shown, or its time is over: what is shown from here on is no answer to what was before it. */
const settled = (state: QuietPart): QuietPart => {
  const { isAwaited, wish, isModerated, tracked } = state
  if (!isAwaited) return state
  const { kind } = tracked.status
  const isOver = isModerated === (wish === 'quiet') || kind === 'notShown' || kind === 'notSent'
  return isOver ? { ...state, isAwaited: false } : state
}

const pausing = (media: HeldMedia, state: QuietPart, world: World): Stepped<QuietPart> => {
  // While everyone was being muted by us, an open microphone is the floor only with leave.
  const hasFloor = (person: Person): boolean =>
    media === 'audio' &&
    !person.isSelf &&
    person.mute === 'unmuted' &&
    (state.wish !== 'quiet' || state.approved.some(isSamePerson(person)))
  // Paused a second time, it is still the first one's "before" that is given back.
  const before = state.before ?? {
    wish: state.wish,
    isHeld: isHeld(state),
    floor: world.people.filter(hasFloor).map(({ id, name }) => ({ id, name })),
    approved: state.approved,
  }
  return wishFor(media, 'quiet', world, { before })
}

/** An id alone may be another person's by now, who came after they had gone. */
const isSamePerson =
  (person: Person) =>
  ({ id, name }: Named): boolean =>
    person.id === id && nameKey(person.name) === nameKey(name)

/** Whoever goes takes their id along; whoever changes their name is the same. */
const followed = (named: readonly Named[], change: RosterChange): readonly Named[] => {
  const { kind } = change
  if (kind !== 'gone' && kind !== 'renamed') return named
  const { id, name } = change.person
  return named.map((one) => (one.id !== id ? one : kind === 'gone' ? { ...one, id: GONE_ID } : { id, name }))
}

const follow = (state: QuietPart, changes: readonly RosterChange[]): QuietPart => {
  const moves = changes.filter(({ kind }) => kind === 'gone' || kind === 'renamed')
  if (moves.length === 0) return state
  const after = (named: readonly Named[]): readonly Named[] => moves.reduce(followed, named)
  const { approved, before } = state
  return {
    ...state,
    // Leave ends with the connection that had it; only a pause gives it to who comes back.
    approved: after(approved).filter(({ id }) => id !== GONE_ID),
    before: before && { ...before, floor: after(before.floor), approved: after(before.approved) },
  }
}

/** Those who are here now, by their connection, or by a name that one person has. */
const stillHere = (named: readonly Named[], { people }: World): readonly Named[] => {
  const here = named.flatMap(({ id, name }) => {
    const same = people.find((person) => isSamePerson(person)({ id, name }))
    if (same) return [same]
    const alike = people.filter((person) => nameKey(person.name) === nameKey(name))
    return alike.length === 1 ? alike : []
  })
  return [...new Map(here.filter(({ isSelf }) => !isSelf).map(({ id, name }) => [id, { id, name }])).values()]
}

const resuming = (media: HeldMedia, state: QuietPart, world: World): Stepped<QuietPart> => {
  const { before } = state
  if (before === null) return just(state)
  const leave = stillHere(before.isHeld ? before.approved : [], world)
  if (media === 'video') {
    const ref = { of: 'leave', about: '', attempt: world.step } as const
    const effects = leave.map(
      ({ id }): Effect => ({ kind: 'command', command: { name: 'approveVideo', id }, ref }),
    )
    if (before.isHeld) return { state: heldBefore(state, before.wish), effects }
    return wishFor(media, 'released', world)
  }
  const asked = stillHere([...before.floor, ...leave], world)
  const effects = asked.map(({ id }): Effect => ({ kind: 'askToUnmute', id }))
  if (before.isHeld) return { state: { ...heldBefore(state, before.wish), asked }, effects }
  const released = wishFor(media, 'released', world, { asked })
  return { state: released.state, effects: [...released.effects, ...effects] }
}

/** It stays held, as it was: by our own wish, which was sent again as the room was paused, or by somebody else's. */
const heldBefore = (state: QuietPart, wish: QuietState['wish']): QuietPart =>
  wish === 'quiet'
    ? { ...state, before: null }
    : { ...state, before: null, wish: 'none', tracked: notAsked, isAwaited: false }

const receiveEvent = (
  media: HeldMedia,
  state: QuietPart,
  { event }: Extract<GuardInput, { kind: 'event' }>,
  world: World,
): QuietPart => {
  if (!('mediaType' in event) || event.mediaType !== media) return state
  switch (event.name) {
    case 'moderationChanged': {
      // It is told twice: the second time nobody's leave is over.
      const approved = event.isEnabled === state.isModerated ? state.approved : []
      return { ...state, approved, isModerated: event.isEnabled, heardStep: world.step }
    }
    case 'moderationApproved': {
      const person = world.person(event.id)
      const others = state.approved.filter(({ id }) => id !== event.id)
      return person ? { ...state, approved: [...others, { id: person.id, name: person.name }] } : state
    }
    case 'moderationRejected':
      return { ...state, approved: state.approved.filter(({ id }) => id !== event.id) }
    default:
      return state
  }
}

const receivePoll = (
  media: HeldMedia,
  state: QuietPart,
  { polled, askedStep }: Extract<GuardInput, { kind: 'polled' }>,
  world: World,
): QuietPart => {
  // An event that came since it was asked knows better.
  if (askedStep < state.heardStep && state.wish !== 'none') return state
  const shown = media === 'audio' ? polled.isAudioModerated : polled.isVideoModerated
  const isNews = shown !== null && askedStep >= state.heardStep
  const isPolled = state.isPolled || isCredible(polled.people, world.ownId)
  return { ...state, ...(isNews ? { isModerated: shown } : {}), isPolled }
}

/**
 * Quiet of one kind.
 *
 * @param media - microphones, or cameras and what is shared of a screen.
 */
export const createQuiet = (media: HeldMedia): Slice<QuietPart> => {
  const presses = { audio: ['quiet', 'releaseQuiet'], video: ['quietCameras', 'releaseCameras'] } as const
  const [hold, release] = presses[media]
  return {
    initial,
    step(state, input, world) {
      switch (input.kind) {
        case 'press':
          if (input.press.kind === hold) return wishFor(media, 'quiet', world)
          return input.press.kind === release ? wishFor(media, 'released', world) : just(state)
        case 'signal':
          if (input.signal.kind === 'pausing') return pausing(media, state, world)
          return input.signal.kind === 'resuming' ? resuming(media, state, world) : just(state)
        case 'event':
          return just(
            look(media, settled(receiveEvent(media, follow(state, input.changes), input, world)), world),
          )
        case 'polled':
          return just(
            look(media, settled(receivePoll(media, follow(state, input.changes), input, world)), world),
          )
        case 'result': {
          if (input.ref.of !== refOf[media]) return just(state)
          const tracked = takeResult(state.tracked, input.ref.attempt, input.result, world.nowMs)
          return just(look(media, settled({ ...state, tracked }), world))
        }
        case 'tick':
          return just(settled({ ...state, tracked: expire(state.tracked, world.nowMs) }))
        case 'out':
          return just({ ...initial, before: state.before })
        case 'passwordMade':
          return just(state)
      }
    },
    wakesAtMs: ({ tracked }) => notShownAtMs(tracked),
  }
}

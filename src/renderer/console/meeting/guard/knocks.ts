/**
 * @file Who waits to enter, and who came in without having been let in. A knock stays until it is answered or its person
 * appears: the meeting says nothing when a knocker leaves or somebody else lets them in, and inside they have another
 * id (trap 7).
 *
 * A reconnect forgets all of it but the names that were here tonight: the server tells a moderator who joins of everybody
 * who waits. A line that comes back by itself joins nothing anew, so nothing is told again: who waited stays, in doubt.
 */

import { isNobodysName, nameKey, shownName } from '../roster/display-name'
import type { RosterChange } from '../roster/person'
import {
  begin,
  type CommandStatus,
  confirm,
  expire,
  notAsked,
  notShownAtMs,
  type Tracked,
  takeResult,
} from './command-status'
import { type Effect, earlier, type GuardInput, just, type Slice, type Stepped, type World } from './slice'

/** One person at the door. */
export interface Knock {
  id: string
  name: string
  knockedAtMs: number
  /** Of letting them in. Confirmed: the server told the room so; whether they came is shown by their appearing. */
  admitting: CommandStatus
  /** Of "not now". Once it was sent the knock leaves the list; until then it stays. */
  denying: CommandStatus
  /** `mayHaveLeft`: some minutes old, or let in and not shown. `mayBeInside`: the lobby was turned off since. */
  doubt: 'none' | 'mayHaveLeft' | 'mayBeInside'
  /** Somebody of this name was inside tonight. A name is self-chosen: it may be somebody else. */
  wasNameHere: boolean
}

/** After this long a knock may be stale, in milliseconds (our default). */
export const KNOCK_STALE_AFTER_MS = 5 * 60_000
/** Most knocks held; more than a room takes cannot be answered by hand anyway. */
export const KNOCKS_MAX = 200
/** Most ids remembered of people who were inside. */
const INSIDE_MAX = 5000

interface Entry extends Omit<Knock, 'admitting' | 'denying'> {
  readonly admitting: Tracked
  readonly denying: Tracked
  readonly staleAtMs: number | null
}

/** The waiting list, and who has been inside since we joined. */
export interface KnocksPart {
  readonly entries: readonly Entry[]
  /** Counts knocks without a visible name. */
  readonly count: number
  readonly insideIds: ReadonlySet<string>
  /** By `nameKey`, of everybody but us who was inside tonight. */
  readonly namesHere: ReadonlySet<string>
  /** Everybody who knocked since we joined: the same knock told again shows nothing. */
  readonly heardIds: ReadonlySet<string>
  /** How many somebody else let in who have not appeared yet. */
  readonly otherAdmissions: number
}

const initial: KnocksPart = {
  entries: [],
  count: 0,
  insideIds: new Set(),
  namesHere: new Set(),
  heardIds: new Set(),
  otherAdmissions: 0,
}

/** What the view draws, oldest first. */
export const knocksOf = ({ entries }: KnocksPart): readonly Knock[] =>
  entries.map(({ id, name, knockedAtMs, doubt, wasNameHere, admitting, denying }) => ({
    id,
    name,
    knockedAtMs,
    doubt,
    wasNameHere,
    admitting: admitting.status,
    denying: denying.status,
  }))

const change = (part: KnocksPart, id: string, changed: (entry: Entry) => Entry | null): KnocksPart =>
  part.entries.some((entry) => entry.id === id)
    ? {
        ...part,
        entries: part.entries.flatMap((entry) => (entry.id === id ? (changed(entry) ?? []) : [entry])),
      }
    : part

/** Whether letting them in may have reached the server. */
const mayBeAdmitted = ({ admitting: { status } }: Entry): boolean =>
  status.kind !== 'idle' && (status.kind !== 'notSent' || status.why === 'unanswered')

const knocked = (
  part: KnocksPart,
  { id, displayName }: { id: string; displayName: string },
  world: World,
): Stepped<KnocksPart> => {
  if (world.person(id) !== undefined) return just(part)
  const staleAtMs = world.nowMs + KNOCK_STALE_AFTER_MS
  const known = part.entries.some((entry) => entry.id === id)
  const count = part.count + 1
  const name = shownName(displayName, world.fallbackName(count))
  if (known) return just(change(part, id, (entry) => ({ ...entry, name, staleAtMs, doubt: 'none' })))
  // Whoever was told "not now" and knocks again has another id; the same one is an old event that came late.
  const firstKnock: Effect[] = part.heardIds.has(id)
    ? []
    : [{ kind: 'signal', signal: { kind: 'firstKnock' } }]
  const heardIds = new Set([...part.heardIds, id].slice(-INSIDE_MAX))
  if (part.entries.length >= KNOCKS_MAX) {
    return {
      state: { ...part, heardIds },
      effects: [...firstKnock, { kind: 'signal', signal: { kind: 'raise', alarm: 'tooMuch', person: null } }],
    }
  }
  const entry: Entry = {
    id,
    name,
    knockedAtMs: world.nowMs,
    doubt: 'none',
    wasNameHere: !isNobodysName(name, world.fallbackName(count)) && part.namesHere.has(nameKey(name)),
    admitting: notAsked,
    denying: notAsked,
    staleAtMs,
  }
  return { state: { ...part, count, heardIds, entries: [...part.entries, entry] }, effects: firstKnock }
}

/** Somebody appeared: by a knock that was answered, or by a door that was open, or nobody knows how. */
const appeared = (
  part: KnocksPart,
  { person, wasHereBeforeUs }: Extract<RosterChange, { kind: 'appeared' }>,
  world: World,
): Stepped<KnocksPart> => {
  const { id, name, isSelf } = person
  const isExpected = wasHereBeforeUs || isSelf || part.insideIds.has(id)
  const insideIds = new Set([...part.insideIds, id].slice(-INSIDE_MAX))
  const key = nameKey(name)
  const isNamed = !isSelf && !isNobodysName(name, world.fallbackName(person.ordinal))
  const namesHere = !isNamed ? part.namesHere : new Set([...part.namesHere, key].slice(-INSIDE_MAX))
  const inside = { ...part, insideIds, namesHere }
  const isOpenTo = (entry: Entry): boolean => mayBeAdmitted(entry) || entry.doubt === 'mayBeInside'
  const letIn = isExpected
    ? undefined
    : part.entries.find((entry) => isOpenTo(entry) && (entry.id === id || nameKey(entry.name) === key))
  const answered = letIn ?? part.entries.find((entry) => entry.id === id)
  const without = answered ? change(inside, answered.id, () => null) : inside
  if (isExpected || letIn !== undefined) return just(without)
  if (part.otherAdmissions > 0) return just({ ...without, otherAdmissions: part.otherAdmissions - 1 })
  return { state: without, effects: [{ kind: 'signal', signal: { kind: 'cameUnasked' } }] }
}

const receiveChanges = (
  stepped: Stepped<KnocksPart>,
  changes: readonly RosterChange[],
  world: World,
): Stepped<KnocksPart> => {
  let { state } = stepped
  const effects = [...stepped.effects]
  for (const one of changes) {
    if (one.kind === 'tooMany') {
      effects.push({ kind: 'signal', signal: { kind: 'raise', alarm: 'tooMuch', person: null } })
    }
    if (one.kind !== 'appeared') continue
    const next = appeared(state, one, world)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

const answer = (part: KnocksPart, id: string, isAdmitted: boolean, { step }: World): Stepped<KnocksPart> => {
  if (!part.entries.some((entry) => entry.id === id)) return just(part)
  const ref = { of: isAdmitted ? 'admit' : 'deny', about: id, attempt: step } as const
  const state = change(part, id, (entry) => ({
    ...entry,
    admitting: isAdmitted ? begin(step) : notAsked,
    denying: isAdmitted ? notAsked : begin(step),
  }))
  return {
    state,
    effects: [{ kind: 'command', command: { name: 'answerKnockingParticipant', id, isAdmitted }, ref }],
  }
}

const tick = (entry: Entry, nowMs: number): Entry => {
  const admitting = expire(entry.admitting, nowMs)
  // Letting in somebody who has left is told by nothing: that is the sign (trap 2).
  const isUnanswered = admitting !== entry.admitting
  const isStale = entry.staleAtMs !== null && entry.staleAtMs <= nowMs
  const hasDoubt = entry.doubt === 'none' && (isUnanswered || isStale)
  return {
    ...entry,
    admitting,
    staleAtMs: isStale ? null : entry.staleAtMs,
    doubt: hasDoubt ? 'mayHaveLeft' : entry.doubt,
  }
}

const receiveEvent = (
  part: KnocksPart,
  { event }: Extract<GuardInput, { kind: 'event' }>,
  world: World,
): Stepped<KnocksPart> => {
  switch (event.name) {
    case 'knocking':
      return knocked(part, event, world)
    case 'ownAnswerShown':
      return just(
        change(part, event.id, (entry) =>
          event.isAdmitted ? { ...entry, admitting: confirm(entry.admitting, 'answerShown') } : null,
        ),
      )
    case 'hinted':
      return just(
        event.description === 'lobby.notificationLobbyAccessGranted'
          ? { ...part, otherAdmissions: Math.min(part.otherAdmissions + 1, KNOCKS_MAX) }
          : part,
      )
    default:
      return just(part)
  }
}

const lineBroke = ({ entries, count, namesHere, heardIds }: KnocksPart): KnocksPart => ({
  ...initial,
  count,
  namesHere,
  heardIds,
  entries: entries.map((entry) => ({
    ...entry,
    admitting: notAsked,
    denying: notAsked,
    staleAtMs: null,
    doubt: 'mayHaveLeft',
  })),
})

/** The waiting list. */
export const knocks: Slice<KnocksPart> = {
  initial,
  step(part, input, world) {
    switch (input.kind) {
      case 'event':
        return receiveChanges(receiveEvent(part, input, world), input.changes, world)
      case 'polled':
        return receiveChanges(just(part), input.changes, world)
      case 'press':
        if (input.press.kind === 'admit') return answer(part, input.press.id, true, world)
        return input.press.kind === 'deny' ? answer(part, input.press.id, false, world) : just(part)
      case 'signal': {
        const { signal } = input
        if (signal.kind === 'lobbyOff') {
          return just({ ...part, entries: part.entries.map((entry) => ({ ...entry, doubt: 'mayBeInside' })) })
        }
        if (signal.kind !== 'welcome') return just(part)
        const knock = part.entries.find(({ name }) => nameKey(name) === nameKey(signal.name))
        return knock ? answer(part, knock.id, true, world) : just(part)
      }
      case 'result': {
        const { ref, result } = input
        if (ref.of === 'admit') {
          return just(
            change(part, ref.about, (entry) => ({
              ...entry,
              admitting: takeResult(entry.admitting, ref.attempt, result, world.nowMs),
            })),
          )
        }
        if (ref.of !== 'deny') return just(part)
        return just(
          change(part, ref.about, (entry) => {
            const denying = takeResult(entry.denying, ref.attempt, result, world.nowMs)
            return denying.status.kind === 'sent' ? null : { ...entry, denying }
          }),
        )
      }
      case 'tick':
        return just({ ...part, entries: part.entries.map((entry) => tick(entry, world.nowMs)) })
      case 'out':
        return just(world.ownId === null ? { ...initial, namesHere: part.namesHere } : lineBroke(part))
      case 'passwordMade':
        return just(part)
    }
  },
  wakesAtMs: ({ entries }) =>
    entries.reduce<number | null>(
      (first, { admitting, staleAtMs }) => earlier(first, earlier(notShownAtMs(admitting), staleAtMs)),
      null,
    ),
}

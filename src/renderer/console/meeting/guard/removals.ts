/**
 * @file Removing somebody: the door is shut, they are removed at once, the reason is asked afterwards, and there is a
 * way back. A removal is no ban (trap 6). Memory only, for this session.
 *
 * A reconnect keeps who was removed, to mark their knock, and forgets how each removal stands: what was shown before
 * says nothing of the room we come back to.
 */
import { nameKey } from '../roster/display-name'
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
import { earlier, isCredible, just, type Slice, type Stepped, type World } from './slice'

/** One removal. */
export interface Removal {
  id: string
  name: string
  status: CommandStatus
  /** When it was last asked for, in milliseconds since the epoch. */
  removedAtMs: number
  /** The facilitator said that they may come back. */
  isWelcomeBack: boolean
  /** The facilitator is done with it: it only marks a knock by the same name. */
  isSettled: boolean
}

interface Entry extends Omit<Removal, 'status'> {
  readonly tracked: Tracked
  /** The meeting said that they were removed, since it was last asked for. */
  readonly isKickShown: boolean
}

/** Removals of this session, oldest first. */
export type RemovalsPart = readonly Entry[]

/** Most removals remembered; the oldest goes. */
const REMOVALS_MAX = 50

/** What the view draws. */
export const removalsOf = (part: RemovalsPart): readonly Removal[] =>
  part.map(({ tracked, id, name, removedAtMs, isWelcomeBack, isSettled }) => ({
    id,
    name,
    removedAtMs,
    isWelcomeBack,
    isSettled,
    status: tracked.status,
  }))

const change = (part: RemovalsPart, id: string, changed: (entry: Entry) => Entry): RemovalsPart =>
  part.some((entry) => entry.id === id)
    ? part.map((entry) => (entry.id === id ? changed(entry) : entry))
    : part

const removing = (part: RemovalsPart, id: string, name: string, world: World): Stepped<RemovalsPart> => {
  const ref = { of: 'removal', about: id, attempt: world.step } as const
  const entry: Entry = {
    id,
    name,
    tracked: begin(world.step),
    isKickShown: false,
    isWelcomeBack: false,
    isSettled: false,
    removedAtMs: world.nowMs,
  }
  const isKnown = part.some((known) => known.id === id)
  const state = isKnown ? change(part, id, () => entry) : [...part, entry].slice(-REMOVALS_MAX)
  return { state, effects: [{ kind: 'command', command: { name: 'kickParticipant', id }, ref }] }
}

const shown = (entry: Entry): Entry =>
  entry.isKickShown ? { ...entry, tracked: confirm(entry.tracked, 'kickedEvent') } : entry

const look = (part: RemovalsPart, { person }: World): RemovalsPart => {
  const isBack = ({ id, tracked }: Entry) => tracked.status.kind === 'confirmed' && person(id) !== undefined
  return part.some(isBack)
    ? part.map((entry) =>
        isBack(entry) ? { ...entry, isKickShown: false, tracked: lapse(entry.tracked, 'inList') } : entry,
      )
    : part
}

const press = (
  part: RemovalsPart,
  id: string,
  kind: 'remove' | 'letBackIn' | 'settleRemoval',
  world: World,
): Stepped<RemovalsPart> => {
  const known = part.find((entry) => entry.id === id)
  switch (kind) {
    case 'remove': {
      const person = world.person(id)
      if (person?.isSelf || (!person && !known)) return just(part)
      const name = person?.name ?? known?.name ?? ''
      // Every part hears this in order: the door first, then the removal itself.
      return { state: part, effects: [{ kind: 'signal', signal: { kind: 'removing', id, name } }] }
    }
    case 'letBackIn': {
      if (!known) return just(part)
      const latest = part.findLast(({ name }) => nameKey(name) === nameKey(known.name))
      const state = change(part, id, (entry) => ({ ...entry, isWelcomeBack: true }))
      return latest?.id === id
        ? { state, effects: [{ kind: 'signal', signal: { kind: 'welcome', name: known.name } }] }
        : just(state)
    }
    case 'settleRemoval':
      return just(change(part, id, (entry) => ({ ...entry, isSettled: true })))
  }
}

/** Removals. */
export const removals: Slice<RemovalsPart> = {
  initial: [],
  step(part, input, world) {
    switch (input.kind) {
      case 'press':
        return 'id' in input.press && input.press.kind !== 'admit' && input.press.kind !== 'deny'
          ? press(part, input.press.id, input.press.kind, world)
          : just(part)
      case 'signal':
        return input.signal.kind === 'removing'
          ? removing(part, input.signal.id, input.signal.name, world)
          : just(part)
      case 'event': {
        const { event } = input
        const heard =
          event.name === 'kicked' && !event.isSelf
            ? change(part, event.kickedId, (entry) =>
                entry.tracked.status.kind === 'idle' ? entry : shown({ ...entry, isKickShown: true }),
              )
            : part
        return just(look(heard, world))
      }
      case 'polled': {
        const { people } = input.polled
        const looked = look(part, world)
        if (people === null || !isCredible(people, world.ownId)) return just(looked)
        const listed = new Set(people.map(({ id }) => id))
        return just(
          looked.map((entry) =>
            !listed.has(entry.id) && input.askedStep >= entry.tracked.attempt && !world.person(entry.id)
              ? { ...entry, tracked: goneFromPoll(entry.tracked) }
              : entry,
          ),
        )
      }
      case 'result': {
        const { ref, result } = input
        if (ref.of !== 'removal') return just(part)
        const taken = change(part, ref.about, (entry) =>
          shown({ ...entry, tracked: takeResult(entry.tracked, ref.attempt, result, world.nowMs) }),
        )
        return just(look(taken, world))
      }
      case 'tick':
        return just(part.map((entry) => ({ ...entry, tracked: expire(entry.tracked, world.nowMs) })))
      case 'out':
        return just(part.map((entry) => ({ ...entry, tracked: notAsked, isKickShown: false })))
      case 'passwordMade':
        return just(part)
    }
  },
  wakesAtMs: (part) =>
    part.reduce<number | null>((first, { tracked }) => earlier(first, notShownAtMs(tracked)), null),
}

/** That somebody was removed is the stronger of the two, and stays. */
function goneFromPoll(tracked: Tracked): Tracked {
  return tracked.status.kind === 'confirmed' ? tracked : confirm(tracked, 'goneFromPoll')
}

/**
 * @file Who has control: our own role and unexpected moderators, from the roster (trap 5). A reconnect forgets our
 * role: the server may have given it to somebody else. Who was named as co-facilitator is expected to be a moderator,
 * by their connection: a name alone proves nobody.
 */
import type { Person, RosterChange } from '../roster/person'
import { type Effect, just, type Slice, type Stepped, type World } from './slice'

/** `lost`: we were the moderator and are not any more. */
export type Control = 'unknown' | 'moderator' | 'notModerator' | 'lost'

/** Roles settle a moment after joining, in no fixed order; until then nothing is said. In milliseconds. */
export const ROLE_SETTLES_MS = 5000

/** Control as the guard holds it. */
export interface ControlPart {
  readonly control: Control
  readonly settlesAtMs: number | null
  /** Connections of those who were named as co-facilitators. */
  readonly coFacilitators: ReadonlySet<string>
}

const initial: ControlPart = { control: 'unknown', settlesAtMs: null, coFacilitators: new Set() }

const raise = (alarm: 'roleLost' | 'notModerator'): Effect => ({
  kind: 'signal',
  signal: { kind: 'raise', alarm, person: null },
})
const lower = (alarm: 'roleLost' | 'notModerator' | 'otherModerator', personId: string | null): Effect => ({
  kind: 'signal',
  signal: { kind: 'lower', alarm, personId },
})

const become = (state: ControlPart, control: Control): Stepped<ControlPart> => {
  if (control === state.control) return just(state)
  const effects: Effect[] = []
  if (control === 'moderator') {
    effects.push(lower('roleLost', null), lower('notModerator', null), { kind: 'becameModerator' })
  }
  if (control === 'lost') effects.push(raise('roleLost'))
  if (control === 'notModerator') effects.push(raise('notModerator'))
  return { state: { ...state, control }, effects }
}

const lookAtOurselves = (state: ControlPart, { ownId, person }: World): Stepped<ControlPart> => {
  const role = ownId === null ? undefined : person(ownId)?.role
  if (role === 'moderator') return become(state, 'moderator')
  const isOther = role !== undefined && role !== 'unknown'
  if (!isOther) return just(state)
  if (state.control === 'moderator') return become(state, 'lost')
  // After a line that came back by itself nothing settles any more: what is shown is so.
  return state.control === 'unknown' && state.settlesAtMs === null
    ? become(state, 'notModerator')
    : just(state)
}

const raiseAbout = ({ id, name }: Pick<Person, 'id' | 'name'>): Effect => ({
  kind: 'signal',
  signal: { kind: 'raise', alarm: 'otherModerator', person: { id, name } },
})

const aboutOthers = (
  { coFacilitators }: ControlPart,
  changes: readonly RosterChange[],
  { ownId }: World,
): readonly Effect[] =>
  changes.flatMap((change): Effect[] => {
    if (change.kind === 'gone') return [lower('otherModerator', change.person.id)]
    if (change.kind !== 'appeared' && change.kind !== 'role') return []
    const { id, role, isSelf } = change.person
    if (isSelf || id === ownId || coFacilitators.has(id)) return []
    return role === 'moderator' ? [raiseAbout(change.person)] : [lower('otherModerator', id)]
  })

const also = (stepped: Stepped<ControlPart>, effects: readonly Effect[]): Stepped<ControlPart> =>
  effects.length === 0 ? stepped : { ...stepped, effects: [...effects, ...stepped.effects] }

/** Whoever left comes back as another connection, which nobody named. */
const withoutGone = (state: ControlPart, changes: readonly RosterChange[]): ControlPart => {
  const gone = changes.flatMap((change) =>
    change.kind === 'gone' && state.coFacilitators.has(change.person.id) ? [change.person.id] : [],
  )
  if (gone.length === 0) return state
  return { ...state, coFacilitators: new Set([...state.coFacilitators].filter((id) => !gone.includes(id))) }
}

const setCoFacilitator = (
  state: ControlPart,
  id: string,
  isOne: boolean,
  world: World,
): Stepped<ControlPart> => {
  const person = world.person(id)
  if (!person || person.isSelf) return just(state)
  const coFacilitators = new Set(state.coFacilitators)
  if (isOne) {
    coFacilitators.add(id)
    return { state: { ...state, coFacilitators }, effects: [lower('otherModerator', id)] }
  }
  coFacilitators.delete(id)
  return {
    state: { ...state, coFacilitators },
    effects: person.role === 'moderator' ? [raiseAbout(person)] : [],
  }
}

/** Control. */
export const controlWatch: Slice<ControlPart> = {
  initial,
  step(state, input, world) {
    switch (input.kind) {
      case 'event': {
        const others = aboutOthers(state, input.changes, world)
        const here = withoutGone(state, input.changes)
        if (input.event.name !== 'joined') return also(lookAtOurselves(here, world), others)
        const settling = { ...here, settlesAtMs: world.nowMs + ROLE_SETTLES_MS }
        // Somebody already inside may have been shown as a moderator before we knew that it is us.
        return also(lookAtOurselves(settling, world), [...others, lower('otherModerator', world.ownId)])
      }
      case 'polled':
        return also(
          lookAtOurselves(withoutGone(state, input.changes), world),
          aboutOthers(state, input.changes, world),
        )
      case 'press': {
        const { press } = input
        return press.kind === 'setCoFacilitator'
          ? setCoFacilitator(state, press.personId, press.isOne, world)
          : just(state)
      }
      case 'tick': {
        if (state.settlesAtMs === null || state.settlesAtMs > world.nowMs) return just(state)
        const settled = { ...state, settlesAtMs: null }
        return state.control === 'unknown' ? become(settled, 'notModerator') : just(settled)
      }
      case 'out':
        return {
          state: { ...initial, coFacilitators: state.coFacilitators },
          effects: [lower('roleLost', null), lower('notModerator', null)],
        }
      default:
        return just(state)
    }
  },
  wakesAtMs: ({ settlesAtMs }) => settlesAtMs,
}

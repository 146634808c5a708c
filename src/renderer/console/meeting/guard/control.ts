/**
 * @file Who has control: our own role and unexpected moderators, from the roster (trap 5). A reconnect forgets our
 * role: the server may have given it to somebody else.
 */
import type { RosterChange } from '../roster/person'
import { type Effect, just, type Slice, type Stepped, type World } from './slice'

/** `lost`: we were the moderator and are not any more. */
export type Control = 'unknown' | 'moderator' | 'notModerator' | 'lost'

/** Roles settle a moment after joining, in no fixed order; until then nothing is said. In milliseconds. */
export const ROLE_SETTLES_MS = 5000

/** Control as the guard holds it. */
export interface ControlPart {
  readonly control: Control
  readonly settlesAtMs: number | null
}

const initial: ControlPart = { control: 'unknown', settlesAtMs: null }

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
  return state.control === 'moderator' && isOther ? become(state, 'lost') : just(state)
}

const aboutOthers = (changes: readonly RosterChange[], { ownId }: World): readonly Effect[] =>
  changes.flatMap((change): Effect[] => {
    if (change.kind === 'gone') return [lower('otherModerator', change.person.id)]
    if (change.kind !== 'appeared' && change.kind !== 'role') return []
    const { id, name, role, isSelf } = change.person
    if (isSelf || id === ownId) return []
    return role === 'moderator'
      ? [{ kind: 'signal', signal: { kind: 'raise', alarm: 'otherModerator', person: { id, name } } }]
      : [lower('otherModerator', id)]
  })

const also = (stepped: Stepped<ControlPart>, effects: readonly Effect[]): Stepped<ControlPart> =>
  effects.length === 0 ? stepped : { ...stepped, effects: [...effects, ...stepped.effects] }

/** Control. */
export const controlWatch: Slice<ControlPart> = {
  initial,
  step(state, input, world) {
    switch (input.kind) {
      case 'event': {
        const others = aboutOthers(input.changes, world)
        if (input.event.name !== 'joined') return also(lookAtOurselves(state, world), others)
        const settling = { ...state, settlesAtMs: world.nowMs + ROLE_SETTLES_MS }
        // Somebody already inside may have been shown as a moderator before we knew that it is us.
        return also(lookAtOurselves(settling, world), [...others, lower('otherModerator', world.ownId)])
      }
      case 'polled':
        return also(lookAtOurselves(state, world), aboutOthers(input.changes, world))
      case 'tick': {
        if (state.settlesAtMs === null || state.settlesAtMs > world.nowMs) return just(state)
        const settled = { ...state, settlesAtMs: null }
        return state.control === 'unknown' ? become(settled, 'notModerator') : just(settled)
      }
      case 'out':
        return { state: initial, effects: [lower('roleLost', null), lower('notModerator', null)] }
      default:
        return just(state)
    }
  },
  wakesAtMs: ({ settlesAtMs }) => settlesAtMs,
}

/**
 * @file The moment at which the charter wants the room locked: the guard locks then, once, if we may and nobody of ours
 * has locked or unlocked by hand. It can be put off. Before we are the moderator it waits.
 *
 * A reconnect keeps it: the time goes on while we are out.
 */
import { just, type Slice, type Stepped, type World } from './slice'

/** When the room is to be locked. */
export type LockTimePart =
  | { readonly kind: 'none' }
  | { readonly kind: 'planned'; readonly dueAtMs: number }
  /** Its time has come, and we may not lock yet. */
  | { readonly kind: 'due'; readonly dueAtMs: number }
  /** It came, or the door was decided by hand: it comes no more in this room. */
  | { readonly kind: 'over' }

/** How far one press puts it off, in milliseconds (our default). */
export const PUT_OFF_MS = 5 * 60_000

const mayLock = ({ ownId, person }: World): boolean => ownId !== null && person(ownId)?.role === 'moderator'

const isAhead = (part: LockTimePart): part is Extract<LockTimePart, { dueAtMs: number }> =>
  part.kind === 'planned' || part.kind === 'due'

/** When the room is to be locked, in milliseconds since the epoch; null: it is not to, or that was done. */
export const lockDueAtMs = (part: LockTimePart): number | null => (isAhead(part) ? part.dueAtMs : null)

const look = (part: LockTimePart, world: World): Stepped<LockTimePart> => {
  if (!isAhead(part) || part.dueAtMs > world.nowMs) return just(part)
  if (!mayLock(world)) return just({ kind: 'due', dueAtMs: part.dueAtMs })
  return { state: { kind: 'over' }, effects: [{ kind: 'signal', signal: { kind: 'lockTimeCame' } }] }
}

/** The lock by the charter's time. */
export const lockTime: Slice<LockTimePart> = {
  initial: { kind: 'none' },
  step(part, input, world) {
    switch (input.kind) {
      case 'press':
        switch (input.press.kind) {
          case 'planLock':
            return part.kind === 'over'
              ? just(part)
              : look({ kind: 'planned', dueAtMs: input.press.atMs }, world)
          case 'putOffLock':
            return isAhead(part)
              ? just({ kind: 'planned', dueAtMs: Math.max(part.dueAtMs, world.nowMs) + PUT_OFF_MS })
              : just(part)
          // Somebody decided about the door: it is theirs from now on.
          case 'lock':
          case 'unlock':
            return just({ kind: 'over' })
          default:
            return look(part, world)
        }
      case 'event':
      case 'polled':
      case 'tick':
        return look(part, world)
      default:
        return just(part)
    }
  },
  // What is due waits for our role, not for a time.
  wakesAtMs: (part) => (part.kind === 'planned' ? part.dueAtMs : null),
}

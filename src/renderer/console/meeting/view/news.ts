/**
 * @file What in the room wants the facilitator: alarms, private messages, our own that were not sent, whoever stepped out,
 * knocks, raised hands. In this order.
 */
import type { AlarmKind } from '../guard/alarm-kind'
import type { RoomSnapshot } from '../live/snapshot'
import type { Stage } from '../live/stage'

/** One line for each kind: the newest of it, and how many there are. */
export type NewsLine =
  | { kind: 'stage'; stage: Extract<Stage, { kind: 'trouble' | 'ownLobby' }> }
  | { kind: 'alarm'; alarm: AlarmKind; name: string; count: number }
  | { kind: 'message'; name: string; text: string; count: number }
  | { kind: 'notSent'; count: number }
  | { kind: 'stepOut'; count: number }
  | { kind: 'knock'; name: string; count: number }
  | { kind: 'hand'; name: string; count: number }

/**
 * What waits, one line a kind.
 *
 * @param steppedOutCount - who stepped out and is still to be asked about, where that is not in sight.
 * @returns at most seven lines, most urgent first; empty when nothing waits.
 */
export const newsOf = (snapshot: RoomSnapshot, steppedOutCount = 0): readonly NewsLine[] => {
  const { stage, alarms, messages, outgoing, knocks, people } = snapshot
  const notSentCount = outgoing.filter(({ status }) => status.kind === 'notSent').length
  const hands = people
    .filter(({ raisedAtMs, isSelf }) => raisedAtMs !== null && !isSelf)
    .toSorted((one, other) => (one.raisedAtMs ?? 0) - (other.raisedAtMs ?? 0))
  const alarm = alarms.at(-1)
  const message = messages.at(-1)
  const knock = knocks.at(-1)
  const hand = hands.at(-1)
  return [
    ...(stage.kind === 'trouble' || stage.kind === 'ownLobby' ? [{ kind: 'stage', stage } as const] : []),
    ...(alarm ? [{ kind: 'alarm', alarm: alarm.kind, name: alarm.name, count: alarms.length } as const] : []),
    ...(message
      ? [{ kind: 'message', name: message.fromName, text: message.text, count: messages.length } as const]
      : []),
    ...(notSentCount > 0 ? [{ kind: 'notSent', count: notSentCount } as const] : []),
    ...(steppedOutCount > 0 ? [{ kind: 'stepOut', count: steppedOutCount } as const] : []),
    ...(knock && stage.kind !== 'left'
      ? [{ kind: 'knock', name: knock.name, count: knocks.length } as const]
      : []),
    ...(hand ? [{ kind: 'hand', name: hand.name, count: hands.length } as const] : []),
  ]
}

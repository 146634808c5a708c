/**
 * @file What must be seen at once: lost control, a recording, a page that says what cannot be.
 *
 * An alarm keeps the name it was raised with. What is about somebody's connection goes with our own; the rest stays
 * until its cause goes or it is put away.
 */
import type { AlarmKind } from './alarm-kind'
import { just, type Slice } from './slice'

/** One alarm. */
export interface Alarm {
  /** One of a kind, and for `otherModerator` and `noteTaker` one per person. */
  key: string
  kind: AlarmKind
  /** Whom it is about, for `otherModerator` and `noteTaker`. */
  personId: string | null
  /** Their name when it was raised; '' where it is about nobody. */
  name: string
  /** The facilitator may put it away; the others go when their cause goes. */
  canDismiss: boolean
}

/** Alarms that stand, oldest first. */
export type AlarmsPart = readonly Alarm[]

const dismissible: readonly AlarmKind[] = [
  'recordingWasOn',
  'recordingNotKnown',
  'recordedByOther',
  'otherModerator',
  'noteTaker',
  'pageMisbehaves',
  'tooMuch',
]
/** Most alarms of one kind about people at once; they may not crowd out the others. */
const ABOUT_PEOPLE_MAX = 10

const keyOf = (kind: AlarmKind, personId: string | null): string =>
  personId === null ? kind : `${kind} ${personId}`

const raise = (
  state: AlarmsPart,
  kind: AlarmKind,
  person: { id: string; name: string } | null,
): AlarmsPart => {
  const key = keyOf(kind, person?.id ?? null)
  if (state.some((alarm) => alarm.key === key)) return state
  // Of one kind: ten guests with the name of a machine may not hide that somebody else became moderator.
  const alike = state.filter((alarm) => alarm.personId !== null && alarm.kind === kind).length
  if (person !== null && alike >= ABOUT_PEOPLE_MAX) return state
  const canDismiss = dismissible.includes(kind)
  return [...state, { key, kind, personId: person?.id ?? null, name: person?.name ?? '', canDismiss }]
}

const keep = (state: AlarmsPart, isKept: (alarm: Alarm) => boolean): AlarmsPart =>
  state.every(isKept) ? state : state.filter(isKept)

/** The alarms. */
export const alarmBoard: Slice<AlarmsPart> = {
  initial: [],
  step(state, input) {
    switch (input.kind) {
      case 'signal': {
        const { signal } = input
        if (signal.kind === 'raise') return just(raise(state, signal.alarm, signal.person))
        if (signal.kind !== 'lower') return just(state)
        const key = keyOf(signal.alarm, signal.personId)
        return just(keep(state, (alarm) => alarm.key !== key))
      }
      case 'press': {
        const { press } = input
        return just(
          press.kind === 'dismissAlarm'
            ? keep(state, (alarm) => alarm.key !== press.key || !alarm.canDismiss)
            : state,
        )
      }
      case 'out':
        return just(keep(state, ({ personId }) => personId === null))
      default:
        return just(state)
    }
  },
  wakesAtMs: () => null,
}

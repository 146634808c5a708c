/** @file What must be seen at once: lost control, a recording, a page that says what cannot be. */

/** Why the alarm. */
export type AlarmKind =
  | 'recording' // the meeting says that it is being recorded or streamed
  | 'recordingWasOn' // it was, and is off now
  | 'transcribing'
  | 'roleLost' // we were the moderator and are not any more (trap 5)
  | 'notModerator' // we never were
  | 'otherModerator' // somebody else became one
  | 'pageMisbehaves' // the room page said what it must not, or too much of it
  | 'tooMuch' // more people, knocks or messages than can be real

/** One alarm. */
export interface Alarm {
  /** One of a kind, and for `otherModerator` one per person. */
  key: string
  kind: AlarmKind
  /** Whom it is about, for `otherModerator`. */
  personId: string | null
  /** The facilitator may put it away; the others go when their cause goes. */
  canDismiss: boolean
}

/** Alarms that stand. */
export interface Alarms {
  all(): readonly Alarm[]
  raise(kind: AlarmKind, personId?: string): void
  /** Its cause is gone. */
  lower(kind: AlarmKind, personId?: string): void
  isRaised(kind: AlarmKind): boolean
  dismiss(key: string): void
  clear(): void
}

const dismissible: readonly AlarmKind[] = ['recordingWasOn', 'otherModerator', 'pageMisbehaves', 'tooMuch']
/** Most alarms about people at once; they may not crowd out the others. */
const ABOUT_PEOPLE_MAX = 10

const keyOf = (kind: AlarmKind, personId?: string): string =>
  personId === undefined ? kind : `${kind} ${personId}`

/** Makes it, silent. */
export const createAlarms = (onChange: () => void): Alarms => {
  let raised: readonly Alarm[] = []
  const become = (next: readonly Alarm[]): void => {
    if (next.length === raised.length) return
    raised = next
    onChange()
  }
  const without = (key: string) => become(raised.filter((alarm) => alarm.key !== key))
  return {
    all: () => raised,
    raise(kind, personId) {
      const key = keyOf(kind, personId)
      if (raised.some((alarm) => alarm.key === key)) return
      const aboutPeople = raised.filter((alarm) => alarm.personId !== null).length
      if (personId !== undefined && aboutPeople >= ABOUT_PEOPLE_MAX) return
      const canDismiss = dismissible.includes(kind)
      become([...raised, { key, kind, personId: personId ?? null, canDismiss }])
    },
    lower: (kind, personId) => without(keyOf(kind, personId)),
    isRaised: (kind) => raised.some((alarm) => alarm.kind === kind),
    dismiss(key) {
      if (raised.some((alarm) => alarm.key === key && alarm.canDismiss)) without(key)
    },
    clear: () => become([]),
  }
}

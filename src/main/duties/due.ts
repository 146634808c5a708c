/** @file Where a duty stands, and when it comes round again: days of this computer's own calendar. Pure. */
import { DateTime } from 'luxon'
import type { DutyRhythm, DutyState } from '../../contract/duties'
import { localDay } from '../local-day'

/** What decides where a duty stands. */
export interface Dated {
  rhythm: DutyRhythm
  dueOn: string | null
  endsOn: string | null
  remindDays: number
  doneAt: string | null
}

const daysBetween = (from: string, to: string): number =>
  Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days)

/** The instant by which the next round is due; null for other rhythms, and before the first round. */
export const roundDueAt = ({ rhythm, doneAt }: Dated): string | null =>
  rhythm.kind === 'hours' && doneAt !== null
    ? new Date(Date.parse(doneAt) + rhythm.dueHours * 3_600_000).toISOString()
    : null

const roundState = (duty: Dated & { rhythm: DutyRhythm & { kind: 'hours' } }, now: Date): DutyState => {
  if (duty.doneAt === null) return 'due'
  // A clock set back makes no round younger than just done.
  const hours = Math.max(0, now.getTime() - Date.parse(duty.doneAt)) / 3_600_000
  return hours >= duty.rhythm.dueHours ? 'overdue' : hours >= duty.rhythm.soonHours ? 'soon' : 'later'
}

/** Where it stands at an instant. */
export const stateOf = (duty: Dated, now: Date): DutyState => {
  const { rhythm, dueOn, endsOn, doneAt, remindDays } = duty
  if (rhythm.kind === 'hours') return roundState({ ...duty, rhythm }, now)
  const today = localDay(now.toISOString())
  if (endsOn !== null && endsOn < today) return 'over'
  if (endsOn !== null && dueOn !== null && dueOn <= today) return 'now'
  if (rhythm.kind === 'once' && doneAt !== null) return 'over'
  if (dueOn === null) return 'undated'
  const left = daysBetween(today, dueOn)
  return left < 0 ? 'overdue' : left === 0 ? 'due' : left <= remindDays ? 'soon' : 'later'
}

/**
 * The day on which it is due after it was done on a day; null where it does not come round by days. The last day of a
 * month stands for one that a month does not have.
 */
export const nextDueOn = (rhythm: DutyRhythm, doneOn: string): string | null => {
  const done = DateTime.fromISO(doneOn, { zone: 'utc' })
  switch (rhythm.kind) {
    case 'once':
    case 'hours':
      return null
    case 'days':
      return done.plus({ days: rhythm.days }).toISODate()
    case 'months':
      return done.plus({ months: rhythm.months }).toISODate()
  }
}

/** States that a reminder counts. */
export const remindedStates: ReadonlySet<DutyState> = new Set(['overdue', 'due', 'soon'])

/** What is due first, then what comes first, what is over last. */
export const inOrder = <
  T extends { state: DutyState; dueOn: string | null; dueAt: string | null; title: string },
>(
  duties: readonly T[],
): T[] => {
  const states: readonly DutyState[] = ['overdue', 'due', 'now', 'soon', 'undated', 'later', 'over']
  const day = ({ dueAt, dueOn }: T) => dueAt?.slice(0, 10) ?? dueOn ?? ''
  return [...duties].sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0) ||
      (a.title < b.title ? -1 : 1),
  )
}

/** @file When a group meets next: a weekday and a wall-clock time in its own time zone, daylight saving included. */
import { DateTime, IANAZone } from 'luxon'

const DAY_MS = 86_400_000

/** A calendar day. `month` and `day` count from 1. */
export interface CalendarDay {
  year: number
  month: number
  day: number
}

/**
 * The instant at which a zone's clocks show a wall-clock time on a day.
 *
 * Where the clocks show it twice (an hour is repeated), the first; where they never show it (an hour is
 * skipped), as much later as the hour skipped: a session is never dropped for a change of the clocks.
 *
 * @param startsAtLocal - `HH:MM`.
 */
export const instantOfWallClock = (
  { year, month, day }: CalendarDay,
  startsAtLocal: string,
  timeZone: string,
): Date => {
  const zone = IANAZone.create(timeZone)
  const [hour = 0, minute = 0] = startsAtLocal.split(':').map(Number)
  const asIfUtcMs = Date.UTC(year, month - 1, day, hour, minute)
  const offsetMs = (atMs: number) => zone.offset(atMs) * 60_000
  // Clocks change at most once within a day of any instant, so these two are all the offsets in question.
  const before = asIfUtcMs - offsetMs(asIfUtcMs - DAY_MS)
  const after = asIfUtcMs - offsetMs(asIfUtcMs + DAY_MS)
  const shown = [before, after].filter((atMs) => atMs + offsetMs(atMs) === asIfUtcMs)
  return new Date(shown.length > 0 ? Math.min(...shown) : before)
}

/** True when a zone's clocks show a wall-clock time on a day; false where a change of the clocks skips it. */
export const isOnTheClock = (day: CalendarDay, startsAtLocal: string, timeZone: string): boolean => {
  const shown = DateTime.fromJSDate(instantOfWallClock(day, startsAtLocal, timeZone), { zone: timeZone })
  return (
    shown.year === day.year &&
    shown.month === day.month &&
    shown.day === day.day &&
    shown.toFormat('HH:mm') === startsAtLocal
  )
}

/** A `YYYY-MM-DD` as its parts. */
export const calendarDay = (day: string): CalendarDay => {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  return { year, month, day: dayOfMonth }
}

/**
 * The next time a group meets, strictly after an instant.
 *
 * @param weekday - ISO: 1 is Monday, 7 is Sunday, in the group's zone.
 */
export const nextOccurrence = (
  group: { weekday: number; startsAtLocal: string; timeZone: string },
  after: Date,
): Date => {
  const today = DateTime.fromJSDate(after, { zone: group.timeZone })
  // Plain calendar days, so that no hour that a zone skips or repeats can shift them.
  let day = DateTime.utc(today.year, today.month, today.day)
  for (;;) {
    if (day.weekday === group.weekday) {
      const instant = instantOfWallClock(day, group.startsAtLocal, group.timeZone)
      if (instant > after) return instant
    }
    day = day.plus({ days: 1 })
  }
}

/** True when an instant is a group's usual day and time. */
export const isUsualTime = (
  group: { weekday: number; startsAtLocal: string; timeZone: string },
  plannedAt: string,
): boolean => {
  const justBefore = new Date(Date.parse(plannedAt) - 1)
  return nextOccurrence(group, justBefore).toISOString() === plannedAt
}

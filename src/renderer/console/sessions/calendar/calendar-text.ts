/**
 * @file A group's sessions as a calendar file (RFC 5545), for the facilitator's own calendar. The link to the room is
 * not in it, nor anybody's name: a calendar is synchronised to places that nobody looks at.
 */
import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block as zoneBlockOf } from 'timezones-ical-library'
import type { Group, Session } from '../../../../contract/sessions'

/** What the file is made of. */
export interface CalendarInput {
  group: Pick<Group, 'id' | 'weekday' | 'startsAtLocal' | 'timeZone' | 'plannedMinutes'>
  /** The group's sessions to come, cancelled ones among them. */
  sessions: readonly Pick<Session, 'id' | 'plannedAt' | 'plannedMinutes' | 'state'>[]
  /** What each entry is called. */
  title: string
  madeAt: Date
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A day and a wall clock, in no zone: which one it is stands beside it. */
const wallClock = (day: DateTime, startsAtLocal: string) => {
  const [hour = 0, minute = 0] = startsAtLocal.split(':').map(Number)
  return ICAL.Time.fromData({
    year: day.year,
    month: day.month,
    day: day.day,
    hour,
    minute,
    second: 0,
    isDate: false,
  })
}

/** The first day from an instant on which the group usually meets and its time has not passed. */
const nextUsual = ({ weekday, startsAtLocal, timeZone }: CalendarInput['group'], from: Date): DateTime => {
  const now = DateTime.fromJSDate(from, { zone: timeZone })
  const day = now.plus({ days: (weekday - now.weekday + 7) % 7 })
  return weekday === now.weekday && now.toFormat('HH:mm') > startsAtLocal ? day.plus({ weeks: 1 }) : day
}

/**
 * The file: the usual evening as one entry that comes round every week, without the evenings that were cancelled, and
 * every other session as an entry of its own.
 */
export const calendarText = ({ group, sessions, title, madeAt }: CalendarInput): string => {
  const { timeZone, weekday, startsAtLocal } = group
  const local = (instant: string) => DateTime.fromISO(instant, { zone: timeZone })
  const isUsual = ({ plannedAt }: { plannedAt: string }) =>
    local(plannedAt).weekday === weekday && local(plannedAt).toFormat('HH:mm') === startsAtLocal
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('prodid', '-//Holdspace//Holdspace//EN')
  calendar.updatePropertyWithValue('version', '2.0')
  const [block, named] = [zoneBlockOf(timeZone)].flat()
  // The library's own id for the zone: an older name of a place stands under its newer one.
  const zoneId = named?.replace(/^TZID=/, '') ?? timeZone
  if (block !== undefined && named !== undefined) calendar.addSubcomponent(ICAL.Component.fromString(block))
  const addTime = (event: ICAL.Component, name: 'dtstart' | 'exdate', day: DateTime, time: string): void => {
    const property = new ICAL.Property(name, event)
    property.setParameter('tzid', zoneId)
    property.setValue(wallClock(day, time))
    event.addProperty(property)
  }
  const entry = (id: string, day: DateTime, time: string, minutes: number): ICAL.Component => {
    const event = new ICAL.Component('vevent')
    event.updatePropertyWithValue('uid', `${id}@holdspace`)
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(madeAt, true))
    event.updatePropertyWithValue('summary', title)
    event.updatePropertyWithValue('class', 'PRIVATE')
    addTime(event, 'dtstart', day, time)
    event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60))
    calendar.addSubcomponent(event)
    return event
  }

  const usual = sessions
    .filter(isUsual)
    .toSorted((one, other) => Date.parse(one.plannedAt) - Date.parse(other.plannedAt))
  // It begins with an evening that is held: some programs show the first of a series whatever is taken out of it.
  const first = usual.find(({ state }) => state === 'scheduled')
  const lastCancelled = usual.findLast(({ state }) => state === 'cancelled')
  const firstDay = first
    ? local(first.plannedAt)
    : lastCancelled
      ? local(lastCancelled.plannedAt).plus({ weeks: 1 })
      : nextUsual(group, madeAt)
  const weekly = entry(group.id, firstDay, startsAtLocal, group.plannedMinutes)
  weekly.updatePropertyWithValue(
    'rrule',
    new ICAL.Recur({ freq: 'WEEKLY', byday: [days[weekday - 1] ?? 'MO'] }),
  )
  for (const { plannedAt, state } of usual) {
    if (state === 'cancelled' && local(plannedAt) > firstDay)
      addTime(weekly, 'exdate', local(plannedAt), startsAtLocal)
  }
  for (const session of sessions) {
    if (!isUsual(session) && session.state === 'scheduled')
      entry(
        session.id,
        local(session.plannedAt),
        local(session.plannedAt).toFormat('HH:mm'),
        session.plannedMinutes,
      )
  }
  return `${calendar.toString()}\r\n`
}

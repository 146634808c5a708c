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

const wallClock = (at: DateTime) =>
  ICAL.Time.fromData({
    year: at.year,
    month: at.month,
    day: at.day,
    hour: at.hour,
    minute: at.minute,
    second: 0,
    isDate: false,
  })

/** The next day on which the group usually meets, at its usual time, from an instant on. */
const nextUsual = ({ weekday, startsAtLocal, timeZone }: CalendarInput['group'], from: Date): DateTime => {
  const [hour = 0, minute = 0] = startsAtLocal.split(':').map(Number)
  const today = DateTime.fromJSDate(from, { zone: timeZone })
  const day = today.plus({ days: (weekday - today.weekday + 7) % 7 })
  const at = day.set({ hour, minute, second: 0, millisecond: 0 })
  return at.toMillis() < from.getTime() ? at.plus({ weeks: 1 }) : at
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
  const addTime = (event: ICAL.Component, name: 'dtstart' | 'exdate', at: DateTime): void => {
    const property = new ICAL.Property(name, event)
    property.setParameter('tzid', zoneId)
    property.setValue(wallClock(at))
    event.addProperty(property)
  }
  const entry = (id: string, at: DateTime, minutes: number): ICAL.Component => {
    const event = new ICAL.Component('vevent')
    event.updatePropertyWithValue('uid', `${id}@holdspace`)
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(madeAt, true))
    event.updatePropertyWithValue('summary', title)
    event.updatePropertyWithValue('class', 'PRIVATE')
    addTime(event, 'dtstart', at)
    event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60))
    calendar.addSubcomponent(event)
    return event
  }

  const usual = sessions.filter(isUsual)
  const firstUsual = usual
    .map(({ plannedAt }) => local(plannedAt))
    .toSorted((a, b) => a.toMillis() - b.toMillis())[0]
  const weekly = entry(group.id, firstUsual ?? nextUsual(group, madeAt), group.plannedMinutes)
  weekly.updatePropertyWithValue(
    'rrule',
    new ICAL.Recur({ freq: 'WEEKLY', byday: [days[weekday - 1] ?? 'MO'] }),
  )
  for (const { plannedAt, state } of usual) {
    if (state === 'cancelled') addTime(weekly, 'exdate', local(plannedAt))
  }
  for (const session of sessions) {
    if (!isUsual(session) && session.state === 'scheduled')
      entry(session.id, local(session.plannedAt), session.plannedMinutes)
  }
  return `${calendar.toString()}\r\n`
}

/**
 * @file Reads a calendar file that somebody chose, for when a group meets. It takes titles, times and rhythms and
 * nothing else: who was invited, what was written and where it is are never looked at.
 */
import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import { findIana } from 'windows-iana'
import { TimeZone } from '../../../../contract/primitives'

/** Largest file that is read, in bytes: a year of a busy calendar is far below it. */
export const CALENDAR_BYTES_MAX = 2_000_000
/** How many entries are offered at most. */
export const ENTRIES_MAX = 100

/** One entry of the file that a group could be made of. */
export interface CalendarEntry {
  /** At most 80 characters; empty where the file has none. */
  title: string
  /** ISO weekday, in `timeZone`. */
  weekday: number
  /** `HH:MM`, in `timeZone`. */
  startsAtLocal: string
  /** Null where the file names none that is known: then the reader's is to be chosen. */
  timeZone: string | null
  /** The zone's name in the file, where it is not known. */
  unknownZone: string | null
  /** Null where the file does not say, or it is no length for a group. */
  plannedMinutes: number | null
  rhythm: 'weekly' | 'other' | 'once'
}

/** What was found, or why nothing is. `leftOutCount`: entries of whole days, those that were called off or are damaged, and those over the bound. */
export type ReadCalendar =
  | { kind: 'read'; entries: CalendarEntry[]; leftOutCount: number }
  | { kind: 'refused'; reason: 'tooLarge' | 'notACalendar' | 'nothingInIt' }

const weekdays: Readonly<Record<string, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 }

const zoneOf = (name: string, calendar: ICAL.Component): string | null => {
  const tried = [
    name,
    // Some write the zone's real name inside its own description.
    calendar
      .getAllSubcomponents('vtimezone')
      .find((zone) => zone.getFirstPropertyValue('tzid') === name)
      ?.getFirstPropertyValue('x-lic-location'),
    findIana(name)[0],
    // Some put a path before it. Of "America/Argentina/Buenos_Aires" the two last parts alone are no zone.
    name.split('/').slice(-3).join('/'),
    name.split('/').slice(-2).join('/'),
  ]
  for (const one of tried) {
    const zone = TimeZone.safeParse(one)
    // A name such as "EST" is known to this machine and means no place.
    if (zone.success && (zone.data.includes('/') || zone.data === 'UTC')) return zone.data
  }
  return null
}

const titleOf = (event: ICAL.Component): string => {
  const summary = event.getFirstPropertyValue('summary')
  if (typeof summary !== 'string') return ''
  const plain = summary.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  // Half a character at the cut is none.
  return plain
    .slice(0, 80)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trim()
}

const minutesOf = (event: ICAL.Component): number | null => {
  const minutes = Math.round(new ICAL.Event(event).duration.toSeconds() / 60)
  return minutes >= 10 && minutes <= 480 ? minutes : null
}

const uidOf = (event: ICAL.Component): unknown => event.getFirstPropertyValue('uid')

const pad = (value: number): string => String(value).padStart(2, '0')

/** The entries of one event: one for each of its weekdays; empty for a whole day. */
const entriesOf = (event: ICAL.Component, calendar: ICAL.Component, ownZone: string): CalendarEntry[] => {
  const property = event.getFirstProperty('dtstart')
  const start = property?.getFirstValue()
  if (!property || !(start instanceof ICAL.Time) || start.isDate) return []
  const isUtc = start.zone?.tzid === 'UTC'
  const named = property.getFirstParameter('tzid') ?? ''
  const zone = isUtc ? ownZone : named === '' ? null : zoneOf(named, calendar)
  // As it is written: the library turns a day 99 into one of a later month.
  const written = DateTime.fromISO(String(property.toJSON()[3]), { zone: 'utc' })
  const local = isUtc ? written.setZone(ownZone) : written
  if (!written.isValid || !local.isValid) return []
  const rule = event.getFirstPropertyValue('rrule')
  const isWeekly =
    rule instanceof ICAL.Recur &&
    (rule.interval ?? 1) === 1 &&
    // A rule for every day that names its days is one for every week, written otherwise.
    (rule.freq === 'WEEKLY' || (rule.freq === 'DAILY' && rule.getComponent('BYDAY').length > 0))
  const byDay = isWeekly ? rule.getComponent('BYDAY') : []
  const shift = local.weekday - written.weekday
  const on = byDay.flatMap((name) => {
    const weekday = weekdays[String(name)]
    return weekday === undefined ? [] : [((weekday + shift + 13) % 7) + 1]
  })
  const base = {
    title: titleOf(event),
    startsAtLocal: `${pad(local.hour)}:${pad(local.minute)}`,
    timeZone: zone,
    unknownZone: zone === null && named !== '' ? named.slice(0, 80) : null,
    plannedMinutes: minutesOf(event),
    rhythm: isWeekly ? 'weekly' : rule ? 'other' : 'once',
  } as const
  return (on.length > 0 ? on : [local.weekday]).map((weekday) => ({ ...base, weekday }))
}

/**
 * Reads a file. Never throws.
 *
 * @param text - anything at all.
 * @param ownZone - this computer's zone, in which instants of universal time are said.
 */
export const readCalendar = (text: string, ownZone: string): ReadCalendar => {
  if (text.length > CALENDAR_BYTES_MAX) return { kind: 'refused', reason: 'tooLarge' }
  let calendars: ICAL.Component[]
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
    const isMany = Array.isArray(parsed) && Array.isArray(parsed[0])
    calendars = (isMany ? (parsed as unknown[]) : [parsed]).map(
      (one) => new ICAL.Component(one as [string, [], []]),
    )
  } catch {
    return { kind: 'refused', reason: 'notACalendar' }
  }
  const ofCalendars = calendars.filter(({ name }) => name === 'vcalendar')
  if (ofCalendars.length === 0) return { kind: 'refused', reason: 'notACalendar' }
  const entries: CalendarEntry[] = []
  let leftOutCount = 0
  for (const calendar of ofCalendars) {
    const events = calendar.getAllSubcomponents('vevent')
    const isOneOf = (event: ICAL.Component): boolean => event.getFirstProperty('recurrence-id') !== null
    const series = new Set(events.filter((event) => !isOneOf(event)).map(uidOf))
    for (const event of events) {
      // One evening of a series that was moved: the series stands for it, where it is in the file.
      if (isOneOf(event) && series.has(uidOf(event))) continue
      if (event.getFirstPropertyValue('status') === 'CANCELLED') {
        leftOutCount += 1
        continue
      }
      try {
        const own = entriesOf(event, calendar, ownZone)
        if (own.length === 0 || entries.length + own.length > ENTRIES_MAX) leftOutCount += 1
        else entries.push(...own)
      } catch {
        leftOutCount += 1
      }
    }
  }
  return entries.length === 0
    ? { kind: 'refused', reason: 'nothingInIt' }
    : { kind: 'read', entries: entries.toSorted((a, b) => order[a.rhythm] - order[b.rhythm]), leftOutCount }
}
const order = { weekly: 0, other: 1, once: 2 } as const

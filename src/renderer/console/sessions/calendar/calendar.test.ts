/** @file Tests of calendar files, out and in: what other calendars write, and what nobody should. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../../tests/fixtures/rounds'
import { GroupId, SessionId } from '../../../../contract/primitives'
import { type CalendarInput, calendarText } from './calendar-text'
import { CALENDAR_BYTES_MAX, readCalendar } from './read-calendar'

const groupId = GroupId.parse('7b7b1a1e-4a51-4f0e-9d7e-5a3c2b1a0f9e')
const newId = () => SessionId.parse(crypto.randomUUID())
const denver: CalendarInput = {
  group: {
    id: groupId,
    weekday: 2,
    startsAtLocal: '19:00',
    timeZone: 'America/Denver',
    plannedMinutes: 90,
  },
  sessions: [
    { id: newId(), plannedAt: '2026-12-02T02:00:00.000Z', plannedMinutes: 90, state: 'scheduled' },
    { id: newId(), plannedAt: '2026-12-09T02:00:00.000Z', plannedMinutes: 90, state: 'cancelled' },
    { id: newId(), plannedAt: '2026-12-05T18:00:00.000Z', plannedMinutes: 60, state: 'scheduled' },
  ],
  title: 'Group',
  madeAt: new Date('2026-11-27T12:00:00.000Z'),
}
const instants = (text: string, count: number): string[] => {
  const calendar = ICAL.Component.fromString(text)
  const event = new ICAL.Event(calendar.getAllSubcomponents('vevent')[0])
  const zone = new ICAL.Timezone(
    calendar.getFirstSubcomponent('vtimezone') ?? new ICAL.Component('vtimezone'),
  )
  const all = event.iterator()
  const found: string[] = []
  while (found.length < count) {
    const next = all.next()
    if (!next) break
    next.zone = zone
    found.push(next.toJSDate().toISOString())
  }
  return found
}

describe('out', () => {
  it('is the usual evening, every week, at its own wall clock across the change of the clock', () => {
    const text = calendarText(denver)
    const found = instants(text, 20)
    expect(found[0]).toBe('2026-12-02T02:00:00.000Z')
    // The cancelled evening is not there.
    expect(found[1]).toBe('2026-12-16T02:00:00.000Z')
    for (const instant of found)
      expect(DateTime.fromISO(instant, { zone: 'America/Denver' }).toFormat('c HH:mm')).toBe('2 19:00')
    expect(found.some((instant) => instant.includes('T01:00'))).toBe(true)
  })
  it('has every other session by itself, and no link, no name and no reminder', () => {
    const text = calendarText(denver)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).toContain('DTSTART;TZID=America/Denver:20261205T110000')
    expect(text).toContain('CLASS:PRIVATE')
    expect(text).not.toMatch(/http|URL|^LOCATION|ATTENDEE|ORGANIZER|VALARM/m)
  })
  it('begins with an evening that is held, and keeps its wall clock where the first night has no such time', () => {
    const [, cancelled] = denver.sessions
    if (!cancelled) throw new Error('No session is cancelled.')
    const onlyCancelled = calendarText({ ...denver, sessions: [cancelled] })
    expect(instants(onlyCancelled, 1)).toEqual(['2026-12-16T02:00:00.000Z'])
    expect(onlyCancelled).not.toContain('EXDATE')
    // In the night to 14 March 2027 there is no 02:30 in Denver.
    const group = { ...denver.group, weekday: 7, startsAtLocal: '02:30' }
    const inTheGap = calendarText({
      ...denver,
      group,
      sessions: [],
      madeAt: new Date('2027-03-10T12:00:00.000Z'),
    })
    expect(inTheGap).toContain('DTSTART;TZID=America/Denver:20270314T023000')
  })
  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 10, max: 480 }),
        fc.constantFrom(
          'America/Denver',
          'Europe/London',
          'Pacific/Apia',
          'Asia/Kolkata',
          'Pacific/Auckland',
          'UTC',
        ),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (weekday, hour, minute, plannedMinutes, timeZone, title) => {
          const startsAtLocal = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          const group = { id: groupId, weekday, startsAtLocal, timeZone, plannedMinutes }
          const text = calendarText({ ...denver, group, sessions: [], title })
          const read = readCalendar(text, 'Europe/Berlin')
          const [entry] = read.kind === 'read' ? read.entries : []
          expect(entry).toMatchObject({ weekday, startsAtLocal, plannedMinutes, rhythm: 'weekly' })
          expect([timeZone, 'Etc/UTC']).toContain(entry?.timeZone)
          for (const row of text.split('\r\n'))
            expect(new TextEncoder().encode(row).length).toBeLessThanOrEqual(75)
        },
      ),
      { numRuns: rounds(100, 2_000) },
    )
  })
})

const calendar = (event: string, before = '') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n${before}BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n${event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const only = (text: string) => {
  const read = readCalendar(text, 'America/Denver')
  expect(read.kind).toBe('read')
  return read.kind === 'read' ? read.entries : []
}

describe('in', () => {
  it.each([
    [
      'one of Google',
      calendar(
        'DTSTART;TZID=America/Denver:20261201T190000\r\nDTEND;TZID=America/Denver:20261201T203000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU\r\nSUMMARY:Peer group\r\nATTENDEE;CN=Maria Lopez:mailto:m@example.org',
      ),
      {
        weekday: 2,
        startsAtLocal: '19:00',
        timeZone: 'America/Denver',
        plannedMinutes: 90,
        rhythm: 'weekly',
        title: 'Peer group',
      },
    ],
    [
      'one of Outlook',
      calendar(
        'DTSTART;TZID=Mountain Standard Time:20261201T190000\r\nDTEND;TZID=Mountain Standard Time:20261201T200000\r\nRRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=SU\r\nSUMMARY;LANGUAGE=en-us:Peer group\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY',
        'BEGIN:VTIMEZONE\r\nTZID:Mountain Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0700\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n',
      ),
      {
        weekday: 2,
        startsAtLocal: '19:00',
        timeZone: 'America/Denver',
        plannedMinutes: 60,
        rhythm: 'weekly',
      },
    ],
    [
      'one of Apple',
      calendar(
        'CREATED:20261101T000000Z\r\nDTSTART;TZID=Europe/London:20261201T193000\r\nDURATION:PT1H15M\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Circle\r\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
      ),
      { weekday: 2, startsAtLocal: '19:30', timeZone: 'Europe/London', plannedMinutes: 75, rhythm: 'weekly' },
    ],
    [
      'universal time, on the evening before where the reader is',
      calendar('DTSTART:20261202T020000Z\r\nDTEND:20261202T030000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=WE'),
      { weekday: 2, startsAtLocal: '19:00', timeZone: 'America/Denver', rhythm: 'weekly', title: '' },
    ],
    [
      'a zone that nobody knows',
      calendar('DTSTART;TZID=Customized Zone 1:20261201T190000\r\nSUMMARY:Once'),
      { timeZone: null, unknownZone: 'Customized Zone 1', rhythm: 'once' },
    ],
    [
      'every second week',
      calendar('DTSTART;TZID=Europe/London:20261201T190000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2'),
      { rhythm: 'other' },
    ],
    [
      'lines that end as on an old Mac',
      calendar('DTSTART;TZID=Europe/London:20261201T190000\r\nSUMMARY:Old').replaceAll('\r\n', '\r'),
      { weekday: 2, startsAtLocal: '19:00', timeZone: 'Europe/London', title: 'Old' },
    ],
    [
      'a path before a zone of three parts',
      calendar(
        'DTSTART;TZID="/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires":20261201T190000',
      ),
      { timeZone: 'America/Argentina/Buenos_Aires', unknownZone: null },
    ],
    [
      'one evening of a series, sent without the series',
      calendar(
        'METHOD:REQUEST\r\nRECURRENCE-ID;TZID=Europe/London:20261201T190000\r\nDTSTART;TZID=Europe/London:20261202T200000\r\nSUMMARY:Moved',
      ),
      { weekday: 3, startsAtLocal: '20:00', rhythm: 'once', title: 'Moved' },
    ],
    [
      'every day of a rule that names its days',
      calendar('DTSTART;TZID=Europe/London:20261203T190000\r\nRRULE:FREQ=DAILY;BYDAY=TH'),
      { weekday: 4, rhythm: 'weekly' },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(only(text)[0]).toMatchObject(expected)
  })
  it('offers one entry for each day of an event, the weekly ones first', () => {
    const two = calendar('DTSTART;TZID=Europe/London:20261201T190000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH')
    expect(only(two).map(({ weekday }) => weekday)).toEqual([2, 4])
  })
  it('leaves out what was called off, and an evening that its series stands for', () => {
    const event = 'DTSTART;TZID=Europe/London:20261201T190000\r\nRRULE:FREQ=WEEKLY'
    expect(readCalendar(calendar(`${event}\r\nSTATUS:CANCELLED`), 'UTC').kind).toBe('refused')
    const moved =
      'RECURRENCE-ID;TZID=Europe/London:20261208T190000\r\nDTSTART;TZID=Europe/London:20261209T190000'
    const both = calendar(`${event}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\n${moved}`)
    expect(only(both)).toMatchObject([{ weekday: 2, rhythm: 'weekly' }])
  })
  it('never takes who was invited, what was written and where', () => {
    const text = calendar(
      'DTSTART;TZID=Europe/London:20261201T190000\r\nSUMMARY:Circle\r\nDESCRIPTION:With Maria\r\nLOCATION:https://meet.example.org/abc\r\nORGANIZER;CN=Maria:mailto:m@example.org',
    )
    expect(JSON.stringify(only(text))).not.toMatch(/Maria|example/)
  })
  it.each([
    ['', 'notACalendar'],
    ['hello', 'notACalendar'],
    ['BEGIN:VCARD\r\nFN:Maria\r\nEND:VCARD', 'notACalendar'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'notACalendar'],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'nothingInIt'],
    [calendar('DTSTART;VALUE=DATE:20261201'), 'nothingInIt'],
    [calendar('DTSTART:20269999T999999'), 'nothingInIt'],
    ['x'.repeat(CALENDAR_BYTES_MAX + 1), 'tooLarge'],
  ])('answers what is no calendar, %#, with a reason', (text, reason) => {
    expect(readCalendar(text, 'UTC')).toEqual({ kind: 'refused', reason })
  })
  it('throws at nothing', () => {
    const good = calendarText(denver)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc
            .tuple(fc.nat(good.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
            .map(([at, gone, put]) => good.slice(0, at) + put + good.slice(at + gone)),
        ),
        (text) => {
          expect(['read', 'refused']).toContain(readCalendar(text, 'UTC').kind)
        },
      ),
      { numRuns: rounds(300, 5_000) },
    )
  })
})

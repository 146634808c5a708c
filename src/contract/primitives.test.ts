/** @file The small words of the contract: what each takes and what it does not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../tests/fixtures/rounds'
import { Day, Instant, LocalTime, line, PackId, SessionId, TimeZone, Weekday } from './primitives'

describe('ids', () => {
  it('take what crypto.randomUUID makes, and no other kind of UUID', () => {
    for (let i = 0; i < 100; i += 1) expect(SessionId.safeParse(crypto.randomUUID()).success).toBe(true)
    // Version 1 holds a clock and a network card's address.
    expect(SessionId.safeParse('f47ac10b-58cc-1372-a567-0e02b2c3d479').success).toBe(false)
    expect(SessionId.safeParse('../../etc/passwd').success).toBe(false)
  })
  it('of packs hold lower-case letters, digits, dots and hyphens, 64 at most', () => {
    for (const id of ['a-v1', 'a-e16', 'heartfelt', '0', 'a.b', 'a'.repeat(64)])
      expect(PackId.safeParse(id).success, id).toBe(true)
    for (const id of ['', 'A', '-a', '.a', '../a', 'a/b', 'a b', 'ä', 'a\n', 'a'.repeat(65)])
      expect(PackId.safeParse(id).success, JSON.stringify(id)).toBe(false)
  })
})

describe('Instant', () => {
  it('takes every instant a Date can write, and gives it back unchanged', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(Instant.parse(date.toISOString())).toBe(date.toISOString())
        },
      ),
    )
  })
  it.each([
    '2026-11-21',
    '2026-11-21T19:00:00Z',
    '2026-11-21T19:00:00.000',
    '2026-11-21T19:00:00.000+01:00',
    '2026-02-30T19:00:00.000Z',
    '2026-11-21T25:00:00.000Z',
    '2026-11-21 19:00:00.000Z',
  ])('refuses %s', (text) => expect(Instant.safeParse(text).success).toBe(false))
})

describe('days, times, weekdays', () => {
  it('take real ones only', () => {
    expect(Day.safeParse('2028-02-29').success).toBe(true)
    for (const day of ['2027-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-11-21T00:00'])
      expect(Day.safeParse(day).success, day).toBe(false)
    for (const time of ['00:00', '09:05', '23:59']) expect(LocalTime.safeParse(time).success, time).toBe(true)
    for (const time of ['24:00', '9:05', '23:60', '23:59:00', '-1:00'])
      expect(LocalTime.safeParse(time).success, time).toBe(false)
    for (const day of [1, 7]) expect(Weekday.safeParse(day).success).toBe(true)
    for (const day of [0, 8, 1.5, Number.NaN]) expect(Weekday.safeParse(day).success).toBe(false)
  })
})

describe('TimeZone', () => {
  it('takes zones this machine knows', () => {
    for (const zone of ['America/Denver', 'Europe/London', 'UTC'])
      expect(TimeZone.safeParse(zone).success, zone).toBe(true)
    for (const zone of ['', 'Mars/Olympus', 'America', 'x'.repeat(65), 'Europe/London\n'])
      expect(TimeZone.safeParse(zone).success, JSON.stringify(zone)).toBe(false)
  })
  it('takes and refuses the same when it is asked again, however many were asked for between', () => {
    const spellings = Array.from({ length: 2_048 }, (_, bits) =>
      Array.from('europe/london', (letter, at) => ((bits >> at) & 1 ? letter.toUpperCase() : letter)).join(
        '',
      ),
    )
    for (const zone of [...spellings, ...spellings]) expect(TimeZone.safeParse(zone).success).toBe(true)
    for (const zone of ['Mars/Olympus', 'Mars/Olympus', 'Europe/London\n'])
      expect(TimeZone.safeParse(zone).success).toBe(false)
    expect(TimeZone.parse('America/Denver')).toBe('America/Denver')
  })
})

describe('line', () => {
  const name = line(60)
  it('never lets a control character through, and never grows or pads what it takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        const read = name.safeParse(text)
        if (!read.success) return
        const codes = Array.from(read.data, (character) => character.codePointAt(0) ?? 0)
        expect(codes.filter((code) => code < 0x20 || (code > 0x7e && code < 0xa0))).toEqual([])
        expect(read.data).toBe(text.trim())
        expect(read.data.length).toBeGreaterThan(0)
        expect(read.data.length).toBeLessThanOrEqual(60)
      }),
      { numRuns: rounds(500, 10_000) },
    )
  })
  it('takes any script, and markup as plain text', () => {
    for (const text of ['Ana', 'أنا', 'さくら', '<b>Ana</b>', '🙂', 'x'.repeat(60)])
      expect(name.parse(text)).toBe(text)
  })
  it.each(['', '   ', 'a\nb', 'a\0b', 'a\u007fb', 'x'.repeat(61)])('refuses %j', (text) =>
    expect(name.safeParse(text).success).toBe(false),
  )
})

/** @file Tests of a session's time in words: greeting, nearness, relative words across zones and days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNear, isOverdue, NEAR_MS, partOfDay, relativeWords, sessionWhen, zoneWords } from './session-times'

const at = (iso: string) => Date.parse(iso)
const denver = {
  plannedAt: '2026-11-27T02:00:00.000Z', // Thursday 26 November, 19:00 in Denver
  timeZone: 'America/Denver',
  plannedMinutes: 90,
}

describe('greeting', () => {
  it('is evening through the night', () => {
    const parts = Array.from({ length: 24 }, (_, hour) => partOfDay(hour))
    expect(parts.filter((part) => part === 'morning')).toHaveLength(7)
    expect(parts.filter((part) => part === 'afternoon')).toHaveLength(6)
    expect([partOfDay(4), partOfDay(5), partOfDay(11), partOfDay(12), partOfDay(17), partOfDay(18)]).toEqual([
      'evening',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
    ])
  })
})

describe('within an hour', () => {
  const startMs = at(denver.plannedAt)
  it('begins an hour before and ends with the planned end', () => {
    expect(isNear(denver, startMs - NEAR_MS - 1)).toBe(false)
    expect(isNear(denver, startMs - NEAR_MS)).toBe(true)
    expect(isNear(denver, startMs + 5 * 60_000)).toBe(true)
    expect(isNear(denver, startMs + 90 * 60_000)).toBe(true)
    expect(isNear(denver, startMs + 90 * 60_000 + 1)).toBe(false)
  })
  it('is never both near and overdue', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (offsetMs) => {
        expect(isNear(denver, startMs + offsetMs) && isOverdue(denver, startMs + offsetMs)).toBe(false)
      }),
    )
  })
})

describe('relative words', () => {
  const words = (now: string) => relativeWords(at(denver.plannedAt), at(now), denver.timeZone, 'en')
  it('counts calendar days of the group, not 24 hours', () => {
    expect(words('2026-11-24T18:00:00.000Z')).toBe('in 2 days')
    // 23:30 the evening before in Denver: less than a day away, and tomorrow.
    expect(words('2026-11-26T06:30:00.000Z')).toBe('tomorrow')
    // 00:30 the same day in Denver.
    expect(words('2026-11-26T07:30:00.000Z')).toBe('today')
  })
  it('counts minutes within an hour, before and after', () => {
    expect(words('2026-11-27T01:35:00.000Z')).toBe('in 25 minutes')
    expect(words('2026-11-27T02:05:00.000Z')).toBe('5 minutes ago')
    expect(words('2026-11-27T02:00:20.000Z')).toBeNull()
    expect(words('2026-11-27T05:00:00.000Z')).toBe('3 hours ago')
  })
})

describe('a session in words', () => {
  it('stands in the group’s zone with its name, and on this clock where that differs', () => {
    const now = at('2026-11-24T18:00:00.000Z')
    expect(sessionWhen(denver, now, 'en', 'Europe/Berlin')).toEqual({
      when: 'Thursday, 19:00 Mountain Time',
      relative: 'in 2 days',
      here: 'Friday, 03:00',
    })
    expect(sessionWhen(denver, now, 'en', 'America/Denver').here).toBeNull()
    // Another zone on the same clock needs no second time.
    expect(sessionWhen(denver, now, 'en', 'America/Boise').here).toBeNull()
  })
  it('names a zone without summer or winter, and one without a name by its distance', () => {
    const now = at('2026-11-24T18:00:00.000Z')
    expect(zoneWords('Europe/Berlin', 'en', now)).toBe('Central European Time')
    expect(zoneWords('UTC', 'en', now)).toBe('UTC')
    expect(zoneWords('Etc/GMT+5', 'en', now)).toBe('GMT-5')
  })
  it('names the date from a week ahead on', () => {
    expect(sessionWhen(denver, at('2026-11-10T18:00:00.000Z'), 'en', 'America/Denver').when).toBe(
      'Thursday, November 26, 19:00 Mountain Time',
    )
  })
})

/** @file Checks the next meeting time over time zones, changes of the clocks included. */
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../tests/fixtures/rounds'
import { instantOfWallClock, isUsualTime, nextOccurrence } from './next-occurrence'

const zones = [
  'America/Denver',
  'America/Santiago', // skips midnight
  'Europe/London',
  'Asia/Kathmandu', // quarter-hour offset
  'Asia/Kolkata',
  'Australia/Lord_Howe', // half-hour change
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Africa/Cairo', // skips midnight
  'Pacific/Kiritimati',
  'America/St_Johns',
  'UTC',
]

const twoDigits = (n: number) => String(n).padStart(2, '0')
const groupTime = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  startsAtLocal: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${twoDigits(h)}:${twoDigits(m)}`),
  timeZone: fc.constantFrom(...zones),
})
const instant = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2032-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('nextOccurrence', () => {
  it('is strictly later, within eight days, on the weekday, and shows the time where the clocks do', () => {
    fc.assert(
      fc.property(groupTime, instant, (group, after) => {
        const next = nextOccurrence(group, after)
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        expect(next.getTime() - after.getTime()).toBeLessThan(8 * 86_400_000)
        const local = DateTime.fromJSDate(next, { zone: group.timeZone })
        expect(local.weekday).toBe(group.weekday)
        const shown = local.toFormat('HH:mm')
        if (shown !== group.startsAtLocal) {
          // Only an hour that the clocks skip may differ, and then by no more than what is skipped.
          const [h = 0, m = 0] = group.startsAtLocal.split(':').map(Number)
          const skippedMinutes = local.hour * 60 + local.minute - (h * 60 + m)
          const offsetChange = local.offset - local.minus({ hours: 6 }).offset
          expect(skippedMinutes).toBe(offsetChange)
          expect(skippedMinutes).toBeGreaterThan(0)
        }
      }),
      { numRuns: rounds(300, 5000) },
    )
  })

  it('leaves out nothing between: the week before the next one is not later than the instant', () => {
    fc.assert(
      fc.property(groupTime, instant, (group, after) => {
        const next = nextOccurrence(group, after)
        expect(nextOccurrence(group, new Date(next.getTime() - 1))).toEqual(next)
        expect(isUsualTime(group, next.toISOString())).toBe(true)
      }),
      { numRuns: rounds(150, 2000) },
    )
  })

  it('keeps the wall-clock time over both changes of the clocks', () => {
    const group = { weekday: 7, startsAtLocal: '19:00', timeZone: 'America/Denver' }
    expect(nextOccurrence(group, new Date('2026-03-02T12:00:00Z')).toISOString()).toBe(
      '2026-03-09T01:00:00.000Z',
    )
    expect(nextOccurrence(group, new Date('2026-10-27T12:00:00Z')).toISOString()).toBe(
      '2026-11-02T02:00:00.000Z',
    )
  })

  it('moves past an hour that is skipped, and takes the first of an hour that is repeated', () => {
    const skipped = instantOfWallClock({ year: 2026, month: 3, day: 29 }, '01:30', 'Europe/London')
    expect(skipped.toISOString()).toBe('2026-03-29T01:30:00.000Z') // shown as 02:30
    const repeated = instantOfWallClock({ year: 2026, month: 10, day: 25 }, '01:30', 'Europe/London')
    expect(repeated.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it('does not answer with the same instant when the session is just now', () => {
    const group = { weekday: 6, startsAtLocal: '19:00', timeZone: 'UTC' }
    expect(nextOccurrence(group, new Date('2026-11-21T19:00:00Z')).toISOString()).toBe(
      '2026-11-28T19:00:00.000Z',
    )
  })
})

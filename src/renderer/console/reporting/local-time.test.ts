/** @file Instants come back from the browser's boxes as they went in, or earlier; what is no instant is none. */
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { type BehindMinutes, fromLocalBox, toLocalBox } from './local-time'

const inZone =
  (zone: string): BehindMinutes =>
  (ms) =>
    -DateTime.fromMillis(ms, { zone }).offset
const minuteOf = (ms: number) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString()
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const dates = fc.date({
  min: new Date('1990-01-01T00:00:00.000Z'),
  max: new Date('2099-01-01T00:00:00.000Z'),
  noInvalidDate: true,
})

describe('local time boxes', () => {
  it('come back as the same minute in every zone, or as the first of two that look the same', () => {
    fc.assert(
      fc.property(zones, dates, (zone, date) => {
        const behind = inZone(zone)
        const minute = minuteOf(date.getTime())
        const box = toLocalBox(minute, behind)
        const back = fromLocalBox(box, behind) ?? ''
        expect(toLocalBox(back, behind)).toBe(box)
        expect(back <= minute).toBe(true)
        if (back !== minute) expect(behind(Date.parse(back))).not.toBe(behind(Date.parse(minute)))
      }),
      { numRuns: rounds(300, 5000) },
    )
  })
  it.each([
    // The clocks go back: half past one comes twice.
    ['America/Denver', '2026-11-01T01:30', '2026-11-01T07:30:00.000Z'],
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    // The clocks go forward: half past two does not come.
    ['America/Denver', '2026-03-08T02:30', '2026-03-08T08:30:00.000Z'],
    ['Europe/London', '2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:15:00.000Z'],
    // A day that the calendar left out.
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-29T22:00:00.000Z'],
  ])('take %s at %s as the earlier instant', (zone, typed, instant) => {
    expect(fromLocalBox(typed, inZone(zone))).toBe(instant)
  })
  it('are empty for nothing, and nothing for half a time or a year that cannot be stored', () => {
    expect(toLocalBox(null)).toBe('')
    expect(fromLocalBox('')).toBeNull()
    expect(fromLocalBox('2026-11-')).toBeNull()
    expect(fromLocalBox('2026-13-41T10:00')).toBeNull()
    expect(fromLocalBox('12026-11-01T10:00')).toBeNull()
    expect(fromLocalBox('275760-09-13T00:00')).toBeNull()
  })
})

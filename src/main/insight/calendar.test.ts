/** @file Where a period ends by the clocks of a place, and from when it can be counted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsOf, NUMBERS_KEPT_DAYS, Period, periodBefore, periodKey } from '../../contract/insight'
import { isSettled, periodBounds, settledPeriods } from './calendar'

describe('the bounds of a period', () => {
  it.each([
    ['America/Denver', { kind: 'year', year: 2026 }, '2026-01-01T07:00:00.000Z', '2027-01-01T07:00:00.000Z'],
    [
      'Pacific/Auckland',
      { kind: 'quarter', year: 2026, quarter: 3 },
      '2026-06-30T12:00:00.000Z',
      '2026-09-30T11:00:00.000Z',
    ],
    // Samoa left 30 December 2011 out: its year still ends at its own midnight.
    [
      'Pacific/Apia',
      { kind: 'month', year: 2011, month: 12 },
      '2011-12-01T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ],
    // Midnight itself is skipped there on that day: the month begins at one.
    [
      'Africa/Cairo',
      { kind: 'month', year: 2026, month: 5 },
      '2026-04-30T21:00:00.000Z',
      '2026-05-31T21:00:00.000Z',
    ],
    ['Nowhere/Nowhere', { kind: 'year', year: 2026 }, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ] as const)('%s %j', (zone, period, from, before) => {
    expect(periodBounds(period, zone)).toEqual({ from, before })
  })

  it('meet without a gap, and a year is its quarters, which are their months, in any zone', () => {
    const zones = fc.constantFrom('Pacific/Auckland', 'America/Denver', 'Pacific/Apia', 'Asia/Beirut', 'UTC')
    fc.assert(
      fc.property(zones, fc.integer({ min: 2005, max: 2095 }), (zone, year) => {
        const bounds = (period: Period) => periodBounds(period, zone)
        const quarters = [1, 2, 3, 4].map((quarter) => bounds({ kind: 'quarter', year, quarter }))
        const months = monthsOf({ kind: 'year', year }).map((_, at) =>
          bounds({ kind: 'month', year, month: at + 1 }),
        )
        for (const parts of [quarters, months]) {
          expect([parts[0]?.from, parts.at(-1)?.before]).toEqual(
            Object.values(bounds({ kind: 'year', year })),
          )
          for (const [at, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[at]?.before)
        }
        expect(months[3]?.from).toBe(quarters[1]?.from)
      }),
    )
  })
})

describe('periods that can be counted', () => {
  const quarter = { kind: 'quarter', year: 2026, quarter: 4 } as const
  it('are those that ended two days ago in every zone', () => {
    const zones = ['Pacific/Auckland', 'America/Denver']
    expect(isSettled(quarter, zones, new Date('2027-01-03T06:59:59.999Z'))).toBe(false)
    expect(isSettled(quarter, zones, new Date('2027-01-03T07:00:00.000Z'))).toBe(true)
    expect(isSettled(quarter, ['Pacific/Auckland'], new Date('2027-01-02T11:00:00.000Z'))).toBe(true)
  })
  it('are listed newest first, each taken by the contract, and none twice', () => {
    const listed = settledPeriods(['UTC'], new Date('2026-11-21T20:00:00.000Z'))
    expect(listed.slice(0, 5).map(periodKey)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2026-10', '2026-09'])
    expect(
      listed
        .filter(({ kind }) => kind === 'year')
        .map(periodKey)
        .at(-1),
    ).toBe('2017')
    expect(listed.every((period) => Period.safeParse(period).success)).toBe(true)
    expect(new Set(listed.map(periodKey)).size).toBe(listed.length)
  })
  it('are those of which all that was counted is still kept', () => {
    for (const at of ['2026-11-21T20:00:00.000Z', '2027-01-05T00:00:00.000Z', '2027-12-31T00:00:00.000Z']) {
      const oldestMs = Date.parse(at) - NUMBERS_KEPT_DAYS * 86_400_000
      const starts = settledPeriods(['Pacific/Auckland'], new Date(at)).map((period) =>
        Date.parse(periodBounds(period, 'Pacific/Auckland').from),
      )
      expect(Math.min(...starts)).toBeGreaterThanOrEqual(oldestMs)
      // And no later than need be: the month after the oldest day is among them.
      expect(Math.min(...starts)).toBeLessThan(oldestMs + 32 * 86_400_000)
    }
  })
  it('each have one before them, which ends where they begin', () => {
    for (const period of settledPeriods(['UTC'], new Date('2026-11-21T20:00:00.000Z'))) {
      const before = periodBefore(period)
      if (!before) throw new Error('There is none.')
      expect(periodBounds(before, 'UTC').before).toBe(periodBounds(period, 'UTC').from)
    }
    expect(periodBefore({ kind: 'year', year: 2000 })).toBeNull()
  })
})

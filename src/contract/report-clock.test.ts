/** @file The clock of a report over every zone and the nights on which clocks change: it may end early, never late. */
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../tests/fixtures/rounds'
import { type HoursNamed, reportClock } from './report-clock'
import { emptyReport } from './report-reading'
import type { ReportBody } from './reporting'

const AT = '2026-11-21T20:00:00.000Z'
const HOUR_MS = 3_600_000
const rule = (id: string, hours: { charter?: number; law?: number } = {}): HoursNamed => ({
  id,
  label: id,
  charterHours: hours.charter,
  lawNote: { hours: hours.law, cite: 'none read', reviewedOn: null },
})
const report = (learnedAt: string | null, ...triggerIds: string[]): ReportBody => {
  const body = emptyReport(AT)
  return {
    ...body,
    event: {
      ...body.event,
      learnedAt:
        learnedAt === null ? { kind: 'unanswered' } : { kind: 'known', value: learnedAt, setAside: null },
    },
    duty: {
      ...body.duty,
      triggerIds:
        triggerIds.length === 0
          ? { kind: 'unanswered' }
          : { kind: 'known', value: triggerIds, setAside: null },
    },
  }
}
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('the clock of a report', () => {
  it('shows two texts side by side, and that one names no hours', () => {
    expect(
      reportClock(report('2026-11-21T10:00:00.000Z'), { knownBy: AT }, [rule('child', { law: 24 })]),
    ).toEqual({
      startsAt: '2026-11-21T10:00:00.000Z',
      startsBy: 'told',
      isChosen: false,
      rules: [
        {
          id: 'child',
          label: 'child',
          charter: null,
          law: { hours: 24, dueAt: '2026-11-22T10:00:00.000Z' },
          cite: 'none read',
          reviewedOn: null,
        },
      ],
      earliestAt: '2026-11-22T10:00:00.000Z',
    })
  })
  it('knows no end where no text names hours, and none without rules', () => {
    expect(reportClock(report(AT), { knownBy: AT }, [rule('adult')]).earliestAt).toBeNull()
    expect(reportClock(report(AT), { knownBy: AT }, [])).toMatchObject({ rules: [], earliestAt: null })
  })
  it('is of the rules that are chosen, and of all while none is, or none that is still there', () => {
    const rules = [rule('child', { law: 24, charter: 12 }), rule('adult', { law: 48 })]
    const ends = (...chosen: string[]) =>
      reportClock(report(AT, ...chosen), { knownBy: AT }, rules).earliestAt
    expect(ends()).toBe('2026-11-22T08:00:00.000Z')
    expect(ends('adult')).toBe('2026-11-23T20:00:00.000Z')
    expect(ends('adult', 'child')).toBe('2026-11-22T08:00:00.000Z')
    expect(ends('gone')).toBe('2026-11-22T08:00:00.000Z')
  })
  it.each([null, '2099-01-01T00:00:00.000Z', '2026-11-21T20:00:00.001Z', '+010000-01-01T00:00:00.000Z', 'x'])(
    'counts from when the report was there where it says %s',
    (learnedAt) => {
      expect(reportClock(report(learnedAt), { knownBy: AT }, [])).toMatchObject({
        startsAt: AT,
        startsBy: 'noted',
      })
    },
  )
  it('counts hours that pass: over a night on which the clocks change, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        dates,
        fc.integer({ min: 1, max: 168 }),
        (zone, learnedAt, hours) => {
          const { earliestAt } = reportClock(report(learnedAt), { knownBy: '2099-01-01T00:00:00.000Z' }, [
            rule('child', { law: hours }),
          ])
          const truly = DateTime.fromISO(learnedAt, { zone }).plus({ hours })
          expect(Date.parse(earliestAt ?? '')).toBe(truly.toMillis())
        },
      ),
      { numRuns: rounds(300, 5000) },
    )
  })
  it('never ends later than the true hours, whatever clock the report was begun on and typed with', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -100 * HOUR_MS, max: 400 * HOUR_MS }),
        fc.integer({ min: 0, max: 400 * HOUR_MS }),
        fc.integer({ min: 0, max: 100 * HOUR_MS }),
        (trulyAt, fastMs, typedLateMs, seenAfterMs) => {
          const trueMs = Date.parse(trulyAt)
          const at = (ms: number) => new Date(ms).toISOString()
          // Begun as it was learned of, on a wrong clock; seen on a right one no later than the hours end.
          const knownBy = at(Math.min(trueMs + fastMs, trueMs + seenAfterMs))
          const { startsAt } = reportClock(report(at(trueMs + typedLateMs)), { knownBy }, [])
          expect(Date.parse(startsAt)).toBeLessThanOrEqual(trueMs + seenAfterMs)
          expect(startsAt <= knownBy).toBe(true)
        },
      ),
    )
  })
  it('stays within the years that can be said', () => {
    const last = '9999-12-31T23:00:00.000Z'
    expect(reportClock(report(last), { knownBy: last }, [rule('child', { law: 24 })]).earliestAt).toBe(
      '9999-12-31T23:59:59.999Z',
    )
  })
})

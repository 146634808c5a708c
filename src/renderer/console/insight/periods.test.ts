/** @file Periods: whole quarters that are over, and typed ones refused by reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Period } from '../../../contract/insight'
import { isNothing, presetsOn, readPeriod } from './periods'

const days = fc
  .integer({ min: Date.UTC(2001, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

describe('presets', () => {
  it('are the last four full quarters and the last full year', () => {
    expect(presetsOn('2026-11-21').map(({ period }) => [period.from, period.to])).toEqual([
      ['2026-07-01', '2026-09-30'],
      ['2026-04-01', '2026-06-30'],
      ['2026-01-01', '2026-03-31'],
      ['2025-10-01', '2025-12-31'],
      ['2025-01-01', '2025-12-31'],
    ])
  })
  it('follow one another without a gap, are over, and the contract takes them, on any day', () => {
    fc.assert(
      fc.property(days, (today) => {
        const presets = presetsOn(today)
        for (const { period } of presets) {
          expect(Period.safeParse(period).success).toBe(true)
          expect(period.to < today).toBe(true)
          expect(readPeriod(period.from, period.to, today)).toEqual({ kind: 'period', period })
        }
        const [newest, before] = presets
        expect(Date.parse(newest?.period.from ?? '') - Date.parse(before?.period.to ?? '')).toBe(86_400_000)
      }),
    )
  })
})

describe('a typed period', () => {
  it.each([
    ['', '2026-03-31', 'incomplete'],
    ['2026-02-30', '2026-09-30', 'incomplete'],
    ['2026-03-31', '2026-01-01', 'backwards'],
    ['2026-01-01', '2026-02-28', 'tooShort'],
    ['1990-01-01', '2026-02-28', 'tooLong'],
    ['2026-01-01', '2026-11-21', 'notOver'],
  ])('%s to %s is %s', (from, to, why) => {
    expect(readPeriod(from, to, '2026-11-21')).toEqual({ kind: 'not', why })
  })
  it('is taken by the contract whenever it is taken here', () => {
    fc.assert(
      fc.property(days, days, days, (from, to, today) => {
        const read = readPeriod(from, to, today)
        expect(read.kind === 'period').toBe(Period.safeParse({ from, to }).success && to < today)
      }),
    )
  })
})

it('knows an empty period, and does not call a hidden number nothing', () => {
  expect(isNothing([])).toBe(true)
  expect(isNothing([{ value: 0 }, { value: 0 }])).toBe(true)
  expect(isNothing([{ value: 0 }, { value: null }])).toBe(false)
  expect(isNothing([{ value: 1 }])).toBe(false)
})

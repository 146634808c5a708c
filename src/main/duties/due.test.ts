/** @file Tests of where a duty stands and when it comes round again. */
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../tests/fixtures/rounds'
import { localDay } from '../local-day'
import { type Dated, inOrder, nextDueOn, roundDueAt, stateOf } from './due'

const now = new Date('2026-11-21T20:00:00.000Z')
const today = localDay(now.toISOString())
const inDays = (days: number) => DateTime.fromISO(today, { zone: 'utc' }).plus({ days }).toISODate()
const duty = (part: Partial<Dated>): Dated => ({
  rhythm: { kind: 'once' },
  dueOn: null,
  endsOn: null,
  remindDays: 30,
  doneAt: null,
  ...part,
})

describe('where a duty stands', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'due'],
    [1, 'soon'],
    [30, 'soon'],
    [31, 'later'],
  ])('with its day %i days from today it is %s', (days, state) => {
    expect(stateOf(duty({ dueOn: inDays(days) }), now)).toBe(state)
  })
  it('is undated without a day, and over once it was done and does not come round', () => {
    expect(stateOf(duty({}), now)).toBe('undated')
    expect(stateOf(duty({ dueOn: inDays(-3), doneAt: '2026-11-01T12:00:00.000Z' }), now)).toBe('over')
  })
  it.each([
    [2, 9, 'soon'],
    [0, 3, 'now'],
    [-3, 0, 'now'],
    [-9, -1, 'over'],
  ])('days away from %i to %i are %s', (from, to, state) => {
    expect(stateOf(duty({ dueOn: inDays(from), endsOn: inDays(to) }), now)).toBe(state)
  })
})

describe('rounds', () => {
  const rhythm = { kind: 'hours', soonHours: 24, dueHours: 48 } as const
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
  it.each([
    [0, 'later'],
    [23, 'later'],
    [24, 'soon'],
    [47, 'soon'],
    [48, 'overdue'],
    [-5, 'later'],
  ])('made %i hours ago: %s', (hours, state) => {
    expect(stateOf(duty({ rhythm, doneAt: ago(hours) }), now)).toBe(state)
  })
  it('are due until the first is made, and then by an instant', () => {
    expect(stateOf(duty({ rhythm }), now)).toBe('due')
    expect(roundDueAt(duty({ rhythm }))).toBeNull()
    expect(roundDueAt(duty({ rhythm, doneAt: ago(0) }))).toBe('2026-11-23T20:00:00.000Z')
  })
})

describe('coming round again', () => {
  it('counts from the day on which it was done, to the last day of a short month', () => {
    expect(nextDueOn({ kind: 'months', months: 12 }, '2028-02-29')).toBe('2029-02-28')
    expect(nextDueOn({ kind: 'months', months: 1 }, '2026-01-31')).toBe('2026-02-28')
    expect(nextDueOn({ kind: 'days', days: 30 }, '2026-12-15')).toBe('2027-01-14')
    expect(nextDueOn({ kind: 'once' }, '2026-12-15')).toBeNull()
  })
  it('is always later than the day on which it was done', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.oneof(
          fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 366 }) }),
          fc.record({ kind: fc.constant('months' as const), months: fc.integer({ min: 1, max: 120 }) }),
        ),
        (day, rhythm) => {
          const doneOn = day.toISOString().slice(0, 10)
          expect((nextDueOn(rhythm, doneOn) ?? '') > doneOn).toBe(true)
        },
      ),
      { numRuns: rounds(300, 5_000) },
    )
  })
})

it('puts first what is due first, and last what is over', () => {
  const of = (title: string, state: 'overdue' | 'soon' | 'later' | 'over', dueOn: string | null) => ({
    title,
    state,
    dueOn,
    dueAt: null,
  })
  const duties = [
    of('d', 'over', '2026-01-01'),
    of('c', 'later', '2027-03-01'),
    of('b', 'later', '2027-02-01'),
    of('a', 'overdue', '2026-11-01'),
  ]
  expect(inOrder(duties).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd'])
})

/** @file A recurring group counts what was due, also while nobody was there to record it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, openEvening } from '../../../tests/fixtures/evening'

const DAY_MS = 86_400_000

let evening: Evening
beforeEach(() => {
  evening = openEvening()
})
const states = () => evening.sessions.past(50).map(({ state }) => state)
const plannedTimes = () => evening.sessions.past(50).map(({ plannedAt }) => plannedAt)

describe('what was due', () => {
  it('while the console was closed for six weeks is missed six times, at the usual local time', () => {
    const { next } = addGroup(evening)
    // 24 November 19:00 in Denver, and six weeks after it.
    evening.clock.set(new Date(Date.parse(next.plannedAt) + 37 * DAY_MS).toISOString())
    const upcoming = evening.sessions.upcoming()
    expect(states()).toEqual(Array.from({ length: 6 }, () => 'missed'))
    expect(plannedTimes().every((at) => at.endsWith('T02:00:00.000Z'))).toBe(true)
    expect(new Set(plannedTimes()).size).toBe(6)
    expect(upcoming).toHaveLength(1)
    // Asked again, nothing more is recorded.
    evening.sessions.upcoming()
    expect(states()).toHaveLength(6)
  })

  it('keeps to the clocks of the group across a change of them', () => {
    evening.clock.set('2026-03-01T00:00:00.000Z')
    addGroup(evening)
    evening.clock.set('2026-03-30T00:00:00.000Z')
    evening.sessions.upcoming()
    expect(plannedTimes().toReversed()).toEqual([
      '2026-03-04T02:00:00.000Z',
      '2026-03-11T01:00:00.000Z',
      '2026-03-18T01:00:00.000Z',
      '2026-03-25T01:00:00.000Z',
    ])
  })

  it('today can still be opened by somebody who comes back after weeks', () => {
    const { next } = addGroup(evening)
    evening.clock.set(new Date(Date.parse(next.plannedAt) + 14 * DAY_MS + 5 * 60_000).toISOString())
    const [tonight, following] = evening.sessions.upcoming()
    expect(states()).toEqual(['missed', 'missed'])
    expect(tonight?.plannedAt).toBe(new Date(Date.parse(next.plannedAt) + 14 * DAY_MS).toISOString())
    expect(following?.state).toBe('scheduled')
    if (!tonight) throw new Error('Nothing is scheduled.')
    expect(evening.sessions.open(tonight.id).state).toBe('open')
  })

  it('while a session was left open for weeks is missed too', () => {
    const { next } = addGroup(evening)
    evening.clock.set(next.plannedAt)
    evening.sessions.open(next.id)
    evening.clock.advance(16 * DAY_MS)
    evening.sessions.close(next.id)
    expect(states().toSorted()).toEqual(['held', 'missed', 'missed'])
  })

  it('is not recorded for a rehearsal, nor twice beside one that was cancelled or put elsewhere', () => {
    addGroup(evening, { server: { kind: 'rehearsal' } })
    const { group, next } = addGroup(evening, { name: 'Other' })
    evening.sessions.cancel(next.id, 'few')
    evening.sessions.schedule(group.id, '2026-11-27', '10:00')
    evening.clock.set('2026-12-20T00:00:00.000Z')
    evening.sessions.upcoming()
    expect(states().toSorted()).toEqual(['cancelled', 'missed', 'missed', 'missed', 'missed'])
    expect(new Set(plannedTimes()).size).toBe(5)
  })
})

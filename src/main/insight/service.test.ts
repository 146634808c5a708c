/** @file Checks the numbers of a period over a real database: what is counted, when, and what may not leave. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening } from '../../../tests/fixtures/evening'
import { openNumbers, quarter, year } from '../../../tests/fixtures/numbers'
import type { Period } from '../../contract/insight'
import { sessions } from '../sessions/tables'
import type { InsightService } from './service'

const MINUTE_MS = 60_000

let evening: Evening
let insight: InsightService
let ask: ReturnType<typeof openNumbers>['ask']
let nextSession: ReturnType<typeof openNumbers>['nextSession']
beforeEach(() => {
  ;({ evening, insight, ask, nextSession } = openNumbers())
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

const hold = (minutes: number) => {
  const { id } = nextSession()
  evening.sessions.open(id)
  evening.clock.advance(minutes * MINUTE_MS)
  evening.sessions.close(id)
}

describe('facts of own work', () => {
  it('are counted by state, reason and hours', async () => {
    addGroup(evening, { timeZone: 'UTC' })
    addGroup(evening, { name: 'Never met', weekday: 7 })
    hold(75)
    evening.clock.set('2027-01-05T12:00:00.000Z')
    const values = await ask(quarter(4))
    expect(values.get('sessionsHeld')).toBeGreaterThanOrEqual(1)
    expect(values.get('groupsMet')).toBe(1)
    expect(values.get('groupsWaiting')).toBe(1)
    expect(values.get('hoursHeld')).toBe(1.3)
    expect(Number(values.get('sessionsPlanned'))).toBe(
      Number(values.get('sessionsHeld')) + Number(values.get('sessionsMissed')),
    )
    expect(values.get('hoursPlanned')).toBe(Number(values.get('sessionsPlanned')) * 1.5)
  })

  it('of an evening belong to the year it is in where the group is, not in universal time', async () => {
    // Thursday 31 December 2026, 19:00 in Denver: 02:00 of the next year in universal time.
    addGroup(evening, { weekday: 4 })
    evening.clock.set('2027-04-05T00:00:00.000Z')
    const of = async (period: Period) => (await ask(period)).get('sessionsPlanned')
    expect(await of({ kind: 'month', year: 2026, month: 12 })).toBe(5)
    expect(await of({ kind: 'month', year: 2027, month: 1 })).toBe(4)
    expect(await of(year)).toBe(6)
  })

  it.each([
    // Each Thursday at 19:00 there: 31 December is in December, whatever the hour elsewhere.
    ['Pacific/Auckland', 5],
    ['Pacific/Apia', 5],
    ['America/Denver', 5],
  ])('count the last evening of the year in %s', async (timeZone, count) => {
    addGroup(evening, { weekday: 4, timeZone })
    evening.clock.set('2027-02-05T00:00:00.000Z')
    expect((await ask({ kind: 'month', year: 2026, month: 12 })).get('sessionsPlanned')).toBe(count)
  })

  it('are told of a zone that this computer does not know, cut by universal time', async () => {
    const { group } = addGroup(evening)
    hold(60)
    evening.vault.raw.prepare(`UPDATE sessions SET time_zone = 'Mars/Olympus_Mons'`).run()
    evening.vault.raw.prepare(`UPDATE groups SET time_zone = 'Mars/Olympus_Mons' WHERE id = ?`).run(group.id)
    evening.clock.set('2027-02-05T00:00:00.000Z')
    expect((await ask(quarter(4))).get('sessionsHeld')).toBe(1)
  })

  it('count the six sessions that were due while the console was closed for six weeks', async () => {
    addGroup(evening)
    evening.clock.set('2027-01-03T12:00:00.000Z')
    expect((await ask(quarter(4))).get('sessionsPlanned')).toBe(6)
  })

  it('do not say that somebody was ill, unless it is asked for', async () => {
    addGroup(evening)
    evening.sessions.cancel(nextSession().id, 'illness')
    evening.clock.set('2027-02-05T00:00:00.000Z')
    const folded = await ask(quarter(4))
    expect(folded.get('cancelledNotPossible')).toBe(1)
    expect([...folded.keys()].join()).not.toContain('illness')
    const named = await ask(quarter(4), 'named')
    expect(named.get('cancelledFor.test-circle.illness')).toBe(1)
    expect(named.get('cancelledNotPossible')).toBe(0)
  })

  it('are the same rows for every period and whatever happened', async () => {
    evening.clock.set('2027-02-05T00:00:00.000Z')
    const before = [...(await ask(quarter(4))).keys()]
    evening.clock.set('2026-11-21T20:00:00.000Z')
    addGroup(evening)
    evening.sessions.cancel(nextSession().id, 'few')
    evening.clock.set('2027-02-05T00:00:00.000Z')
    expect([...(await ask(quarter(4))).keys()]).toEqual(before)
    expect([...(await ask(quarter(2))).keys()]).toEqual(before)
  })

  it.each([
    ['set back in a session', '2026-11-24T19:30:00.000Z'],
    ['that cannot be read', 'yesterday'],
  ])('are never less than nothing by a clock %s, and can be asked for', async (_, closedAt) => {
    addGroup(evening, { timeZone: 'UTC' })
    hold(60)
    evening.vault.write((vault) => {
      vault.update(sessions).set({ openedAt: '2026-11-24T20:00:00.000Z', closedAt }).run()
    })
    evening.clock.set('2027-02-05T00:00:00.000Z')
    const values = await ask(quarter(4))
    expect(values.get('hoursHeld')).toBe(0)
    expect([...values.values()].every((value) => value === null || value >= 0)).toBe(true)
  })

  it('leave a rehearsal out, and a session that was forgotten open counts as planned', async () => {
    addGroup(evening, { server: { kind: 'rehearsal' } })
    hold(60)
    evening.clock.set('2027-01-05T00:00:00.000Z')
    expect((await ask(quarter(4))).get('sessionsHeld')).toBe(0)
    addGroup(evening, { name: 'Real', timeZone: 'UTC' })
    evening.clock.set('2027-01-05T18:00:00.000Z')
    const real = evening.sessions.upcoming().find((session) => !session.isRehearsal)
    if (!real) throw new Error('No session was scheduled.')
    evening.clock.set(real.plannedAt)
    evening.sessions.open(real.id)
    evening.clock.advance(48 * 60 * MINUTE_MS)
    evening.sessions.close(real.id)
    evening.clock.set('2027-04-05T00:00:00.000Z')
    expect((await ask({ kind: 'month', year: 2027, month: 1 })).get('hoursHeld')).toBe(1.5)
  })

  it('are refused for a period that is not over, by a clock that runs ahead too', async () => {
    addGroup(evening)
    evening.clock.set('2027-01-03T06:59:59.999Z')
    await expect(ask(quarter(4))).rejects.toThrow(refuses('PERIOD_NOT_OVER'))
    evening.clock.set('2027-01-03T07:00:00.000Z')
    await ask(quarter(4))
    evening.clock.set('2027-06-03T00:00:00.000Z')
    evening.vault.clockTrust.isTrusted = false
    evening.vault.clockTrust.dueBefore = new Date('2026-12-01T00:00:00.000Z')
    await expect(ask(quarter(4))).rejects.toThrow(refuses('PERIOD_NOT_OVER'))
    expect(insight.periods()).not.toContainEqual(quarter(4))
  })

  it('are refused for a period of which something has reached its end', async () => {
    addGroup(evening)
    evening.clock.set('2037-02-05T00:00:00.000Z')
    const before: Period = { kind: 'year', year: 2026 }
    expect(insight.periods()).not.toContainEqual(before)
    await expect(ask(before)).rejects.toThrow(refuses('PERIOD_TOO_OLD'))
    expect((await ask({ kind: 'year', year: 2028 })).get('sessionsPlanned')).toBe(52)
  })

  it('are refused while a session of the period is still open', async () => {
    addGroup(evening)
    const { id } = nextSession()
    evening.sessions.open(id)
    evening.clock.set('2027-02-05T00:00:00.000Z')
    await expect(ask(quarter(4))).rejects.toThrow(refuses('PERIOD_NOT_OVER'))
    evening.sessions.close(id)
    expect((await ask(quarter(4))).get('sessionsHeld')).toBe(1)
  })
})

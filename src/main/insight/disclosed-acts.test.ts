/** @file Checks over a real database which counts of what people did leave, after all that has left before. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, groupDraft, openEvening } from '../../../tests/fixtures/evening'
import { measureId, Numbers, type Period } from '../../contract/insight'
import { SessionId } from '../../contract/primitives'
import { createConduct, interventionMeasures } from '../conduct/service'
import { counters } from '../conduct/tables'
import { sessionMeasures } from '../sessions/service'
import { sessions } from '../sessions/tables'
import { createInsight, type InsightService, releasesKept } from './service'

let evening: Evening
let insight: InsightService
beforeEach(() => {
  evening = openEvening()
  const { charters, vault, clock } = evening
  insight = createInsight({
    vault,
    clock,
    work: sessionMeasures(charters),
    acts: interventionMeasures(charters),
    settle: () => evening.sessions.settle(),
  })
})
const year: Period = { kind: 'year', year: 2026 }
const quarter = (at: number): Period => ({ kind: 'quarter', year: 2026, quarter: at })
const byId = (numbers: Numbers) =>
  new Map(numbers.measures.map((measure) => [measureId(measure), measure.value]))
const ask = async (period: Period) => {
  const numbers = await insight.numbers({ period, healthReasons: 'folded' })
  expect(Numbers.parse(numbers)).toEqual(numbers)
  return byId(numbers)
}
/** The next session, with the clock moved to its start. */
const nextSession = () => {
  const next = evening.sessions.upcoming()[0]
  if (!next) throw new Error('No session was scheduled.')
  evening.clock.set(next.plannedAt)
  return next
}
describe('counts of what people did', () => {
  const row = (reason: string) => `acts.counting-circle.removed.${reason}`
  const total = 'acts.counting-circle.all'
  /** So many of each reason in a month, by the counters themselves. */
  const counted = (month: string, counts: Record<string, number>) =>
    evening.vault.write((vault) => {
      for (const [reasonId, count] of Object.entries(counts)) {
        vault
          .insert(counters)
          .values({ charterId: 'counting-circle', month, kind: 'removed', reasonId, count })
          .run()
      }
    })
  /** Groups of the counting charter, with so many sessions held in each quarter of 2026. */
  const held = (...ofGroups: number[][]) =>
    evening.vault.write((vault) => {
      for (const [at, quarters] of ofGroups.entries()) {
        const group = evening.sessions.createGroup({
          ...groupDraft,
          isServerApproved: true,
          name: `Group ${at}`,
          charterId: 'counting-circle',
        })
        for (const [of, count] of quarters.entries()) {
          for (let day = 1; day <= count; day += 1) {
            const at = `2026-${String(of * 3 + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}T12:00:00.000Z`
            vault
              .insert(sessions)
              .values({
                id: SessionId.parse(crypto.randomUUID()),
                groupId: group.id,
                charterId: 'counting-circle',
                serverKind: 'jitsi',
                serverHost: 'meet.example.org',
                roomName: crypto.randomUUID(),
                plannedAt: at,
                timeZone: 'UTC',
                plannedMinutes: 60,
                state: 'held',
                openedAt: at,
                closedAt: at,
                createdAt: at,
              })
              .run()
          }
        }
      }
    })
  beforeEach(() => evening.clock.set('2027-02-05T00:00:00.000Z'))
  const release = (period: Period) => insight.release({ period, healthReasons: 'folded' })
  const emptied = async (period: Period) =>
    (await insight.numbers({ period, healthReasons: 'folded' })).emptied[0] ?? null

  it('are shown from k upwards, rounded, where three groups met and none of them alone', async () => {
    held([4, 0, 0, 0], [4, 0, 0, 0], [4, 0, 0, 0])
    counted('2026-02', { slurs: 31, 'talking-over': 23, 'at-risk': 12 })
    const values = await ask(quarter(1))
    expect([values.get(row('slurs')), values.get(row('talking-over')), values.get(total)]).toEqual([
      30, 25, 65,
    ])
    expect(await emptied(quarter(1))).toBeNull()
  })

  it.each([
    ['tooFewGroups', [[4], [4]]],
    ['oneGroupDominates', [[13], [4], [4]]],
  ] as const)('are all hidden where %s', async (why, groups) => {
    held(...groups.map((quarters) => [...quarters]))
    counted('2026-02', { slurs: 300 })
    expect((await ask(quarter(1))).get(total)).toBeNull()
    expect(await emptied(quarter(1))).toMatchObject({ why })
  })

  it('never leave for a month', async () => {
    held([4], [4], [4])
    counted('2026-02', { slurs: 300 })
    expect((await ask({ kind: 'month', year: 2026, month: 2 })).get(total)).toBeNull()
    expect(await emptied({ kind: 'month', year: 2026, month: 2 })).toMatchObject({ why: 'tooShort' })
  })

  it('of a year do not give a quarter away by subtraction, and it says which exports are the reason', async () => {
    const four = [4, 4, 4, 4]
    held(four, four, four)
    counted('2026-01', { slurs: 13 })
    counted('2026-04', { slurs: 12 })
    counted('2026-07', { slurs: 14 })
    counted('2026-10', { slurs: 2 })
    expect((await ask(year)).get(total)).toBe(40)
    for (const at of [1, 2, 3, 4]) await release(quarter(at))
    expect((await ask(quarter(4))).get(total)).toBeNull()
    expect((await ask(year)).get(total)).toBeNull()
    const because = await emptied(year)
    expect(because?.why).toBe('earlierExport')
    expect(because?.exports.map(({ period }) => period)).toContainEqual(quarter(1))
    // Forgetting is the person's right; what has left is then held against nothing.
    const kept = releasesKept()
    for (const { id } of kept.list(evening.vault.read(), evening.clock.now())) {
      expect(evening.vault.write((vault) => kept.forget(vault, id))).toContain(id)
    }
    expect((await ask(year)).get(total)).toBe(40)
  })

  it('leave again as they left, whatever was forgotten since; and nothing more of that year leaves', async () => {
    const four = [4, 4, 4, 4]
    held(four, four, four)
    counted('2026-01', { slurs: 40 })
    counted('2026-04', { slurs: 40 })
    const first = byId(await release(quarter(1)))
    expect(first.get(total)).toBe(40)
    evening.vault.write((vault) => vault.delete(counters).run())
    counted('2026-04', { slurs: 40 })
    expect(byId(await release(quarter(1)))).toEqual(first)
    expect((await ask(quarter(2))).get(total)).toBeNull()
    expect(await emptied(quarter(2))).toMatchObject({
      why: 'changedSince',
      exports: [{ period: quarter(1) }, {}],
    })
  })

  it('are hidden where what has left cannot be read', async () => {
    held([4, 4], [4, 4], [4, 4])
    counted('2026-01', { slurs: 40 })
    counted('2026-04', { slurs: 40 })
    await release(quarter(1))
    evening.vault.raw.prepare(`UPDATE releases SET cells = '{'`).run()
    expect((await ask(quarter(2))).get(total)).toBeNull()
    expect(await emptied(quarter(2))).toMatchObject({ why: 'changedSince' })
    // It can be seen and forgotten all the same.
    expect(releasesKept().list(evening.vault.read(), evening.clock.now())).toHaveLength(1)
  })

  it('are counted in the month of their session where the group is, though it goes on past midnight', () => {
    const { sessions: service, vault, clock, charters } = evening
    clock.set('2026-12-30T20:00:00.000Z')
    const conduct = createConduct({ vault, clock, charters, sessions: service, folder: '/nowhere' })
    addGroup(evening, { charterId: 'counting-circle', isServerApproved: true, weekday: 4 })
    const { id } = nextSession()
    service.open(id)
    clock.set('2027-01-01T07:10:00.000Z')
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    expect(vault.read().select({ month: counters.month }).from(counters).all()).toEqual([
      { month: '2026-12' },
    ])
  })

  it('are listed as having left until ten years after their year, and then go', async () => {
    await release(quarter(1))
    const kept = releasesKept()
    const [entry] = kept.list(evening.vault.read(), evening.clock.now())
    expect(entry).toMatchObject({
      label: '2026-Q1',
      keptSince: '2027-02-05T00:00:00.000Z',
      keptUntil: '2037-01-08T00:00:00.000Z',
    })
    const after = new Date(Date.parse(entry?.keptUntil ?? '') + 1)
    expect(kept.countDue(evening.vault.read(), after)).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, after))
    expect(kept.list(evening.vault.read(), after)).toEqual([])
  })
})

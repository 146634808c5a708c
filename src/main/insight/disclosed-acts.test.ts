/** @file Checks over a real database which counts of what people did leave, after all that has left before. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening } from '../../../tests/fixtures/evening'
import { byId, insightOver, openNumbers, quarter, year } from '../../../tests/fixtures/numbers'
import type { Period } from '../../contract/insight'
import { createConduct } from '../conduct/service'
import { counters } from '../conduct/tables'
import { loadSolver, SolverLimitError } from './disclosure/solver'
import { type InsightService, releasesKept } from './service'

type Numbered = ReturnType<typeof openNumbers>
let evening: Evening
let insight: InsightService
let ask: Numbered['ask']
let counted: Numbered['counted']
let held: Numbered['held']
let nextSession: Numbered['nextSession']
beforeEach(() => {
  ;({ evening, insight, ask, counted, held, nextSession } = openNumbers())
})
describe('counts of what people did', () => {
  const row = (reason: string) => `acts.counting-circle.removed.${reason}`
  const total = 'acts.counting-circle.all'
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
    // Forgetting is the person's right; what they showed has left all the same, and nothing more of the year does.
    const kept = releasesKept()
    for (const { id } of kept.list(evening.vault.read(), evening.clock.now())) {
      expect(evening.vault.write((vault) => kept.forget(vault, id))).toContain(id)
    }
    expect((await ask(year)).get(total)).toBeNull()
    expect(await emptied(year)).toMatchObject({ why: 'noteMissing', exports: [] })
  })

  it('are hidden where nothing can be proved, are not bound by that, and are proved once they can be', async () => {
    held([4, 4], [4, 4], [4, 4])
    counted('2026-02', { slurs: 300 })
    let canLoad = false
    const own = insightOver(evening, {
      load: () => (canLoad ? loadSolver() : Promise.reject(new Error('No such file.'))),
    })
    const unproved = await own.release({ period: quarter(1), healthReasons: 'folded' })
    expect(byId(unproved).get(total)).toBeNull()
    expect(byId(unproved).get('sessionsHeld')).toBe(12)
    expect(unproved.emptied).toMatchObject([{ why: 'notProved' }])
    canLoad = true
    expect(byId(await own.release({ period: quarter(1), healthReasons: 'folded' })).get(total)).toBe(300)
  })

  it('are hidden where the proof takes too many programs', async () => {
    held([4, 4], [4, 4], [4, 4])
    counted('2026-02', { slurs: 300 })
    const tooMany = { ...(await loadSolver()) }
    tooMany.withKnown = () => {
      throw new SolverLimitError()
    }
    const own = insightOver(evening, { load: async () => tooMany })
    const numbers = await own.numbers({ period: quarter(1), healthReasons: 'folded' })
    expect(byId(numbers).get(total)).toBeNull()
    expect(numbers.emptied).toMatchObject([{ why: 'notProved' }])
  })

  it('are proved outside of any transaction, and anew where another export left meanwhile', async () => {
    const four = [4, 4, 4, 4]
    held(four, four, four)
    counted('2026-01', { slurs: 13 })
    counted('2026-04', { slurs: 12 })
    counted('2026-07', { slurs: 14 })
    counted('2026-10', { slurs: 2 })
    const alone = byId(await insight.numbers({ period: year, healthReasons: 'folded' })).get(total)
    expect(alone).toBe(40)
    const loaded = await loadSolver()
    let isWriting = false
    let proofsWhileWriting = 0
    const watched: typeof loaded = {
      ...loaded,
      withKnown: (...given) => {
        if (isWriting) proofsWhileWriting += 1
        return loaded.withKnown(...given)
      },
    }
    const write: typeof evening.vault.write = (change) => {
      isWriting = true
      try {
        return evening.vault.write(change)
      } finally {
        isWriting = false
      }
    }
    const own = insightOver(evening, { vault: { ...evening.vault, write }, load: async () => watched })
    const all = [1, 2, 3, 4].map(quarter)
    const left = await Promise.all(
      [...all, year].map((period) => own.release({ period, healthReasons: 'folded' })),
    )
    expect(proofsWhileWriting).toBe(0)
    // All five together would tell the last quarter: the same as one after another.
    expect(left.every((numbers) => byId(numbers).get(total) !== null)).toBe(false)
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
      label: '',
      date: { kind: 'quarter', year: 2026, quarter: 1 },
      keptSince: '2027-02-05T00:00:00.000Z',
      keptUntil: '2037-01-08T00:00:00.000Z',
    })
    const after = new Date(Date.parse(entry?.keptUntil ?? '') + 1)
    expect(kept.countDue(evening.vault.read(), after)).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, after))
    expect(kept.list(evening.vault.read(), after)).toEqual([])
  })
})

/** @file Many bundles as one: in any order, once each, nobody’s own; and what is held against what was told. */

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bundleOf, drawnBundles } from '../../../../tests/fixtures/bundles'
import { type Evening, openEvening } from '../../../../tests/fixtures/evening'
import { nothingLeft } from '../../../../tests/fixtures/left-before'
import { byId } from '../../../../tests/fixtures/numbers'
import { rounds } from '../../../../tests/fixtures/rounds'
import type { NumbersBundle } from '../../../contract/numbers-bundle'
import { type RollUpOutcome as Outcome, RollUpOutcome } from '../../../contract/roll-up'
import { interventionMeasures } from '../../conduct/service'
import { sessionMeasures } from '../../sessions/service'
import type { VaultAccess } from '../../vault/handles'
import { rollUps } from '../tables'
import { facilitatorsRefuse } from './facilitators'
import type { Member } from './merge'
import { createRollUp, type RollUpService } from './service'
import { readMerged } from './store'

const quarter = (at: number) => ({ kind: 'quarter', year: 2026, quarter: at }) as const
const year = { kind: 'year', year: 2026 } as const
/** Sealing is tried in the service's own test: here a file is its text. */
const open = { open: (file: string) => Promise.resolve({ kind: 'opened' as const, text: file }) }

let evening: Evening
const deskOver = (vault: VaultAccess, load?: Parameters<typeof createRollUp>[0]['load']): RollUpService =>
  createRollUp({
    vault,
    ...(load ? { load } : {}),
    clock: evening.clock,
    work: sessionMeasures(evening.charters),
    acts: interventionMeasures(evening.charters),
    left: nothingLeft(),
    settle: () => {},
    seals: {
      ...open,
      recipient: () => {
        throw new Error('Nothing is sealed here.')
      },
      seal: () => Promise.reject(new Error('Nothing is sealed here.')),
    },
  })
let desk: RollUpService
beforeEach(() => {
  evening = openEvening()
  evening.clock.set('2027-02-05T00:00:00.000Z')
  desk = deskOver(evening.vault)
})
const takeIn = async (bundles: readonly NumbersBundle[], into = desk) => {
  const taken: Awaited<ReturnType<RollUpService['takeIn']>> = []
  for (const bundle of bundles) taken.push(...(await into.takeIn([JSON.stringify(bundle)])))
  return taken
}
const counted = async (period: Parameters<RollUpService['count']>[0]) => {
  const outcome = RollUpOutcome.parse(await desk.count(period))
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return byId(outcome.result.numbers)
}
const whyNot = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.why : outcome.kind)
/** Facilitators 1 and on, each with a group of their own. */
const consoles = (of: readonly number[], held = 4, at = 1, made = 0) =>
  of.map((source) =>
    bundleOf({
      source,
      quarter: at,
      made,
      months: [1, 2, 3].map((month) => ({ group: source, month, held })),
      counts: [{ reason: 0, count: 20 }],
    }),
  )

describe('bundles', () => {
  it('are one organization in any order, however often each comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnBundles.chain((bundles) =>
          fc.tuple(
            fc.constant(bundles),
            fc.shuffledSubarray(bundles, { minLength: bundles.length }),
            fc.array(fc.constantFrom(...bundles), { maxLength: 10 }),
          ),
        ),
        async ([bundles, shuffled, again]) => {
          const one = openEvening()
          const other = openEvening()
          await takeIn(bundles, deskOver(one.vault))
          await takeIn([...shuffled, ...again], deskOver(other.vault))
          for (const period of [year, quarter(1), quarter(4)]) {
            expect(readMerged(other.vault.read(), period)).toEqual(readMerged(one.vault.read(), period))
          }
        },
      ),
      { numRuns: rounds(6, 300) },
    )
  })

  it('that are taken out again leave nothing of themselves', async () => {
    await fc.assert(
      fc.asyncProperty(drawnBundles, fc.nat(), async (bundles, at) => {
        // One of each console and quarter: a corrected one takes the place of another for good.
        const own = bundles.filter(({ id }, index) => {
          const key = (one: NumbersBundle) => `${one.source} ${one.period.quarter}`
          return bundles.findIndex((one) => key(one) === key(bundles[index] ?? one)) === index && id !== ''
        })
        const going = own[at % own.length]
        if (!going) return
        const one = openEvening()
        const other = openEvening()
        await takeIn(own, deskOver(one.vault))
        deskOver(one.vault).takeOut(going.id.slice(0, 13).toUpperCase())
        await takeIn(
          own.filter((bundle) => bundle !== going),
          deskOver(other.vault),
        )
        expect(readMerged(one.vault.read(), year)).toEqual(readMerged(other.vault.read(), year))
      }),
      { numRuns: rounds(6, 300) },
    )
  })

  it('are added up: sessions, hours, groups', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    const numbers = await counted(quarter(1))
    expect(numbers.get('sessionsPlanned')).toBe(48)
    expect(numbers.get('hoursHeld')).toBe(64)
    expect(numbers.get('groupsMet')).toBe(4)
    expect(numbers.get('acts.counting-circle.all')).toBe(80)
  })

  it('of two facilitators for the same group and month count it once', async () => {
    await takeIn([
      ...consoles([1, 2, 3, 4]),
      bundleOf({
        source: 5,
        quarter: 1,
        months: [
          { group: 1, month: 1, held: 3 },
          { group: 5, month: 1, held: 4 },
        ],
      }),
    ])
    expect((await counted(quarter(1))).get('sessionsHeld')).toBe(52)
    expect(desk.desk().quarters).toEqual([
      { period: { year: 2026, quarter: 1 }, bundles: 5, overlaps: [{ month: 1, groups: 1 }] },
    ])
  })

  it('say what became of each: taken, again, older, in the place of another, or why not', async () => {
    const [first] = consoles([1])
    const [second] = consoles([1], 5, 1, 1)
    const [other] = consoles([1], 3)
    if (!first || !second || !other) throw new Error('There are none.')
    const kinds = (await takeIn([first, first, second, first, second])).map(({ kind }) => kind)
    expect(kinds).toEqual(['taken', 'again', 'taken', 'older', 'again'])
    await takeIn([{ ...other, id: second.id }])
    const refused = async (text: string) => (await desk.takeIn([text]))[0]
    const text = (change: object) => JSON.stringify({ ...first, ...change })
    const because = (reason: string) => ({ kind: 'refused', reason })
    expect(await refused(JSON.stringify({ ...other, id: second.id }))).toEqual(because('numberTaken'))
    expect(await refused(text({ format: 2, more: true }))).toEqual(because('newer'))
    expect(await refused(text({ format: 0 }))).toEqual(because('noBundle'))
    expect(await refused(text({ facilitator: 'Sam' }))).toEqual(because('noBundle'))
    expect(await refused('{"format":1')).toEqual(because('noBundle'))
    expect(await refused(text({}).replace('"held":', '"held":0,"held":'))).toEqual({
      ...because('repeatedKey'),
      where: 'months.0.held',
    })
    expect(await refused("=cmd|'/C calc'!A1")).toEqual(because('noBundle'))
    const [month] = first.months
    expect(await refused(text({ months: [{ ...month, planned: 9 }] }))).toEqual(because('doesNotAddUp'))
    expect(await refused(text({ months: [month, month] }))).toEqual(because('doesNotAddUp'))
    expect(await refused(text({ months: [{ ...month, heldMinutes: 9000 }] }))).toEqual(
      because('doesNotAddUp'),
    )
    expect(await refused(text({ months: [{ ...month, held: -1, planned: -1 }] }))).toEqual(
      because('noBundle'),
    )
    expect(await refused(text({ id: crypto.randomUUID(), period: { year: 2027, quarter: 1 } }))).toEqual(
      because('periodOut'),
    )
    expect(await refused(text({ id: crypto.randomUUID(), madeAt: '2027-02-13T00:00:00.000Z' }))).toEqual(
      because('clockAhead'),
    )
    expect(await refused(text({ id: crypto.randomUUID(), period: { year: 2001, quarter: 1 } }))).toEqual(
      because('periodOut'),
    )
    expect(desk.desk().quarters[0]?.bundles).toBe(1)
    expect(desk.desk().countable).toEqual([quarter(1), year])
    evening.clock.set('2026-12-20T00:00:00.000Z')
    expect(desk.desk().countable).toEqual([quarter(1)])
    expect(() => desk.takeOut('00000000-0000')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('are all there or not at all where the disk fills up in the middle of a call', async () => {
    evening.vault.raw.exec(
      "CREATE TRIGGER full BEFORE INSERT ON bundles WHEN (SELECT count(*) FROM bundles) >= 5 BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )
    const files = (of: readonly number[]) => consoles(of).map((bundle) => JSON.stringify(bundle))
    await desk.takeIn(files([1, 2, 3]))
    await expect(desk.takeIn(files([4, 5, 6]))).rejects.toThrow('disk is full')
    expect(desk.desk().quarters[0]?.bundles).toBe(3)
    evening.vault.raw.exec('DROP TRIGGER full')
    const kinds = (await desk.takeIn(files([1, 2, 3, 4, 5, 6]))).map(({ kind }) => kind)
    expect(kinds).toEqual(['again', 'again', 'again', 'taken', 'taken', 'taken'])
  })
})

describe('nobody’s own numbers', () => {
  it('are told: of fewer than three, or of one who did most, nothing is', async () => {
    await takeIn(consoles([1, 2]))
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooFewFacilitators')
    await takeIn(consoles([3], 30))
    expect(whyNot(await desk.count(quarter(1)))).toBe('oneFacilitatorDominates')
    await takeIn([bundleOf({ source: 4, quarter: 2, months: [] })])
    expect(whyNot(await desk.count(quarter(2)))).toBe('tooFewFacilitators')
    expect(whyNot(await desk.count(quarter(3)))).toBe('tooFewFacilitators')
  })

  it('are not the difference of two answers: not by one more, one less or one corrected', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    const before = await counted(quarter(1))
    await takeIn(consoles([5]))
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooLittleChanged')
    await takeIn(consoles([6]))
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooLittleChanged')
    await takeIn(consoles([7]))
    expect((await counted(quarter(1))).get('sessionsHeld')).toBe(84)
    // The same bundles as at first are told as they were; one less is not.
    for (const { id } of consoles([5, 6, 7])) desk.takeOut(id.slice(0, 13).toUpperCase())
    expect(await counted(quarter(1))).toEqual(before)
    desk.takeOut(consoles([4])[0]?.id.slice(0, 13).toUpperCase() ?? '')
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooLittleChanged')
    await takeIn(consoles([4], 5, 1, 1))
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooLittleChanged')
  })

  it('are not a year less its quarters, of which one came late', async () => {
    for (const at of [1, 2, 3, 4]) await takeIn(consoles([1, 2, 3, 4], 4, at))
    for (const at of [1, 2, 3, 4]) await counted(quarter(at))
    await takeIn(consoles([5], 4, 2))
    expect(whyNot(await desk.count(year))).toBe('tooLittleChanged')
  })

  it('are not those of the one whose row was counted where several met the same groups', async () => {
    const same = (source: number, held: number) =>
      bundleOf({ source, quarter: 1, months: [{ group: 1, month: 1, held }] })
    await takeIn([same(1, 4), same(2, 3), same(3, 3)])
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooFewFacilitators')
  })

  it('are not the difference that three make of whom two only met a group that was counted', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    await counted(quarter(1))
    const beside = (source: number) =>
      bundleOf({ source, quarter: 1, months: [1, 2, 3].map((month) => ({ group: 1, month, held: 3 })) })
    await takeIn([...consoles([5]), beside(6), beside(7)])
    expect(whyNot(await desk.count(quarter(1)))).toBe('tooLittleChanged')
  })

  it('follow from no totals of drawn bundles: an attacker who knows which rows were counted', async () => {
    let told = 0
    let broken = 0
    await fc.assert(
      fc.asyncProperty(manyBundles, async (bundles) => {
        const one = openEvening()
        one.clock.set('2027-02-05T00:00:00.000Z')
        const rooms = deskOver(one.vault)
        const totals: Row[][] = []
        const careless: Row[][] = []
        for (let from = 0; from < bundles.length; from += 7) {
          await takeIn(bundles.slice(from, from + 7), rooms)
          for (const period of [quarter(1), quarter(2), year]) {
            const outcome = await rooms.count(period)
            const rows = countedRows(newest(bundles.slice(0, from + 7)), period)
            careless.push(rows)
            if (outcome.kind === 'refused') continue
            const sum = rows.reduce((all, { month }) => all + month.held, 0)
            expect(byId(outcome.result.numbers).get('sessionsHeld')).toBe(sum)
            totals.push(rows)
          }
        }
        told += totals.length
        expect(tells(totals)).toEqual([])
        broken += tells(careless).length
      }),
      { numRuns: rounds(8, 300), seed: 5 },
    )
    // Or nothing was attacked; and the same attack succeeds where everything is told.
    expect(told).toBeGreaterThan(0)
    expect(broken).toBeGreaterThan(0)
  })

  it('follow from no totals that may be told: an attacker who adds and subtracts them', () => {
    const members = fc.uniqueArray(
      fc.record({ source: fc.integer({ min: 0, max: 9 }), planned: fc.integer({ min: 0, max: 9 }) }),
      { selector: ({ source }) => source, minLength: 1, maxLength: 10 },
    )
    const histories = members.chain((all) =>
      fc.array(fc.shuffledSubarray(all), { minLength: 1, maxLength: 8 }),
    )
    fc.assert(
      fc.property(histories, (asked) => {
        const told: Member[][] = []
        const careless: Member[][] = []
        for (const one of asked) {
          const total = one.map(({ source, planned }): Member => {
            return { id: `${source}`, source: `${source}`, counted: [[1, planned]] }
          })
          careless.push(total)
          if (facilitatorsRefuse(total, told) === null) told.push(total)
        }
        expect(alone(told)).toEqual([])
        // The control: what was asked for, told without a rule, tells of somebody.
        if (careless.some((total) => total.length === 1)) expect(alone(careless).length).toBeGreaterThan(0)
      }),
      { numRuns: rounds(200, 5000) },
    )
  })
})

/** Many facilitators, few groups, two quarters: totals can be told, and overlap. */
const manyBundles = fc
  .array(
    fc.record({
      source: fc.integer({ min: 1, max: 20 }),
      quarter: fc.integer({ min: 1, max: 2 }),
      made: fc.integer({ min: 0, max: 2 }),
      months: fc.uniqueArray(
        fc.record({
          group: fc.integer({ min: 0, max: 9 }),
          month: fc.integer({ min: 1, max: 2 }),
          held: fc.integer({ min: 1, max: 5 }),
        }),
        { selector: ({ group, month }) => `${group} ${month}`, maxLength: 4 },
      ),
    }),
    { minLength: 28, maxLength: 42 },
  )
  .map((drafts) => [
    ...new Map(drafts.map((one) => [`${one.source} ${one.quarter} ${one.made}`, bundleOf(one)])).values(),
  ])

/** Of each console and quarter the newest. */
const newest = (bundles: readonly NumbersBundle[]): NumbersBundle[] => [
  ...new Map(
    bundles
      .toSorted((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
      .map((one) => [`${one.source} ${one.period.quarter}`, one]),
  ).values(),
]

/** A row of a bundle that a total counts. */
interface Row {
  id: string
  source: string
  month: NumbersBundle['months'][number]
}
/** The rows that count: of each group and month the one that held most. Worked out here once more, the plain way. */
const countedRows = (
  bundles: readonly NumbersBundle[],
  period: { kind: string; quarter?: number },
): Row[] => {
  const best = new Map<string, Row>()
  for (const { id, source, period: of, months } of bundles) {
    if (period.kind === 'quarter' && of.quarter !== period.quarter) continue
    for (const month of months) {
      const key = `${of.quarter} ${month.month} ${month.group}`
      const other = best.get(key)
      const isBetter =
        !other ||
        month.held > other.month.held ||
        (month.held === other.month.held && id < other.id.slice(0, 36))
      if (isBetter) best.set(key, { id: `${id} ${key}`, source, month })
    }
  }
  return [...best.values()]
}

/** Rank of a matrix. By elimination, as one with a pencil. */
const rank = (rows: readonly (readonly number[])[]): number => {
  const left = rows.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let found = 0
  for (let column = 0; column < width; column += 1) {
    const pivot = left.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [row] = left.splice(pivot, 1)
    if (!row) continue
    left.splice(found, 0, row)
    for (const [at, other] of left.entries()) {
      if (at === found) continue
      const times = (other[column] ?? 0) / (row[column] ?? 1)
      for (let of = 0; of < width; of += 1) other[of] = (other[of] ?? 0) - times * (row[of] ?? 0)
    }
    found += 1
  }
  return found
}

/** One or two facilitators of whom something can be told: a combination of totals in which nobody else has a part. */
const tells = (totals: readonly (readonly Row[])[]): string[] => {
  const rows = [...new Map(totals.flat().map((row) => [row.id, row])).values()]
  const sets = totals.map((total) => new Set(total.map(({ id }) => id)))
  const without = (sources: readonly string[]) => {
    const others = rows.filter(({ source }) => !sources.includes(source))
    return rank(sets.map((of) => others.map(({ id }) => (of.has(id) ? 1 : 0))))
  }
  const whole = without([])
  const sources = [...new Set(rows.map(({ source }) => source))]
  return sources.flatMap((one, at) =>
    sources
      .slice(at)
      .filter((other) => without([one, other]) < whole)
      .map((other) => `${one} ${other}`),
  )
}

/** Who can be told alone: their own row is a combination of the totals. */
const alone = (totals: readonly (readonly Member[])[]): string[] => {
  const ids = [...new Set(totals.flat().map(({ id }) => id))]
  const matrix = totals.map((total) => ids.map((id) => (total.some((one) => one.id === id) ? 1 : 0)))
  const whole = rank(matrix)
  return ids.filter((id) => rank([...matrix, ids.map((other) => (other === id ? 1 : 0))]) === whole)
}

describe('counts of what people did', () => {
  it('are protected over the whole organization: k, groups, and what was told before', async () => {
    // Three groups, none of which has held most of the sessions; four reminders of one reason in all.
    await takeIn(
      [1, 2, 3, 4].map((source) =>
        bundleOf({
          source,
          quarter: 1,
          months: [{ group: source, month: 1, held: 4 }],
          counts: [
            { reason: 0, count: 20 },
            { reason: 1, count: 1 },
          ],
        }),
      ),
    )
    const numbers = await counted(quarter(1))
    expect(numbers.get('acts.counting-circle.removed.talking-over')).toBeNull()
    expect(numbers.get('acts.counting-circle.reminded')).toBeNull()
  })

  it('stay hidden where most was in one group', async () => {
    await takeIn(
      [1, 2, 3].map((source) =>
        bundleOf({
          source,
          quarter: 1,
          // A month each with the same group.
          months: [{ group: 1, month: source, held: 4 }],
          counts: [{ reason: 0, count: 20 }],
        }),
      ),
    )
    const outcome = await desk.count(quarter(1))
    expect(outcome).toMatchObject({ result: { numbers: { emptied: [{ why: 'tooFewGroups' }] } } })
    expect(whyNot(outcome)).toBe('counted')
  })

  it('stay hidden of a year in which two groups were called otherwise each quarter', async () => {
    await takeIn(
      [1, 2, 3].flatMap((source) =>
        [1, 2, 3, 4].map((quarter) =>
          bundleOf({
            source,
            quarter,
            // A month each with one of two groups, whose names, and so their digests, are those of the quarter.
            months: [{ group: quarter * 2 + (source % 2), month: source, held: 4 }],
            counts: [{ reason: 0, count: 20 }],
          }),
        ),
      ),
    )
    expect(await desk.count(year)).toMatchObject({
      result: { numbers: { emptied: [{ why: 'tooFewGroups' }] } },
    })
  })

  it('stay hidden where one facilitator alone works under their charter', async () => {
    const [own, ...others] = consoles([1, 2, 3, 4], 4)
    if (!own) throw new Error('There is none.')
    const months = [1, 2, 3].flatMap((group) =>
      own.months.map((one) => ({ ...one, group: `${group}`.repeat(32) })),
    )
    const elsewhere = others.map((bundle) => ({
      ...bundle,
      months: bundle.months.map((one) => ({ ...one, charterId: 'other-circle', held: 9, planned: 9 })),
      counts: [],
    }))
    await takeIn([{ ...own, months }, ...elsewhere])
    const outcome = await desk.count(quarter(1))
    expect(outcome).toMatchObject({ result: { numbers: { emptied: [{ why: 'tooFewFacilitators' }] } } })
    if (outcome.kind === 'refused') throw new Error(outcome.why)
    const acts = outcome.result.numbers.measures.filter(({ about }) => about === 'acts')
    expect(acts.length).toBeGreaterThan(0)
    expect(acts.filter(({ value }) => value !== null)).toEqual([])
  })

  it('that could not be proved are proved when they are asked for again', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    const without = deskOver(evening.vault, () => Promise.reject(new Error('It is not there.')))
    const unproved = await without.count(quarter(1))
    expect(unproved).toMatchObject({ result: { numbers: { emptied: [{ why: 'notProved' }] } } })
    expect(await without.count(quarter(1))).toEqual(unproved)
    expect(desk.told()).toHaveLength(1)
    expect((await counted(quarter(1))).get('acts.counting-circle.all')).toBe(80)
  })

  it('that were told of some bundles are not told as those of others', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    const before = await counted(quarter(1))
    expect(before.get('acts.counting-circle.all')).toBe(80)
    await takeIn(consoles([5, 6, 7]))
    const outcome = await desk.count(quarter(1))
    expect(outcome).toMatchObject({
      result: {
        bundles: 7,
        numbers: { emptied: [{ why: 'changedSince', exports: [{ period: quarter(1) }] }] },
      },
    })
    expect((await counted(quarter(1))).get('acts.counting-circle.all')).toBeNull()
    for (const { id } of consoles([5, 6, 7])) desk.takeOut(id.slice(0, 13).toUpperCase())
    expect(await counted(quarter(1))).toEqual(before)
  })

  it('stay hidden where counts of the year were told and their note is gone', async () => {
    await takeIn(consoles([1, 2, 3, 4]))
    expect((await counted(quarter(1))).get('acts.counting-circle.all')).toBe(80)
    // As a backup from before leaves it.
    evening.vault.write((vault) => vault.delete(rollUps).run())
    for (const period of [year, quarter(1)]) {
      expect(await desk.count(period)).toMatchObject({
        result: { numbers: { emptied: [{ why: 'noteMissing', exports: [] }] } },
      })
    }
  })
})

/**
 * @file Attacks on what leaves: margins, periods, earlier exports, groups, presence, and somebody with a linear solver
 * who has every export there was. An attack succeeds when a hidden cell is told to within less than k. Each attack must
 * succeed where nothing protects, or it would prove nothing.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import type { CountedAct } from '../measure-source'
import { leaving, type Released } from './release'
import { limited, loadSolver, PROGRAMS_MAX, type Solver, SolverLimitError } from './solver'
import { type Cell, type PeriodPlace, PLACES, type YearTable, yearTable } from './year-table'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const acts = ['reminded', 'spokePrivately', 'removed'] as const

/** A quarter's counts from the smallest ones: acts by reasons, the last reason being those of earlier versions. */
const quarterOf = (counts: readonly (readonly number[])[]): CountedAct[] => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const cell = (act: CountedAct['act'], reason: CountedAct['reason'], value: number): CountedAct => ({
    about: 'acts',
    charterId: 'c',
    act,
    reason,
    unit: 'count',
    value,
  })
  return [
    cell(null, { kind: 'all' }, sum(counts.flat())),
    ...acts.flatMap((act, at) => {
      const own = counts[at] ?? []
      return [
        cell(act, { kind: 'all' }, sum(own)),
        ...own.map((value, reason) =>
          cell(
            act,
            reason === own.length - 1 ? { kind: 'earlier' } : { kind: 'one', reasonId: `r${reason}` },
            value,
          ),
        ),
      ]
    }),
  ]
}

/** What happened in a year, and which exports were made of it, in which order. */
interface History {
  k: number
  /** Quarters, acts, reasons. */
  counts: number[][][]
  /** Sessions of each group in each quarter. */
  held: number[][]
  exports: readonly PeriodPlace[]
}

/** What everybody sees after the exports. */
interface Published {
  table: YearTable
  shown: { cell: Cell; shown: number }[]
  places: Set<PeriodPlace>
}

const heldOf = ({ held }: History, place: PeriodPlace): number[] =>
  (held[0] ?? []).map((_, group) =>
    place === 4 ? held.reduce((sum, quarter) => sum + (quarter[group] ?? 0), 0) : (held[place]?.[group] ?? 0),
  )

const protectedly = async (history: History): Promise<Published> => {
  const quarters = history.counts.map((counts) => quarterOf(counts))
  const table = yearTable(quarters)
  const released: Released[] = []
  for (const place of history.exports) {
    const { cells, told } = await leaving(
      solver,
      { quarters, k: history.k, heldByGroup: (of) => heldOf(history, of), released, closed: new Set() },
      place,
    )
    // A number that is shown stands for one of at least k, and says so to within less than five.
    for (const { counted, shown } of cells) {
      expect(counted).toBeGreaterThanOrEqual(history.k)
      expect(Math.abs(counted - shown)).toBeLessThan(5)
      expect(shown % 5).toBe(0)
    }
    released.push({ place, cells, told })
  }
  return {
    table,
    shown: released.flatMap(({ place, cells }) =>
      cells.flatMap(({ row, shown }) => {
        const cell = table.cell(place, row)
        return cell ? [{ cell, shown }] : []
      }),
    ),
    places: new Set(history.exports),
  }
}

/** Hides what is below k and nothing else. */
const carelessly = (history: History): Published => {
  const table = yearTable(history.counts.map((counts) => quarterOf(counts)))
  const places = new Set(history.exports)
  return {
    table,
    shown: table.cells
      .filter((cell) => places.has(cell.place) && cell.value >= history.k)
      .map((cell) => ({ cell, shown: cell.value })),
    places,
  }
}

/** Cells that nobody may tell: hidden ones of what was published, and small ones of what was not. */
const secretsOf = ({ table, shown, places }: Published, k: number): Cell[] =>
  table.cells.filter(
    (cell) => !shown.some((one) => one.cell === cell) && (places.has(cell.place) || cell.value < k),
  )

/** Whole counts of reasons of earlier versions, which somebody who knows that there was none knows to be nought. */
const neverCounted = ({ table }: Published): Cell[] => {
  const earlier = table.cells.filter(({ row }) => row.endsWith('*earlier'))
  return earlier.every(({ value }) => value === 0) ? earlier : []
}

/** How many secrets somebody tells who knows each shown cell to within `slack`, and can solve linear problems. */
const toldBySolver = (published: Published, k: number, slack: number, noughts: Cell[] = []): Cell[] =>
  solver.withKnown(
    published.table.variables,
    [
      ...published.shown.map(({ cell, shown }) => {
        // Knowing the rounding is knowing the count to within four; a stronger attacker knows the count itself.
        const about = slack === 0 ? cell.value : shown
        return { of: cell.of, low: about - slack, high: about + slack }
      }),
      ...noughts.map(({ of }) => ({ of, low: 0, high: 0 })),
    ],
    (model) =>
      secretsOf(published, k).filter((cell) => {
        if (noughts.includes(cell)) return false
        const interval = model.interval(cell.of)
        if (!interval) throw new Error('What was published fits no counts at all.')
        return interval.high - interval.low < k - 1e-6
      }),
  )

/** Subtracts: a total less its shown parts, a year less its shown quarters. No solver, as a reader with a pencil. */
const toldByPencil = (published: Published, k: number): Cell[] => {
  const value = new Map(published.shown.map(({ cell, shown }) => [cell, shown]))
  const told: Cell[] = []
  const subtract = (total: Cell | undefined, parts: (Cell | undefined)[]) => {
    const all = total === undefined ? undefined : value.get(total)
    const unknown = parts.filter((part) => part && !value.has(part))
    const [only] = unknown
    if (all !== undefined && only && unknown.length === 1) told.push(only)
  }
  for (const cell of published.table.cells) {
    const parts = published.table.partsOf(cell.row)
    if (parts.length > 0)
      subtract(
        cell,
        parts.map((row) => published.table.cell(cell.place, row)),
      )
    if (cell.place === 4) {
      subtract(
        cell,
        PLACES.filter((place) => place < 4).map((place) => published.table.cell(place, cell.row)),
      )
    }
  }
  return told.filter((cell) => secretsOf(published, k).includes(cell))
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 25 }) },
  { weight: 2, arbitrary: fc.integer({ min: 8, max: 200 }) },
)
const history = fc
  .record({ reasons: fc.integer({ min: 1, max: 6 }), groups: fc.integer({ min: 3, max: 8 }) })
  .chain(({ reasons, groups }) =>
    fc.record({
      k: fc.constantFrom(5, 10, 11, 20),
      counts: fc.array(
        fc.array(fc.array(count, { minLength: reasons + 1, maxLength: reasons + 1 }), {
          minLength: 3,
          maxLength: 3,
        }),
        { minLength: 4, maxLength: 4 },
      ),
      held: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(Array.from({ length: groups }, () => 12)) },
          {
            weight: 1,
            arbitrary: fc.array(fc.integer({ min: 0, max: 13 }), { minLength: groups, maxLength: groups }),
          },
        ),
        { minLength: 4, maxLength: 4 },
      ),
      exports: fc
        .shuffledSubarray([0, 1, 2, 3, 4] as PeriodPlace[], { minLength: 1 })
        .chain((order) => fc.constantFrom(order, [...order, ...order.slice(0, 1)])),
      hadEarlier: fc.boolean(),
    }),
  )
  .map(({ hadEarlier, counts, ...rest }) => ({
    ...rest,
    counts: hadEarlier ? counts : counts.map((quarter) => quarter.map((own) => [...own.slice(0, -1), 0])),
  }))

describe('a history of exports', () => {
  it('tells nobody a hidden count: no solver, no pencil, not even with every shown count known exactly', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (drawn) => {
        const published = await protectedly(drawn)
        expect(toldBySolver(published, drawn.k, 4)).toEqual([])
        expect(toldBySolver(published, drawn.k, 0)).toEqual([])
        expect(toldBySolver(published, drawn.k, 0, neverCounted(published))).toEqual([])
        expect(toldByPencil(published, drawn.k)).toEqual([])
      }),
      { numRuns: rounds(8, 500) },
    )
  })

  it('does not hide for show what the year and three quarters have told', async () => {
    const drawn: History = {
      k: 5,
      counts: [
        [
          [8, 0, 8, 8, 8],
          [0, 8, 0, 0, 0],
          [0, 0, 0, 30, 0],
        ],
        [
          [0, 1, 2, 1, 1],
          [0, 0, 0, 8, 8],
          [0, 5, 0, 8, 0],
        ],
        [
          [8, 14, 2, 5, 0],
          [8, 0, 0, 5, 8],
          [0, 8, 0, 0, 11],
        ],
        [
          [8, 0, 0, 8, 8],
          [8, 0, 0, 8, 0],
          [0, 0, 0, 0, 8],
        ],
      ],
      held: Array.from({ length: 4 }, () => Array.from({ length: 6 }, () => 12)),
      exports: [4, 3, 0, 2, 1],
    }
    const published = await protectedly(drawn)
    expect(toldBySolver(published, 5, 0)).toEqual([])
    expect(published.shown.some(({ cell }) => cell.place === 1)).toBe(true)
  })

  it('is told by the same attacks where only small counts are hidden', () => {
    const drawn = fc.sample(history, { numRuns: rounds(8, 500), seed: 7 })
    const told = (attack: (published: Published, k: number) => Cell[]) =>
      drawn.filter((one) => attack(carelessly(one), one.k).length > 0).length
    expect(told((published, k) => toldBySolver(published, k, 0))).toBeGreaterThan(drawn.length / 2)
    expect(told(toldByPencil)).toBeGreaterThan(drawn.length / 4)
  })

  it('shows what it can: something in most of them', async () => {
    const drawn = fc.sample(history, { numRuns: rounds(8, 500), seed: 11 })
    const all: Published[] = []
    for (const one of drawn) all.push(await protectedly(one))
    const showing = all.filter(({ shown }) => shown.length > 0)
    expect(showing.length).toBeGreaterThan(drawn.length / 2)
  })

  it('shows by today’s smallest count, whatever was told by an earlier one', async () => {
    const quarters = [30, 12, 30, 30].map((count) => quarterOf([[count]]))
    const heldByGroup = () => [4, 4, 4]
    const of = (k: number, released: Released[]) => ({
      quarters,
      k,
      heldByGroup,
      released,
      closed: new Set<PeriodPlace>(),
    })
    const released: Released[] = []
    for (const place of [4, 0, 2, 3] as const) {
      const { cells, told } = await leaving(solver, of(5, released), place)
      released.push({ place, cells, told })
    }
    // The second quarter can be told by subtraction, and was noted as known: 12 was not small then.
    expect(released.flatMap(({ told }) => told).map(({ place, counted }) => [place, counted])).toContainEqual(
      [1, 12],
    )
    const shownOf = async (k: number) =>
      (await leaving(solver, of(k, released), 1)).cells.map(({ counted }) => counted)
    expect(await shownOf(5)).toContain(12)
    expect(await shownOf(20)).toEqual([])
  })

  it('ends where a proof would take too many programs', async () => {
    const quarters = Array.from({ length: 4 }, () =>
      quarterOf([
        [30, 3, 40],
        [2, 50, 9],
        [12, 11, 1],
      ]),
    )
    const year = {
      quarters,
      k: 10,
      heldByGroup: () => [4, 4, 4],
      released: [],
      closed: new Set<PeriodPlace>(),
    }
    await expect(leaving(limited(solver, 6), year, 0)).rejects.toThrow(SolverLimitError)
    // Numbers that could not be rounded in time are no answer either: else the period would stay empty for good.
    await expect(leaving({ ...solver, choose: () => null }, year, 0)).rejects.toThrow(SolverLimitError)
    expect((await leaving(limited(solver, PROGRAMS_MAX), year, 0)).cells.length).toBeGreaterThan(0)
  })
})

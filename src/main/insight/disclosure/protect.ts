/**
 * @file Which cells of a period may be shown: none that is small, and none that would give one away together with
 * what has left before. The method and its sources: docs/disclosure-control.md.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Solver, SumsModel } from './solver'
import type { Cell, PeriodPlace, YearTable } from './year-table'

/** What decides about a table. */
export interface Protection {
  table: YearTable
  /** Smallest count that may leave. */
  k: number
  /** Periods whose counts come from too few groups, or mostly from one: all their cells count as small. */
  closedPlaces: ReadonlySet<PeriodPlace>
  /** Cells that have left before, or that what has left tells: they are known. */
  released: readonly Cell[]
  /** Periods that have left: what they do not show is hidden. */
  releasedPlaces: ReadonlySet<PeriodPlace>
  /** Variables that whoever knows the charter may know to be nought: what is proved holds for them, and for all others. */
  knownNought: ReadonlySet<number>
}

/** What may be shown of a period. */
export interface Shown {
  rows: Set<string>
  /** Cells of other periods, none of them small, that can be told from now on: known as if they had left. */
  told: Cell[]
}

const TOLERANCE = 1e-6

/** A hidden cell that could be told too well, and the known cells that do it. */
interface Breach {
  kind: 'breach'
  because: Cell[]
}
/** Every hidden cell is safe; these others, which are no secret, can be told. */
interface Safe {
  kind: 'safe'
  told: Cell[]
}

/** A cell that can be told to within less than k, and the known cells that do it; null where there is none. */
interface Narrow {
  cell: Cell
  because: Cell[]
}

/** True for a cell that must never be told: it is below k, nought included, or of a closed period. */
const isSmall = (cell: Cell, { k, closedPlaces }: Protection): boolean =>
  cell.value < k || closedPlaces.has(cell.place)

/**
 * The first of some cells whose interval is narrower than k, for somebody who knows each known cell exactly: rounding
 * is not relied upon.
 *
 * @param noughts - variables that they know to be nought besides.
 */
const firstNarrowTo = (
  solver: Solver,
  { table, k }: Protection,
  known: readonly Cell[],
  cells: readonly Cell[],
  noughts: readonly number[],
): Narrow | null => {
  const sums = [
    ...known.map(({ of, value }) => ({ of, low: value, high: value })),
    ...noughts.map((variable) => ({ of: [variable], low: 0, high: 0 })),
  ]
  const search = (model: SumsModel): Narrow | null => {
    /** The least and the most seen of each cell so far: the truth is possible, and so is each end of an interval. */
    const seen = cells.map(({ value }) => ({ low: value, high: value }))
    for (const [at, cell] of cells.entries()) {
      const own = seen[at]
      if (!own || own.high - own.low >= k) continue
      const interval = model.interval(cell.of)
      // The truth itself always fits; a solver that fails proves nothing, so nothing is taken for safe.
      if (!interval) return { cell, because: [...known] }
      if (interval.high - interval.low < k - TOLERANCE) {
        return { cell, because: known.filter((_, row) => interval.because.has(row)) }
      }
      for (const example of interval.examples) {
        for (const [other, range] of seen.entries()) {
          const sum = cells[other]?.of.reduce((total, variable) => total + (example[variable] ?? 0), 0) ?? 0
          range.low = Math.min(range.low, sum)
          range.high = Math.max(range.high, sum)
        }
      }
    }
    return null
  }
  return solver.withKnown(table.variables, sums, search)
}

/** The same for both: who knows the charter's earlier versions, and who does not. */
const firstNarrow = (
  solver: Solver,
  protection: Protection,
  known: readonly Cell[],
  cells: readonly Cell[],
): Narrow | null => {
  const { knownNought } = protection
  const anybody = firstNarrowTo(solver, protection, known, cells, [])
  if (anybody || knownNought.size === 0) return anybody
  // What they know already cannot be told them.
  const unknown = cells.filter(({ of }) => of.some((variable) => !knownNought.has(variable)))
  return firstNarrowTo(solver, protection, known, unknown, [...knownNought])
}

/** What says less comes first: the smaller count, and of two alike the part before its total. */
const lessFirst = (a: Cell, b: Cell): number => a.value - b.value || a.of.length - b.of.length

/**
 * The rows of a period that may be shown.
 *
 * First all small cells are hidden. While a hidden cell can be told to within less than k, the smallest of the shown
 * cells that make it so is hidden too. In the end what turned out not to be needed is shown again, the largest first.
 *
 * A cell of a period that has not left yet and that is not small is no secret. Where it can be told, it is taken as known
 * from then on: it is part of every later proof, and is shown when its own period leaves, unless it is small by then.
 *
 * @throws SolverLimitError
 */
export const shownRows = async (
  solver: Solver,
  protection: Protection,
  place: PeriodPlace,
): Promise<Shown> => {
  const { table, released, releasedPlaces } = protection
  const isKnown = new Set(released)
  const open = table.cells.filter((cell) => !isKnown.has(cell))
  const own = open.filter((cell) => cell.place === place)
  const others = open.filter((cell) => cell.place !== place)
  const secrets = others.filter((cell) => releasedPlaces.has(cell.place) || isSmall(cell, protection))
  const noSecrets = others.filter((cell) => !secrets.includes(cell))

  const audit = async (candidates: ReadonlySet<Cell>): Promise<Breach | Safe> => {
    // The console is answered between two proofs.
    await nextTurn()
    const hidden = [...own.filter((cell) => !candidates.has(cell)), ...secrets]
    const told: Cell[] = []
    for (;;) {
      const known = [...released, ...candidates, ...told]
      const breach = firstNarrow(solver, protection, known, hidden)
      if (breach) return { kind: 'breach', because: breach.because }
      const narrow = firstNarrow(
        solver,
        protection,
        known,
        noSecrets.filter((cell) => !told.includes(cell)),
      )
      if (!narrow) return { kind: 'safe', told }
      told.push(narrow.cell)
    }
  }

  const shown = new Set(own.filter((cell) => !isSmall(cell, protection)))
  const given: Cell[] = []
  let outcome = await audit(shown)
  while (outcome.kind === 'breach' && shown.size > 0) {
    const among = outcome.because.filter((cell) => shown.has(cell))
    const [next] = (among.length > 0 ? among : [...shown]).toSorted(lessFirst)
    if (!next) break
    shown.delete(next)
    given.push(next)
    outcome = await audit(shown)
  }
  for (const cell of given.toSorted(lessFirst).toReversed()) {
    const again = await audit(new Set([...shown, cell]))
    if (again.kind === 'breach') continue
    shown.add(cell)
    outcome = again
  }
  // What other exports told of this period is known; what is small by today's rule is not shown for that.
  const before = released.filter((cell) => cell.place === place && !isSmall(cell, protection))
  return {
    rows: new Set([...before, ...shown].map(({ row }) => row)),
    told: outcome.kind === 'safe' ? outcome.told : [],
  }
}

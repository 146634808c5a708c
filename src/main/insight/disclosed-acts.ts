/** @file The counts of what people did as they may leave for a period: protected, rounded, after all that has left. */
import {
  type ActNumber,
  measureId,
  type Numbers,
  type Period,
  periodKey,
  type WhyEmpty,
} from '../../contract/insight'
import type { ReadVault } from '../vault/handles'
import { type Leaving, leaving, type Released } from './disclosure/release'
import { limited, PROGRAMS_MAX, type Solver, SolverLimitError } from './disclosure/solver'
import { heldIn, type PeriodPlace, PLACES, periodAt, placeOf } from './disclosure/year-table'
import type { LeftBefore } from './left-before'
import type { ActSource, ActTable, HeldByGroup } from './measure-source'
import { type Ledger, type Release, type ReleasedCells, readLedgerOf } from './releases'

/** The counts that may leave, why others may not, and what to note when they do. */
export interface DisclosedActs {
  measures: ActNumber[]
  emptied: Numbers['emptied']
  released: ReleasedCells[]
}

const hiddenAll = (tables: readonly ActTable[], why: WhyEmpty): DisclosedActs => ({
  measures: tables.flatMap(({ quarters }) => quarters[0].map((count) => ({ ...count, value: null }))),
  emptied: tables.map(({ charterId }) => ({ charterId, why, exports: [] })),
  released: [],
})

/** What earlier exports of the year showed of a charter; of a period that left twice, what it showed first. */
const releasedOf = (releases: readonly Release[], charterId: string, year: number): Released[] =>
  PLACES.flatMap((place) => {
    const key = periodKey(periodAt(year, place))
    const first = releases
      .filter(({ period }) => period === key)
      .flatMap(({ charters }) => charters.find((one) => one.charterId === charterId) ?? [])[0]
    return first ? [{ place, cells: first.cells, told: first.told }] : []
  })

/** Everything that decides what may leave, as it stands in the vault at one moment. Plain values: two can be compared. */
export interface ActsNow {
  period: Period
  tables: readonly ActTable[]
  held: readonly HeldByGroup[]
  /** Null where what has left cannot be read. */
  ledger: Ledger | null
  /** Charters of whose year counts have left that are noted here no more: whatever leaves now might complete them. */
  unnoted: readonly string[]
}

/** Reads what decides about a period. Cheap: nothing is proved yet. */
export const readActs = (
  needs: { acts: ActSource; left: LeftBefore },
  vault: ReadVault,
  period: Period,
  heldByGroup: readonly HeldByGroup[],
): ActsNow => {
  const tables = needs.acts.tables(vault, period.year)
  const isAsked = placeOf(period) !== null && tables.length > 0
  const ledger = isAsked ? readLedgerOf(vault, period.year) : { releases: [], closed: [] }
  return {
    period,
    tables,
    held: isAsked ? heldByGroup : [],
    ledger,
    unnoted: (isAsked ? tables : []).flatMap(({ charterId }) =>
      needs.left.isNoteMissing('left', charterId, period.year, ledger?.releases ?? []) ? [charterId] : [],
    ),
  }
}

/** A charter's counts as they may leave; null where that could not be proved. */
const leavingOf = async (
  solver: Solver,
  { held, ledger }: ActsNow & { ledger: Ledger },
  { charterId, k, quarters }: ActTable,
  at: { year: number; place: PeriodPlace },
): Promise<Leaving | null> => {
  const isClosed = (place: PeriodPlace) => {
    const key = periodKey(periodAt(at.year, place))
    return ledger.closed.some((one) => one.charterId === charterId && one.period === key)
  }
  try {
    return await leaving(
      limited(solver, PROGRAMS_MAX),
      {
        quarters,
        k,
        heldByGroup: (each) =>
          held.filter((one) => one.charterId === charterId).map((one) => heldIn(one, each)),
        released: releasedOf(ledger.releases, charterId, at.year),
        closed: new Set(PLACES.filter(isClosed)),
      },
      at.place,
    )
  } catch (error) {
    if (error instanceof SolverLimitError) return null
    throw error
  }
}

/**
 * Protects the counts of a period. Takes turns with everything else the process does: nothing of the vault is held
 * meanwhile.
 *
 * @param loaded - the solver; null where it is not needed, or cannot be loaded.
 */
export const disclosedActs = async (now: ActsNow, loaded: Solver | null): Promise<DisclosedActs> => {
  const { period, tables, ledger } = now
  const place = placeOf(period)
  if (place === null) return hiddenAll(tables, 'tooShort')
  // What has left cannot be read: whatever leaves now might complete it.
  if (!ledger) return hiddenAll(tables, 'changedSince')
  if (loaded === null) return hiddenAll(tables, 'notProved')
  const { year } = period

  const emptied: Numbers['emptied'] = []
  const released: ReleasedCells[] = []
  const measures: ActNumber[] = []
  for (const table of tables) {
    const { charterId, quarters } = table
    const isUnnoted = now.unnoted.includes(charterId)
    const outcome = isUnnoted ? null : await leavingOf(loaded, { ...now, ledger }, table, { year, place })
    // Not noted as having left: it is proved anew when it is asked for again.
    if (outcome) released.push({ charterId, cells: [...outcome.cells], told: [...outcome.told] })
    else emptied.push({ charterId, why: isUnnoted ? 'noteMissing' : 'notProved', exports: [] })
    if (outcome && outcome.why !== null) {
      const by = new Set(outcome.narrowedBy.map((each) => periodKey(periodAt(year, each))))
      emptied.push({
        charterId,
        why: outcome.why,
        exports: ledger.releases.flatMap((one) => {
          const of = PLACES.map((each) => periodAt(year, each)).find((each) => periodKey(each) === one.period)
          return of && by.has(one.period) ? [{ period: of, releasedAt: one.releasedAt }] : []
        }),
      })
    }
    const shown = new Map(outcome?.cells.map((cell) => [cell.row, cell.shown]))
    for (const count of quarters[0]) {
      measures.push({ ...count, value: shown.get(measureId({ ...count, value: null })) ?? null })
    }
  }
  return { measures, emptied, released }
}

/** True where a period's counts could be shown at all, so that the solver is needed. */
export const needsSolver = ({ period, tables }: ActsNow): boolean =>
  placeOf(period) !== null && tables.length > 0

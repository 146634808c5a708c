/** @file The counts of what people did as they may leave for a period: protected, rounded, after all that has left. */
import {
  type ActNumber,
  measureId,
  monthsOf,
  type Numbers,
  type Period,
  periodKey,
  type WhyEmpty,
} from '../../contract/insight'
import type { ReadVault } from '../vault/handles'
import { type Leaving, leaving, type Released } from './disclosure/release'
import type { Solver } from './disclosure/solver'
import { type PeriodPlace, PLACES, periodAt, placeOf } from './disclosure/year-table'
import type { ActSource, ActTable, WorkSource } from './measure-source'
import { type Release, type ReleasedCells, readReleasesOf } from './releases'

/** The counts that may leave, why others may not, and what to note when they do. */
export interface DisclosedActs {
  measures: ActNumber[]
  emptied: Numbers['emptied']
  released: ReleasedCells[]
}

const QUARTERS = PLACES.filter((place) => place !== 4)

const hiddenAll = (tables: readonly ActTable[], why: WhyEmpty): DisclosedActs => ({
  measures: tables.flatMap(({ counts }) => counts.map((count) => ({ ...count, value: null }))),
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

/**
 * Protects the counts of a period.
 *
 * @param loaded - the solver, where there is anything to protect.
 */
export const disclosedActs = (
  needs: { work: WorkSource; acts: ActSource },
  loaded: Solver | null,
  vault: ReadVault,
  period: Period,
): DisclosedActs => {
  const tables = needs.acts.tables(vault, period)
  const place = placeOf(period)
  if (place === null) return hiddenAll(tables, 'tooShort')
  if (tables.length === 0 || loaded === null) return hiddenAll(tables, 'changedSince')
  const { year } = period
  const releases = readReleasesOf(vault, year)
  // What has left cannot be read: whatever leaves now might complete it.
  if (!releases) return hiddenAll(tables, 'changedSince')

  const quarters = QUARTERS.map((quarter) => needs.acts.tables(vault, periodAt(year, quarter)))
  const held = PLACES.map((each) => needs.work.heldByGroup(vault, periodAt(year, each)))
  const heldOf = (charterId: string) => (each: PeriodPlace) =>
    (held[each] ?? []).filter((one) => one.charterId === charterId).map(({ sessions }) => sessions)

  const emptied: Numbers['emptied'] = []
  const released: ReleasedCells[] = []
  const measures = tables.flatMap((table): ActNumber[] => {
    const { charterId, k, counts } = table
    const outcome: Leaving = leaving(
      loaded,
      {
        quarters: quarters.map((of) => of.find((one) => one.charterId === charterId)?.counts ?? []),
        k,
        heldByGroup: heldOf(charterId),
        released: releasedOf(releases, charterId, year),
      },
      place,
    )
    released.push({ charterId, cells: [...outcome.cells], told: [...outcome.told] })
    if (outcome.why !== null) {
      const by = new Set(outcome.narrowedBy.map((each) => periodKey(periodAt(year, each))))
      emptied.push({
        charterId,
        why: outcome.why,
        exports: releases.flatMap((one) => {
          const of = PLACES.map((each) => periodAt(year, each)).find((each) => periodKey(each) === one.period)
          return of && by.has(one.period) ? [{ period: of, releasedAt: one.releasedAt }] : []
        }),
      })
    }
    const shown = new Map(outcome.cells.map((cell) => [cell.row, cell.shown]))
    return counts.map((count) => ({
      ...count,
      value: shown.get(measureId({ ...count, value: null })) ?? null,
    }))
  })
  return { measures, emptied, released }
}

/** True where a period's counts could be shown at all, so that the solver is needed. */
export const needsSolver = (acts: ActSource, vault: ReadVault, period: Period): boolean =>
  monthsOf(period).length > 1 && acts.tables(vault, period).length > 0

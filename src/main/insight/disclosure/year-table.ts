/** @file A charter's counts of one year as a table: rows by periods, each cell a sum of the smallest counts. */
import { measureId, type Period } from '../../../contract/insight'
import type { CountedAct, HeldByGroup } from '../measure-source'

/** The four quarters and the year: 0 to 3, and 4. */
export type PeriodPlace = 0 | 1 | 2 | 3 | 4
/** All places of a year, the quarters first. */
export const PLACES = [0, 1, 2, 3, 4] as const satisfies readonly PeriodPlace[]
const QUARTERS = [0, 1, 2, 3] as const

/** Where a period stands in its year; null for a month, whose counts never leave. */
export const placeOf = (period: Period): PeriodPlace | null => {
  switch (period.kind) {
    case 'month':
      return null
    case 'quarter':
      return QUARTERS[period.quarter - 1] ?? null
    case 'year':
      return 4
  }
}

/** The period of a place. */
export const periodAt = (year: number, place: PeriodPlace): Period =>
  place === 4 ? { kind: 'year', year } : { kind: 'quarter', year, quarter: place + 1 }

/** Sessions that a group held in a place of the year: a quarter, or all of them. */
export const heldIn = ({ sessions }: HeldByGroup, place: PeriodPlace): number =>
  place === 4 ? sessions.reduce((sum, each) => sum + each, 0) : sessions[place]

/** A cell: a row of one period. */
export interface Cell {
  place: PeriodPlace
  /** Measure id. */
  row: string
  /** Which of the smallest counts it is the sum of, as numbers of variables. */
  of: readonly number[]
  value: number
}

/** The table. */
export interface YearTable {
  /** How many of the smallest counts there are: rows without parts, times four quarters. */
  variables: number
  cells: readonly Cell[]
  cell(place: PeriodPlace, row: string): Cell | undefined
  /** Rows that are the parts of a row, all of them; none for the smallest. */
  partsOf(row: string): readonly string[]
}

/** The row that a row is a part of; null for the total of all. */
const totalOf = (count: CountedAct): string | null => {
  if (count.act === null) return null
  const act = count.reason.kind === 'all' ? null : count.act
  return measureId({ ...count, act, reason: { kind: 'all' }, value: null })
}
const idOf = (count: CountedAct): string => measureId({ ...count, value: null })

/**
 * Puts a table together.
 *
 * @param quarters - a charter's counts, the same rows in each of the four quarters.
 */
export const yearTable = (quarters: readonly (readonly CountedAct[])[]): YearTable => {
  const rows = (quarters[0] ?? []).map((count) => ({ id: idOf(count), total: totalOf(count) }))
  const parts = new Map<string, string[]>()
  for (const { id, total } of rows) if (total !== null) parts.set(total, [...(parts.get(total) ?? []), id])
  const smallest = rows.filter(({ id }) => !parts.has(id)).map(({ id }) => id)
  const leavesOf = (id: string): number[] => {
    const own = parts.get(id)
    return own ? own.flatMap(leavesOf) : [smallest.indexOf(id)]
  }
  const countsOf = quarters.map((counts) => new Map(counts.map((count) => [idOf(count), count.value])))
  const cells = rows.flatMap(({ id }) => {
    const leaves = leavesOf(id)
    return PLACES.map((place): Cell => {
      const within: readonly number[] = place === 4 ? QUARTERS : [place]
      return {
        place,
        row: id,
        of: within.flatMap((quarter) => leaves.map((leaf) => quarter * smallest.length + leaf)),
        value: within.reduce((sum, quarter) => sum + (countsOf[quarter]?.get(id) ?? 0), 0),
      }
    })
  })
  const byKey = new Map(cells.map((cell) => [`${cell.place} ${cell.row}`, cell]))
  return {
    variables: smallest.length * QUARTERS.length,
    cells,
    cell: (place, row) => byKey.get(`${place} ${row}`),
    partsOf: (row) => parts.get(row) ?? [],
  }
}

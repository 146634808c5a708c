/** @file What of a charter's counts may leave for a period, after all that has left before. */
import { measureId, type WhyEmpty } from '../../../contract/insight'
import { GROUPS_MIN, SHARE_MAX } from '../../../contract/numbers-export'
import type { CountedAct } from '../measure-source'
import { shownRows } from './protect'
import { roundedRows } from './round'
import type { Solver } from './solver'
import { type Cell, type PeriodPlace, PLACES, type YearTable, yearTable } from './year-table'

/** A cell that has left: what was shown, and what was counted then. */
export interface ReleasedCell {
  row: string
  counted: number
  shown: number
}

/** A cell of another period that what has left tells: none that is small. */
export interface ToldCell {
  place: PeriodPlace
  row: string
  counted: number
}

/** A period of the same year that has left, its shown cells, and what it told of other periods. */
export interface Released {
  place: PeriodPlace
  cells: readonly ReleasedCell[]
  told: readonly ToldCell[]
}

/** A charter's counts of a year. */
export interface CountedYear {
  /** The same rows in each of the four quarters. */
  quarters: readonly (readonly CountedAct[])[]
  k: number
  /** Sessions that each group held under the charter, by place. */
  heldByGroup: (place: PeriodPlace) => readonly number[]
  released: readonly Released[]
  /** Places that stay closed: a group or a session of theirs was forgotten. */
  closed: ReadonlySet<PeriodPlace>
}

/** What may leave: a number for each row that may be shown, and why others may not. */
export interface Leaving {
  /** What is shown, by row. Rows that are not in it are hidden. */
  cells: readonly ReleasedCell[]
  /** What of other periods can be told from now on. */
  told: readonly ToldCell[]
  /** Why the whole period is empty, or emptier than it would be; null where only the counts decided. */
  why: WhyEmpty | null
  /** Places that left before and take something from this one. */
  narrowedBy: readonly PeriodPlace[]
}

/** Too few groups, or one that held most of the sessions: any count might be told of one group. */
export const groupsRefuse = (held: readonly number[]): WhyEmpty | null => {
  const present = held.filter((sessions) => sessions > 0)
  if (present.length < GROUPS_MIN) return 'tooFewGroups'
  const all = present.reduce((sum, sessions) => sum + sessions, 0)
  return Math.max(...present) > all * SHARE_MAX ? 'oneGroupDominates' : null
}

const nothing = (why: WhyEmpty, narrowedBy: readonly PeriodPlace[] = []): Leaving => ({
  cells: [],
  told: [],
  why,
  narrowedBy,
})

const refusal = (year: CountedYear, place: PeriodPlace): WhyEmpty | null =>
  year.closed.has(place) ? 'forgotten' : groupsRefuse(year.heldByGroup(place))

/**
 * Reasons of earlier versions, where none of them was counted in the year: a charter may have had no earlier version, and
 * then everybody knows that they are nought.
 */
const neverCounted = ({ quarters }: CountedYear, table: YearTable): ReadonlySet<number> => {
  const earlier = quarters.flatMap((counts) => counts.filter(({ reason }) => reason.kind === 'earlier'))
  if (earlier.some(({ value }) => value > 0)) return new Set()
  const rows = new Set(earlier.map((count) => measureId({ ...count, value: null })))
  return new Set(table.cells.filter(({ row }) => rows.has(row)).flatMap(({ of }) => of))
}

/**
 * What may leave for a place of the year.
 *
 * What has left once leaves again as it was. Where a count has changed since it left (forgotten, or a charter's rows
 * changed), nothing more of that year leaves: the difference would tell of what changed.
 *
 * @throws SolverLimitError
 */
export const leaving = async (solver: Solver, year: CountedYear, place: PeriodPlace): Promise<Leaving> => {
  const refused = refusal(year, place)
  const again = year.released.find((one) => one.place === place)
  if (again) return { ...again, why: again.cells.length === 0 ? refused : null, narrowedBy: [] }
  if (refused) return nothing(refused)

  const table = yearTable(year.quarters)
  const known = new Map<Released, Cell[]>()
  for (const one of year.released) {
    const left = [...one.cells.map((cell) => ({ ...cell, place: one.place })), ...one.told]
    const cells = left.flatMap(({ place: of, row, counted }) => {
      const cell = table.cell(of, row)
      return cell?.value === counted ? [cell] : []
    })
    if (cells.length < left.length) return nothing('changedSince', [one.place])
    known.set(one, cells)
  }
  const closedPlaces = new Set(PLACES.filter((each) => refusal(year, each) !== null))
  const shownAfter = (released: readonly Released[]) =>
    shownRows(
      solver,
      {
        table,
        k: year.k,
        closedPlaces,
        released: [...new Set(released.flatMap((one) => known.get(one) ?? []))],
        releasedPlaces: new Set(released.map((one) => one.place)),
        knownNought: neverCounted(year, table),
      },
      place,
    )
  const { rows: shown, told } = await shownAfter(year.released)
  /** True where fewer exports before would have let a row leave that now may not. */
  const wouldShowMore = async (released: readonly Released[]): Promise<boolean> =>
    [...(await shownAfter(released)).rows].some((row) => !shown.has(row))
  const isNarrowed = year.released.length > 0 && (await wouldShowMore([]))
  const alone: Released[] = []
  if (isNarrowed) {
    for (const one of year.released) {
      if (await wouldShowMore(year.released.filter((other) => other !== one))) alone.push(one)
    }
  }
  // Where no single one of them does it, all of them together do.
  const narrowedBy = isNarrowed && alone.length === 0 ? year.released : alone
  const rounded = roundedRows(solver, table, place, shown, year.k)
  const cells = [...rounded].map(([row, value]) => ({
    row,
    counted: table.cell(place, row)?.value ?? 0,
    shown: value,
  }))
  return {
    cells,
    told: told.map(({ place: of, row, value }) => ({ place: of, row, counted: value })),
    why: isNarrowed ? 'earlierExport' : null,
    narrowedBy: narrowedBy.map((one) => one.place),
  }
}

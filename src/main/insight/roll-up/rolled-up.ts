/** @file The organization's numbers of a period as they may be told: the same rule, whatever database has the bundles. */
import { z } from 'zod'
import { measureId, Numbers, type Period, periodKey } from '../../../contract/insight'
import { Instant } from '../../../contract/primitives'
import { RolledUp, type WhyNotRolledUp } from '../../../contract/roll-up'
import { type ActsNow, disclosedActs } from '../disclosed-acts'
import type { Solver } from '../disclosure/solver'
import type { LeftBefore } from '../left-before'
import type { ActSource } from '../measure-source'
import { ReleasedCells } from '../releases'
import { facilitatorsRefuse } from './facilitators'
import { hasQuarter, type Member, type Merged } from './merge'

/** A total that was told: what later ones are held against. Stored as JSON. */
export const Told = z.strictObject({
  id: z.uuid(),
  period: z.string().regex(/^\d{4}(-Q[1-4])?$/),
  countedAt: Instant,
  /** As `Member`: no figure but the sessions planned of each row, and no group. */
  members: z.array(
    z.strictObject({
      id: z.string(),
      source: z.string(),
      counted: z.array(z.tuple([z.int().min(1), z.int().min(1)])),
    }),
  ),
  overlaps: RolledUp.shape.overlaps,
  numbers: Numbers,
  cells: z.array(ReleasedCells),
})
export type Told = z.infer<typeof Told>

/** A told total as its row in a database has it; null where it cannot be read. */
export const parsedTold = ({
  told,
  ...row
}: {
  id: string
  period: string
  countedAt: string
  told: string
}): Told | null => {
  try {
    return Told.safeParse({ ...row, ...(JSON.parse(told) as object) }).data ?? null
  } catch {
    return null
  }
}

/** A told total, without what is only held against later ones. */
export const shownTold = ({ countedAt, members, overlaps, numbers }: Told): RolledUp => ({
  countedAt,
  bundles: members.length,
  overlaps,
  numbers,
})

/** What came of counting: a total that was told before over the same bundles, a new one to be noted, or why none. */
export type Counted =
  | { kind: 'again'; told: Told }
  | { kind: 'new'; told: Omit<Told, 'id' | 'countedAt'> }
  | { kind: 'refused'; why: WhyNotRolledUp }

const isOfSame = (told: readonly Pick<Member, 'id'>[], members: readonly Pick<Member, 'id'>[]): boolean =>
  told.length === members.length && told.every(({ id }, at) => members[at]?.id === id)

/**
 * Why a charter's counts are hidden whatever their sizes: of too few facilitators by the sessions in which they can have
 * arisen, by themselves or as a difference; or some of the year were told of other bundles, and the difference would be
 * what these counted.
 */
const withheld = (
  charterId: string,
  merged: Merged,
  period: Period,
  told: readonly Told[],
): Numbers['emptied'][number] | null => {
  const shown = told.filter(({ cells }) =>
    cells.some((one) => one.charterId === charterId && one.cells.length > 0),
  )
  const membersOf = (of: Period): Member[] =>
    merged.year
      .filter(({ quarter }) => hasQuarter(of, quarter))
      .map(({ id, source, planned }) => ({ id, source, counted: [[1, planned[charterId] ?? 0]] }))
  const changed = shown.filter(({ members, numbers }) => !isOfSame(members, membersOf(numbers.period)))
  if (changed.length > 0) {
    const exports = changed.map(({ numbers, countedAt }) => ({
      period: numbers.period,
      releasedAt: countedAt,
    }))
    return { charterId, why: 'changedSince', exports }
  }
  const why = facilitatorsRefuse(
    membersOf(period),
    shown.map(({ numbers }) => membersOf(numbers.period)),
  )
  return why === null ? null : { charterId, why: 'tooFewFacilitators', exports: [] }
}

/** True where a proof was missing: it is tried again when the same is asked for again. */
const isUnproved = ({ emptied }: Numbers): boolean => emptied.some(({ why }) => why === 'notProved')

/**
 * Counts a period over all bundles there are.
 *
 * @param told - totals that were told before, the oldest first, of every year.
 * @param solver - null where it cannot be loaded: counts of what people did stay hidden.
 * @param left - what is known outside the database; null where there is nothing outside.
 */
export const rolledUp = async (
  merged: Merged,
  period: Period,
  acts: Pick<ActSource, 'tablesOf'>,
  told: readonly Told[],
  solver: Solver | null,
  left: LeftBefore | null,
): Promise<Counted> => {
  const key = periodKey(period)
  const same = told.findLast((one) => one.period === key && isOfSame(one.members, merged.members))
  if (same && !isUnproved(same.numbers)) return { kind: 'again', told: same }
  const why = facilitatorsRefuse(
    merged.members,
    told.map(({ members }) => members),
  )
  if (why) return { kind: 'refused', why }
  const ofYear = told.filter(({ numbers }) => numbers.period.year === period.year)
  const tables = acts.tablesOf(merged.sums)
  const noted = ofYear.map((one) => ({ period: one.period, charters: one.cells }))
  const isUnnoted = (charterId: string) => left?.isNoteMissing('told', charterId, period.year, noted) ?? false
  const hidden = tables.flatMap(({ charterId }): Numbers['emptied'][number] | [] =>
    isUnnoted(charterId)
      ? { charterId, why: 'noteMissing', exports: [] }
      : (withheld(charterId, merged, period, ofYear) ?? []),
  )
  const open = tables.filter(({ charterId }) => !hidden.some((one) => one.charterId === charterId))
  const now: ActsNow = {
    period,
    tables: open,
    held: merged.held,
    unnoted: [],
    ledger: {
      closed: [],
      releases: ofYear.map((one) => ({
        id: one.id,
        period: one.period,
        releasedAt: one.countedAt,
        charters: one.cells,
      })),
    },
  }
  const disclosed = await disclosedActs(now, open.length > 0 ? solver : null)
  const shown = new Map(disclosed.measures.map((one) => [measureId(one), one]))
  // All rows of all charters, in their order: which there are tells nothing.
  const measures = tables.flatMap(({ quarters }) =>
    quarters[0].map((count) => {
      const none = { ...count, value: null }
      return shown.get(measureId(none)) ?? none
    }),
  )
  const numbers: Numbers = {
    period,
    healthReasons: 'folded',
    timeZones: [],
    measures: [...merged.facts, ...measures],
    emptied: [...hidden, ...disclosed.emptied],
  }
  if (same && isUnproved(numbers)) return { kind: 'again', told: same }
  return {
    kind: 'new',
    told: {
      period: key,
      members: merged.members.map(({ counted, ...one }) => ({
        ...one,
        counted: counted.map(([...row]) => row),
      })),
      overlaps: merged.overlaps,
      numbers,
      cells: disclosed.released,
    },
  }
}

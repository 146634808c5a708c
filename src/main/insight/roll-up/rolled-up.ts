/** @file The organization's numbers of a period as they may be told: the same rule, whatever database has the bundles. */
import { z } from 'zod'
import { Numbers, type Period, periodKey } from '../../../contract/insight'
import { Instant } from '../../../contract/primitives'
import { RolledUp, type WhyNotRolledUp } from '../../../contract/roll-up'
import { type ActsNow, disclosedActs } from '../disclosed-acts'
import type { Solver } from '../disclosure/solver'
import type { ActSource } from '../measure-source'
import { ReleasedCells } from '../releases'
import { facilitatorsRefuse } from './facilitators'
import type { Member, Merged } from './merge'

/** A total that was told: what later ones are held against. Stored as JSON. */
export const Told = z.strictObject({
  id: z.uuid(),
  period: z.string().regex(/^\d{4}(-Q[1-4])?$/),
  countedAt: Instant,
  members: z.array(z.strictObject({ id: z.string(), source: z.string(), planned: z.int().min(0) })),
  overlaps: RolledUp.shape.overlaps,
  numbers: Numbers,
  cells: z.array(ReleasedCells),
})
export type Told = z.infer<typeof Told>

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

const isOfSame = (told: readonly Member[], members: readonly Member[]): boolean =>
  told.length === members.length && told.every(({ id }, at) => members[at]?.id === id)

/**
 * Counts a period over all bundles there are.
 *
 * @param told - totals that were told before, the oldest first, of every year.
 * @param solver - null where it cannot be loaded: counts of what people did stay hidden.
 */
export const rolledUp = async (
  merged: Merged,
  period: Period,
  acts: Pick<ActSource, 'tablesOf'>,
  told: readonly Told[],
  solver: Solver | null,
): Promise<Counted> => {
  const key = periodKey(period)
  const again = told.findLast((one) => one.period === key && isOfSame(one.members, merged.members))
  if (again) return { kind: 'again', told: again }
  const why = facilitatorsRefuse(
    merged.members,
    told.map(({ members }) => members),
  )
  if (why) return { kind: 'refused', why }
  const now: ActsNow = {
    period,
    tables: acts.tablesOf(merged.sums),
    held: merged.held,
    ledger: {
      closed: [],
      releases: told
        .filter((one) => one.period.startsWith(`${period.year}`))
        .map((one) => ({
          id: one.id,
          period: one.period,
          releasedAt: one.countedAt,
          charters: one.cells,
        })),
    },
  }
  const disclosed = await disclosedActs(now, now.tables.length > 0 ? solver : null)
  return {
    kind: 'new',
    told: {
      period: key,
      members: merged.members,
      overlaps: merged.overlaps,
      numbers: {
        period,
        healthReasons: 'folded',
        timeZones: [],
        measures: [...merged.facts, ...disclosed.measures],
        emptied: disclosed.emptied,
      },
      cells: disclosed.released,
    },
  }
}

/**
 * @file Many bundles as one organization's numbers. The sums are made by the database in words that SQLite and PostgreSQL
 * read alike, so that both count the same; memory does not grow with the number of bundles.
 */
import { z } from 'zod'
import { InterventionKind } from '../../../contract/conduct'
import type { Period, WorkMeasure, WorkNumber } from '../../../contract/insight'
import type { DeskQuarter } from '../../../contract/roll-up'
import type { CountSum, HeldByGroup } from '../measure-source'

/** Whole numbers only, ours: nothing of a bundle is ever put into a statement. */
const quartersOf = (period: Period): { year: number; first: number; last: number } => {
  switch (period.kind) {
    case 'quarter':
      return { year: period.year, first: period.quarter, last: period.quarter }
    case 'year':
      return { year: period.year, first: 1, last: 4 }
    case 'month':
      // No total of less than a quarter is ever made: nothing is in it.
      return { year: period.year, first: 1, last: 0 }
  }
}

const inPeriod = (period: Period): string => {
  const { year, first, last } = quartersOf(period)
  return `b.year = ${Math.trunc(year)} AND b.quarter BETWEEN ${Math.trunc(first)} AND ${Math.trunc(last)}`
}

/**
 * Group and month from two bundles are counted once, as the bundle has it that held most there. Where two have the same
 * numbers it does not matter which is taken.
 */
const oneEach = (period: Period): string => `WITH ranked AS (
  SELECT b.quarter, m.*, row_number() OVER (
    PARTITION BY m.group_digest, m.charter_id, m.month
    ORDER BY m.held DESC, m.planned DESC, m.held_minutes DESC, m.planned_minutes DESC, m.missed DESC, m.bundle_id
  ) AS place
  FROM bundle_months m JOIN bundles b ON b.id = m.bundle_id WHERE ${inPeriod(period)}
)`

/** The statements of a period. */
export const statementsOf = (period: Period) => ({
  facts: `${oneEach(period)}
SELECT CAST(coalesce(sum(planned), 0) AS integer) AS planned, CAST(coalesce(sum(held), 0) AS integer) AS held,
  CAST(coalesce(sum(missed), 0) AS integer) AS missed, CAST(coalesce(sum(cancelled), 0) AS integer) AS cancelled,
  CAST(coalesce(sum(planned_minutes), 0) AS integer) AS planned_minutes,
  CAST(coalesce(sum(held_minutes), 0) AS integer) AS held_minutes,
  CAST(count(DISTINCT CASE WHEN held > 0 THEN group_digest END) AS integer) AS groups
FROM ranked WHERE place = 1`,
  held: `${oneEach({ kind: 'year', year: period.year })}
SELECT charter_id, quarter, group_digest, CAST(sum(held) AS integer) AS held FROM ranked WHERE place = 1
GROUP BY charter_id, quarter, group_digest ORDER BY charter_id, group_digest, quarter`,
  counts: `SELECT c.charter_id, b.quarter, c.act, c.reason_id, CAST(sum(c.count) AS integer) AS count
FROM bundle_counts c JOIN bundles b ON b.id = c.bundle_id WHERE ${inPeriod({ kind: 'year', year: period.year })}
GROUP BY c.charter_id, b.quarter, c.act, c.reason_id ORDER BY c.charter_id, b.quarter, c.act, c.reason_id`,
  bundles: `SELECT b.id, b.source, b.quarter FROM bundles b
WHERE ${inPeriod({ kind: 'year', year: period.year })} ORDER BY b.id`,
  // A bundle never changes, so its rows can be numbered: what was counted of it is noted without a group.
  rows: `${oneEach({ kind: 'year', year: period.year })}
SELECT bundle_id, charter_id, planned, CAST(place AS integer) AS place, CAST(row_number() OVER (
  PARTITION BY bundle_id ORDER BY group_digest, month, charter_id
) AS integer) AS number FROM ranked ORDER BY bundle_id, number`,
  overlaps: `SELECT month, CAST(count(*) AS integer) AS groups FROM (
  SELECT m.month, m.group_digest FROM bundle_months m JOIN bundles b ON b.id = m.bundle_id WHERE ${inPeriod(period)}
  GROUP BY m.month, m.group_digest, m.charter_id HAVING count(*) > 1
) AS shared GROUP BY month ORDER BY month`,
})

const count = z.int().min(0)
const rows = {
  facts: z
    .array(
      z.object({
        planned: count,
        held: count,
        missed: count,
        cancelled: count,
        planned_minutes: count,
        held_minutes: count,
        groups: count,
      }),
    )
    .length(1),
  held: z.array(
    z.object({
      charter_id: z.string(),
      quarter: z.int().min(1).max(4),
      group_digest: z.string(),
      held: count,
    }),
  ),
  counts: z.array(
    z.object({
      charter_id: z.string(),
      quarter: z.int().min(1).max(4),
      act: InterventionKind,
      reason_id: z.string(),
      count,
    }),
  ),
  bundles: z.array(z.object({ id: z.string(), source: z.string(), quarter: z.int().min(1).max(4) })),
  rows: z.array(
    z.object({
      bundle_id: z.string(),
      charter_id: z.string(),
      planned: count,
      place: z.int().min(1),
      number: z.int().min(1),
    }),
  ),
  overlaps: z.array(z.object({ month: z.int().min(1).max(12), groups: z.int().min(1) })),
}

/** A bundle that a total is made of, and how much of it: no answer carries that. */
export interface Member {
  id: string
  source: string
  /** Its rows that are in the total, each with its sessions planned, which is what it weighs. Of no weight: left out. */
  counted: (readonly [row: number, planned: number])[]
}

/** A bundle of the year, by what it says of sessions, counted or not. */
export interface YearBundle {
  id: string
  source: string
  /** 1 to 4. */
  quarter: number
  /** Sessions planned, by charter. */
  planned: Record<string, number>
}

/** A period of all bundles together. Nothing in it is of one bundle but its weight, which no answer carries. */
export interface Merged {
  facts: WorkNumber[]
  held: HeldByGroup[]
  sums: CountSum[]
  /** The bundles of the period. */
  members: Member[]
  /** The bundles of its whole year. */
  year: YearBundle[]
  overlaps: DeskQuarter['overlaps']
}

const fact = (measure: WorkMeasure, value: number): WorkNumber => ({
  about: 'work',
  measure,
  reason: null,
  unit: 'count',
  value,
})
const hours = (measure: WorkMeasure, minutes: number): WorkNumber => ({
  ...fact(measure, Math.round(minutes / 6) / 10),
  unit: 'hours',
})

/**
 * What each group held under a charter. A group may be called otherwise in another quarter, and its name is all that is known
 * of it: so over a year they are taken for as few as they can be, and the largest of each quarter for one and the same.
 */
const byGroup = (among: z.infer<typeof rows.held>): HeldByGroup[] =>
  Object.entries(Object.groupBy(among, (row) => row.charter_id)).flatMap(([charterId, of = []]) => {
    const ranked = [1, 2, 3, 4].map((quarter) =>
      of
        .filter((row) => row.quarter === quarter)
        .map(({ held }) => held)
        .toSorted((a, b) => b - a),
    )
    const most = Math.max(...ranked.map(({ length }) => length))
    return Array.from({ length: most }, (_, at): HeldByGroup => {
      const held = (quarter: number) => ranked[quarter]?.[at] ?? 0
      return { charterId, sessions: [held(0), held(1), held(2), held(3)] }
    })
  })

/** True where a quarter is the period, or part of it. */
export const hasQuarter = (period: Period, quarter: number): boolean => {
  const { first, last } = quartersOf(period)
  return first <= quarter && quarter <= last
}

/**
 * Puts together what the statements of a period answered.
 *
 * @throws ZodError where a database answers what it cannot.
 */
export const mergedFrom = (
  period: Period,
  answers: Record<keyof ReturnType<typeof statementsOf>, unknown>,
): Merged => {
  const [sum] = rows.facts.parse(answers.facts)
  if (!sum) throw new RangeError('A sum is one row.')
  const rowsOf = Map.groupBy(rows.rows.parse(answers.rows), (row) => row.bundle_id)
  const bundles = rows.bundles.parse(answers.bundles).map((bundle) => ({
    ...bundle,
    rows: rowsOf.get(bundle.id) ?? [],
  }))
  return {
    facts: [
      fact('sessionsPlanned', sum.planned),
      fact('sessionsHeld', sum.held),
      fact('sessionsMissed', sum.missed),
      fact('sessionsCancelled', sum.cancelled),
      hours('hoursPlanned', sum.planned_minutes),
      hours('hoursHeld', sum.held_minutes),
      fact('groupsMet', sum.groups),
    ],
    held: byGroup(rows.held.parse(answers.held)),
    sums: rows.counts.parse(answers.counts).map((row) => ({
      charterId: row.charter_id,
      quarter: row.quarter,
      kind: row.act,
      reasonId: row.reason_id,
      count: row.count,
    })),
    members: bundles
      .filter(({ quarter }) => hasQuarter(period, quarter))
      .map(({ id, source, rows: own }) => ({
        id,
        source,
        counted: own
          .filter(({ place, planned }) => place === 1 && planned > 0)
          .map(({ number, planned }) => [number, planned] as const),
      })),
    year: bundles.map(({ id, source, quarter, rows: own }) => {
      const planned: Record<string, number> = {}
      for (const row of own) planned[row.charter_id] = (planned[row.charter_id] ?? 0) + row.planned
      return { id, source, quarter, planned }
    }),
    overlaps: overlapsFrom(answers.overlaps),
  }
}

/** Groups that are in more than one bundle, by month. @throws ZodError as `mergedFrom` */
export const overlapsFrom = (answer: unknown): DeskQuarter['overlaps'] => rows.overlaps.parse(answer)

/** @file Numbers of the facilitator's own sessions over a period. No group and no session can be told from them. */
import { createHash } from 'node:crypto'
import { and, eq, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import { monthBounds, monthsOf, type Period, type WorkMeasure, type WorkNumber } from '../../contract/insight'
import type { BundleMonth } from '../../contract/numbers-bundle'
import type { ChartersService } from '../charters/service'
import { type HeldByGroup, monthStart, type WorkSource } from '../insight/service'
import { groups, sessions } from './tables'

const DAY_MS = 86_400_000
/** A session closed longer than this after it was opened was forgotten, not held that long. In hours. */
const HELD_HOURS_MAX = 24

const fact = (measure: WorkMeasure, value: number): WorkNumber => ({
  about: 'work',
  measure,
  reason: null,
  unit: 'count',
  value,
})
/** To whole minutes first, in which times are kept: the database's days are fractions that come out a hair too small. */
const hours = (measure: WorkMeasure, value: number): WorkNumber => ({
  ...fact(measure, Math.round(Math.round(value * 60) / 6) / 10),
  unit: 'hours',
})

/** Months, ascending, at each of which one stretch of time ends and the next begins, where the session's own group is. */
type Edges = readonly string[]

const edgesOf = (...months: readonly string[]): Edges => [...new Set(months)].toSorted()

/** The edges of a year's quarters. */
const quarterEdges = (year: number): Edges =>
  edgesOf(
    ...[1, 2, 3, 4].flatMap((quarter) => Object.values(monthBounds({ kind: 'quarter', year, quarter }))),
  )

/** An edge by universal time, and so many days later. */
const universal = (month: string | undefined, days: number): string =>
  new Date(Date.parse(`${month}-01T00:00:00.000Z`) + days * DAY_MS).toISOString()

/** Sessions between the first edge and the last, and within a day of either; rehearsals are never counted. */
const nearby = (edges: Edges): SQL | undefined =>
  and(
    ne(sessions.serverKind, 'rehearsal'),
    gte(sessions.plannedAt, universal(edges[0], -1)),
    lt(sessions.plannedAt, universal(edges.at(-1), 1)),
  )

/**
 * Which stretch a session is in, counted from 0. No clock is further than a day from universal time: only of a session
 * within a day of an edge is it the affair of its zone, and its instant is given.
 */
const stretch = (edges: Edges) => {
  const cases = edges.flatMap((month, at) => [
    ...(at === 0
      ? []
      : [sql`WHEN ${sessions.plannedAt} < ${universal(month, -1)} THEN ${sql.raw(`${at - 1}`)}`]),
    sql`WHEN ${sessions.plannedAt} < ${universal(month, 1)} THEN ${sessions.plannedAt}`,
  ])
  return sql<number | string>`CASE ${sql.join(cases, sql` `)} END`
}
/** The same by its name: its text is long, and its values are many. */
const byStretch = sql`stretch`

/** The stretch of a row by its own zone: before the first edge -1, after the last one the number of the last. */
const stretchOf = (
  edges: Edges,
  { stretch: at, zone }: { stretch: number | string; zone: string },
): number => (typeof at === 'number' ? at : edges.findLastIndex((month) => at >= monthStart(month, zone)))

const ownHours = sql`(julianday(${sessions.closedAt}) - julianday(${sessions.openedAt})) * 24`
/** Hours held of a group of rows. A time that cannot be read counts as no time, as one before the beginning does. */
const heldHours = sql<number>`coalesce(sum(CASE WHEN ${sessions.state} <> 'held' THEN 0
  WHEN substr(${sessions.openedAt}, 1, 10) = substr(${sessions.closedAt}, 1, 10) THEN max(0, ${ownHours})
  WHEN ${ownHours} BETWEEN 0 AND ${HELD_HOURS_MAX} THEN ${ownHours}
  WHEN ${ownHours} > ${HELD_HOURS_MAX} THEN ${sessions.plannedMinutes} / 60.0
  ELSE 0 END), 0)`

/**
 * A group as other consoles can know it again: by its name and its charter, whatever its letters' case and spaces. Of the
 * name nothing leaves but this.
 */
const digestOf = (name: string): string =>
  createHash('sha256')
    .update(`holdspace group ${name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`)
    .digest('hex')
    .slice(0, 32)

/** Sessions that are alike in all that a period's facts are made of. */
interface StretchRow
  extends Pick<typeof sessions.$inferSelect, 'state' | 'charterId' | 'cancelReasonId' | 'groupId'> {
  zone: string
  stretch: number | string
  count: number
  plannedHours: number
  heldHours: number
}

/** Sessions that one group held in each quarter of a year under one charter. */
const heldOf = (
  rows: readonly { charterId: string; groupId: string | null; quarter: number; count: number }[],
): HeldByGroup[] => {
  const held = new Map<string, { charterId: string; sessions: [number, number, number, number] }>()
  for (const { charterId, groupId, quarter, count } of rows) {
    const key = `${charterId} ${groupId}`
    const one = held.get(key) ?? { charterId, sessions: [0, 0, 0, 0] }
    held.set(key, one)
    one.sessions[quarter] = (one.sessions[quarter] ?? 0) + count
  }
  return [...held.values()]
}

/**
 * Planned, held, missed, cancelled by kind of reason, hours, groups. Rehearsals are not counted: they leave no record.
 * A session that was left open for more than a day counts with its planned length, and none with less than nothing:
 * a clock set back while it was open may have left it with an end before its beginning.
 *
 * A reason that may speak of the facilitator's health is counted as "not possible", unless it is asked for by name.
 */
export const sessionMeasures = (charters: ChartersService): WorkSource => ({
  timeZones: (vault) => {
    const ofGroups = vault.selectDistinct({ zone: groups.timeZone }).from(groups).all()
    const ofSessions = vault
      .selectDistinct({ zone: sessions.timeZone })
      .from(sessions)
      .where(ne(sessions.serverKind, 'rehearsal'))
      .all()
    return [...new Set([...ofGroups, ...ofSessions].map(({ zone }) => zone))].toSorted()
  },
  ofPeriod: (vault, period, healthReasons) => {
    const { year } = period
    const { first, after } = monthBounds(period)
    const whole = monthBounds({ kind: 'year', year })
    const edges =
      period.kind === 'month' ? edgesOf(whole.first, first, after, whole.after) : quarterEdges(year)
    // The whole year in one pass: its zones, and what each group held, decide about each of its periods. Hundreds of rows:
    // as the database gives them.
    const near = vault
      .all<StretchRow>(
        sql`SELECT state, charter_id AS charterId, cancel_reason_id AS cancelReasonId, group_id AS groupId, time_zone AS zone,
          ${stretch(edges)} AS stretch, count(*) AS count, sum(planned_minutes) / 60.0 AS plannedHours, ${heldHours} AS heldHours
          FROM ${sessions} WHERE ${nearby(edges)} GROUP BY 1, 2, 3, 4, 5, 6`,
      )
      .map((row) => ({ ...row, quarter: stretchOf(edges, row) }))
    const rows = near.filter(({ quarter }) => {
      const month = edges[quarter]
      return month !== undefined && month >= first && month < after
    })
    const setUp = vault
      .select({ zone: groups.timeZone, serverKind: groups.serverKind, createdAt: groups.createdAt })
      .from(groups)
      .all()

    const count = (among: typeof rows) => among.reduce((sum, row) => sum + row.count, 0)
    const inState = (state: (typeof rows)[number]['state']) => rows.filter((row) => row.state === state)
    const held = inState('held')
    const cancelled = inState('cancelled')

    const reasons = charters
      .all()
      .flatMap((pack) =>
        pack.cancelReasons
          .filter((reason) => healthReasons === 'named' || reason.isNamedInNumbers === true)
          .map((reason) => ({ charterId: pack.id, reasonId: reason.id })),
      )
    const byReason = reasons.map((reason): WorkNumber & { value: number } => ({
      ...fact('cancelledFor', 0),
      reason,
      value: count(
        cancelled.filter(
          (row) => row.charterId === reason.charterId && row.cancelReasonId === reason.reasonId,
        ),
      ),
    }))
    const named = byReason.reduce((sum, { value }) => sum + value, 0)
    const met = new Set(held.map(({ groupId }) => groupId)).size
    // Set up before the period's end; a rehearsal is no group that meets.
    const known = setUp.filter(
      ({ zone, serverKind, createdAt }) => serverKind !== 'rehearsal' && createdAt < monthStart(after, zone),
    ).length
    return {
      timeZones: [...new Set([...setUp, ...near].map(({ zone }) => zone))].toSorted(),
      hasOpen: inState('open').length > 0,
      hasScheduled: inState('scheduled').length > 0,
      heldByGroup:
        period.kind === 'month'
          ? []
          : heldOf(near.filter(({ state, quarter }) => state === 'held' && quarter >= 0 && quarter < 4)),
      facts: [
        fact('sessionsPlanned', count(rows)),
        fact('sessionsHeld', count(held)),
        fact('sessionsMissed', count(inState('missed'))),
        fact('sessionsCancelled', count(cancelled)),
        ...byReason,
        fact('cancelledNotPossible', count(cancelled) - named),
        hours(
          'hoursPlanned',
          rows.reduce((sum, row) => sum + row.plannedHours, 0),
        ),
        hours(
          'hoursHeld',
          rows.reduce((sum, row) => sum + row.heldHours, 0),
        ),
        fact('groupsMet', met),
        fact('groupsWaiting', Math.max(0, known - met)),
      ],
    }
  },
  months: (vault, { year, quarter }) => {
    const own: Period = { kind: 'quarter', year, quarter }
    const edges = edgesOf(...monthsOf(own), monthBounds(own).after)
    const rows = vault
      .select({
        name: groups.name,
        charterId: sessions.charterId,
        zone: sessions.timeZone,
        stretch: stretch(edges).as('stretch'),
        state: sessions.state,
        count: sql<number>`count(*)`,
        plannedMinutes: sql<number>`sum(${sessions.plannedMinutes})`,
        heldHours,
      })
      .from(sessions)
      .innerJoin(groups, eq(groups.id, sessions.groupId))
      .where(and(nearby(edges), inArray(sessions.state, ['held', 'missed', 'cancelled'])))
      .groupBy(groups.name, sessions.charterId, sessions.timeZone, byStretch, sessions.state)
      .all()
    // Hours until all are added up: to whole minutes once, as the facts are.
    const months = new Map<string, BundleMonth & { heldHours: number }>()
    for (const row of rows) {
      const month = stretchOf(edges, row) + 1
      if (month < 1 || month > 3) continue
      const group = digestOf(row.name)
      const key = `${group} ${row.charterId} ${month}`
      const before = months.get(key) ?? {
        group,
        charterId: row.charterId,
        month,
        planned: 0,
        held: 0,
        missed: 0,
        cancelled: 0,
        plannedMinutes: 0,
        heldMinutes: 0,
        heldHours: 0,
      }
      const inState = (state: typeof row.state) => (row.state === state ? row.count : 0)
      months.set(key, {
        ...before,
        planned: before.planned + row.count,
        held: before.held + inState('held'),
        missed: before.missed + inState('missed'),
        cancelled: before.cancelled + inState('cancelled'),
        plannedMinutes: before.plannedMinutes + row.plannedMinutes,
        heldHours: before.heldHours + row.heldHours,
      })
    }
    // By digest: the order of the groups in this vault is nobody's affair.
    return [...months]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { heldHours: held, ...value }]) => ({ ...value, heldMinutes: Math.round(held * 60) }))
  },
  heldByGroup: (vault, year) => {
    const edges = quarterEdges(year)
    const rows = vault
      .select({
        charterId: sessions.charterId,
        groupId: sessions.groupId,
        zone: sessions.timeZone,
        stretch: stretch(edges).as('stretch'),
        count: sql<number>`count(*)`,
      })
      .from(sessions)
      .where(and(nearby(edges), eq(sessions.state, 'held')))
      .groupBy(sessions.charterId, sessions.groupId, sessions.timeZone, byStretch)
      .all()
    return heldOf(
      rows
        .map((row) => ({ ...row, quarter: stretchOf(edges, row) }))
        .filter(({ quarter }) => quarter >= 0 && quarter < 4),
    )
  },
})

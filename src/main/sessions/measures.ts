/** @file Numbers of the facilitator's own sessions over a period. No group and no session can be told from them. */
import { createHash } from 'node:crypto'
import { and, eq, gte, inArray, lt, ne, not, type SQL, sql } from 'drizzle-orm'
import type { Period, WorkMeasure, WorkNumber } from '../../contract/insight'
import type { BundleMonth } from '../../contract/numbers-bundle'
import type { ChartersService } from '../charters/service'
import { type Bounds, periodBounds, type WorkSource } from '../insight/service'
import type { ReadVault } from '../vault/handles'
import { readOpenSession } from './store'
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

const dayOff = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString()

/** Sessions between two instants and within a day of either. */
const nearby = ({ from, before }: Bounds): SQL | undefined =>
  and(gte(sessions.plannedAt, dayOff(from, -1)), lt(sessions.plannedAt, dayOff(before, 1)))

/** An edge between periods: true for a session at or after it, by the clocks of its own group. */
interface Edge {
  /** By universal time. */
  at: string
  isReached: SQL
}

/** Zones of all groups, and of the sessions there are, or of those within a day of a year. */
const zonesOf = (vault: ReadVault, year?: number): string[] => {
  const bounds = year === undefined ? null : periodBounds({ kind: 'year', year }, 'UTC')
  const ofGroups = vault.selectDistinct({ zone: groups.timeZone }).from(groups).all()
  const ofSessions = vault
    .selectDistinct({ zone: sessions.timeZone })
    .from(sessions)
    .where(and(ne(sessions.serverKind, 'rehearsal'), bounds ? nearby(bounds) : undefined))
    .all()
  return [...new Set([...ofGroups, ...ofSessions].map(({ zone }) => zone))].toSorted()
}

/** No clock is further than a day from universal time: only a session within a day of an edge is asked for its zone. */
const edge = (zones: readonly string[], atIn: (zone: string) => string): Edge => {
  const at = atIn('UTC')
  const isLater = gte(sessions.plannedAt, dayOff(at, 1))
  const cases = zones.map((zone) => sql`WHEN ${zone} THEN ${atIn(zone)}`)
  return {
    at,
    isReached:
      zones.length === 0
        ? isLater
        : sql`(${isLater} OR (${gte(sessions.plannedAt, dayOff(at, -1))} AND ${sessions.plannedAt} >= CASE ${sessions.timeZone} ${sql.join(cases, sql` `)} END))`,
  }
}

/** The edge with which a period begins. */
const firstEdge = (zones: readonly string[], period: Period): Edge =>
  edge(zones, (zone) => periodBounds(period, zone).from)

/** The edges at both ends of a period. */
const edgesOf = (zones: readonly string[], period: Period): { first: Edge; after: Edge } => ({
  first: firstEdge(zones, period),
  after: edge(zones, (zone) => periodBounds(period, zone).before),
})

/** Sessions between two edges; rehearsals are never counted. */
const between = ({ first, after }: { first: Edge; after: Edge }): SQL | undefined =>
  and(
    ne(sessions.serverKind, 'rehearsal'),
    // Alone enough for the index; which side of the edge a session is on is then its own zone's affair.
    nearby({ from: first.at, before: after.at }),
    first.isReached,
    not(after.isReached),
  )

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

/** Groups set up before a period's end; a rehearsal is no group that meets. */
const countGroups = (vault: ReadVault, period: Period): number =>
  vault
    .select({ zone: groups.timeZone, createdAt: groups.createdAt })
    .from(groups)
    .where(ne(groups.serverKind, 'rehearsal'))
    .all()
    .filter(({ zone, createdAt }) => createdAt < periodBounds(period, zone).before).length

/**
 * Planned, held, missed, cancelled by kind of reason, hours, groups. Rehearsals are not counted: they leave no record.
 * A session that was left open for more than a day counts with its planned length, and none with less than nothing:
 * a clock set back while it was open may have left it with an end before its beginning.
 *
 * A reason that may speak of the facilitator's health is counted as "not possible", unless it is asked for by name.
 */
export const sessionMeasures = (charters: ChartersService): WorkSource => ({
  timeZones: zonesOf,
  isUnsettled: (vault, period, zones, isClockTrusted) => {
    const open = readOpenSession(vault)
    if (open && !open.isRehearsal) {
      const { from, before } = periodBounds(period, open.timeZone)
      if (open.plannedAt >= from && open.plannedAt < before) return true
    }
    // A row that is damaged stays scheduled for good, so it is asked only where others may be too.
    if (isClockTrusted) return false
    const scheduled = vault
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(between(edgesOf(zones, period)), eq(sessions.state, 'scheduled')))
      .limit(1)
    return scheduled.get() !== undefined
  },
  months: (vault, { year, quarter }, zones) => {
    const monthAt = (at: number) => ({ kind: 'month' as const, year, month: (quarter - 1) * 3 + at })
    const edges = edgesOf(zones, { kind: 'quarter', year, quarter })
    const [second, third] = [2, 3].map((at) => firstEdge(zones, monthAt(at)).isReached)
    const month = sql<number>`CASE WHEN ${third} THEN 3 WHEN ${second} THEN 2 ELSE 1 END`
    const rows = vault
      .select({
        name: groups.name,
        charterId: sessions.charterId,
        month,
        state: sessions.state,
        count: sql<number>`count(*)`,
        plannedMinutes: sql<number>`sum(${sessions.plannedMinutes})`,
        heldHours,
      })
      .from(sessions)
      .innerJoin(groups, eq(groups.id, sessions.groupId))
      .where(and(between(edges), inArray(sessions.state, ['held', 'missed', 'cancelled'])))
      .groupBy(groups.name, sessions.charterId, month, sessions.state)
      .all()
    const months = new Map<string, BundleMonth>()
    for (const row of rows) {
      const group = digestOf(row.name)
      const key = `${group} ${row.charterId} ${row.month}`
      const before = months.get(key) ?? {
        group,
        charterId: row.charterId,
        month: row.month,
        planned: 0,
        held: 0,
        missed: 0,
        cancelled: 0,
        plannedMinutes: 0,
        heldMinutes: 0,
      }
      const inState = (state: typeof row.state) => (row.state === state ? row.count : 0)
      months.set(key, {
        ...before,
        planned: before.planned + row.count,
        held: before.held + inState('held'),
        missed: before.missed + inState('missed'),
        cancelled: before.cancelled + inState('cancelled'),
        plannedMinutes: before.plannedMinutes + row.plannedMinutes,
        heldMinutes: before.heldMinutes + Math.round(row.heldHours * 60),
      })
    }
    // By digest: the order of the groups in this vault is nobody's affair.
    return [...months].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
  },
  heldByGroup: (vault, year, zones) => {
    const { first, after } = edgesOf(zones, { kind: 'year', year })
    const starts = (quarter: number) => firstEdge(zones, { kind: 'quarter', year, quarter }).isReached
    const [second, third, fourth] = [starts(2), starts(3), starts(4)]
    const quarter = sql<number>`CASE WHEN ${fourth} THEN 3 WHEN ${third} THEN 2 WHEN ${second} THEN 1 ELSE 0 END`
    const rows = vault
      .select({
        charterId: sessions.charterId,
        groupId: sessions.groupId,
        quarter,
        count: sql<number>`count(*)`,
      })
      .from(sessions)
      .where(and(between({ first, after }), eq(sessions.state, 'held')))
      .groupBy(sessions.charterId, sessions.groupId, quarter)
      .all()
    return Object.values(Object.groupBy(rows, (row) => `${row.charterId} ${row.groupId}`)).flatMap(
      (of = []) => {
        const [any] = of
        const held = (at: number) => of.find((row) => row.quarter === at)?.count ?? 0
        return any
          ? [{ charterId: any.charterId, sessions: [held(0), held(1), held(2), held(3)] as const }]
          : []
      },
    )
  },
  numbers: (vault, period, zones, healthReasons) => {
    const rows = vault
      .select({
        state: sessions.state,
        charterId: sessions.charterId,
        cancelReasonId: sessions.cancelReasonId,
        groupId: sessions.groupId,
        count: sql<number>`count(*)`,
        plannedHours: sql<number>`sum(${sessions.plannedMinutes}) / 60.0`,
        heldHours,
      })
      .from(sessions)
      .where(between(edgesOf(zones, period)))
      .groupBy(sessions.state, sessions.charterId, sessions.cancelReasonId, sessions.groupId)
      .all()
    const count = (among: typeof rows) => among.reduce((sum, row) => sum + row.count, 0)
    const inState = (state: (typeof rows)[number]['state']) => rows.filter((row) => row.state === state)
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
    const met = new Set(inState('held').map(({ groupId }) => groupId)).size
    return [
      fact('sessionsPlanned', count(rows)),
      fact('sessionsHeld', count(inState('held'))),
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
      fact('groupsWaiting', Math.max(0, countGroups(vault, period) - met)),
    ]
  },
})

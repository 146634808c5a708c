/** @file Numbers of the facilitator's own sessions over a period. No group and no session can be told from them. */
import { and, eq, gte, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Period, WorkMeasure, WorkNumber } from '../../contract/insight'
import type { ChartersService } from '../charters/service'
import { type Bounds, periodBounds, type WorkSource } from '../insight/service'
import type { ReadVault } from '../vault/handles'
import { readOpenSession } from './store'
import { groups, sessions } from './tables'

const DAY_MS = 86_400_000
/** A zone, and a period's bounds by its clocks. */
interface Zoned {
  zone: string
  bounds: Bounds
}
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

/** Zones of all groups, and of sessions, where `among` is given of those alone. */
const zonesOf = (vault: ReadVault, among?: SQL): string[] => {
  const ofSessions = vault
    .selectDistinct({ zone: sessions.timeZone })
    .from(sessions)
    .where(and(ne(sessions.serverKind, 'rehearsal'), among))
    .all()
  const ofGroups = vault.selectDistinct({ zone: groups.timeZone }).from(groups).all()
  return [...new Set([...ofGroups, ...ofSessions].map(({ zone }) => zone))].toSorted()
}

/** The zones that matter for a period, with its bounds in each: no clock is further than a day from universal time. */
const zonedBounds = (vault: ReadVault, period: Period): Zoned[] => {
  const { from, before } = periodBounds(period, 'UTC')
  const dayOff = (instant: string, days: number) =>
    new Date(Date.parse(instant) + days * DAY_MS).toISOString()
  const nearby = and(gte(sessions.plannedAt, dayOff(from, -1)), lt(sessions.plannedAt, dayOff(before, 1)))
  return zonesOf(vault, nearby).map((zone) => ({ zone, bounds: periodBounds(period, zone) }))
}

/** Sessions of a period, each by the clocks of its own group; rehearsals are never counted. */
const inPeriod = (zoned: readonly Zoned[]): SQL | undefined => {
  const [first] = zoned
  if (!first) return sql`0`
  const widest = zoned.reduce(
    (soFar, { bounds }) => ({
      from: bounds.from < soFar.from ? bounds.from : soFar.from,
      before: bounds.before > soFar.before ? bounds.before : soFar.before,
    }),
    first.bounds,
  )
  return and(
    ne(sessions.serverKind, 'rehearsal'),
    // Alone enough for the index; which side of the edge a session is on is then its own zone's affair.
    gte(sessions.plannedAt, widest.from),
    lt(sessions.plannedAt, widest.before),
    or(
      ...zoned.map(({ zone, bounds }) =>
        and(
          eq(sessions.timeZone, zone),
          gte(sessions.plannedAt, bounds.from),
          lt(sessions.plannedAt, bounds.before),
        ),
      ),
    ),
  )
}

/** Groups set up before a period's end; a rehearsal is no group that meets. */
const countGroups = (vault: ReadVault, zoned: readonly Zoned[]): number =>
  zoned.reduce(
    (sum, { zone, bounds }) =>
      sum +
      (vault
        .select({ n: sql<number>`count(*)` })
        .from(groups)
        .where(
          and(
            eq(groups.timeZone, zone),
            ne(groups.serverKind, 'rehearsal'),
            lt(groups.createdAt, bounds.before),
          ),
        )
        .get()?.n ?? 0),
    0,
  )

/**
 * Planned, held, missed, cancelled by kind of reason, hours, groups. Rehearsals are not counted: they leave no record.
 * A session that was left open for more than a day counts with its planned length, and none with less than nothing:
 * a clock set back while it was open may have left it with an end before its beginning.
 *
 * A reason that may speak of the facilitator's health is counted as "not possible", unless it is asked for by name.
 */
export const sessionMeasures = (charters: ChartersService): WorkSource => ({
  timeZones: (vault) => zonesOf(vault),
  isUnsettled: (vault, period, isClockTrusted) => {
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
      .where(and(inPeriod(zonedBounds(vault, period)), eq(sessions.state, 'scheduled')))
      .limit(1)
    return scheduled.get() !== undefined
  },
  heldByGroup: (vault, period) =>
    vault
      .select({ charterId: sessions.charterId, sessions: sql<number>`count(*)` })
      .from(sessions)
      .where(and(inPeriod(zonedBounds(vault, period)), eq(sessions.state, 'held')))
      .groupBy(sessions.charterId, sessions.groupId)
      .all(),
  numbers: (vault, period, healthReasons) => {
    const zoned = zonedBounds(vault, period)
    const heldHours = sql<number>`(julianday(${sessions.closedAt}) - julianday(${sessions.openedAt})) * 24`
    const rows = vault
      .select({
        state: sessions.state,
        charterId: sessions.charterId,
        cancelReasonId: sessions.cancelReasonId,
        count: sql<number>`count(*)`,
        plannedHours: sql<number>`sum(${sessions.plannedMinutes}) / 60.0`,
        // A time that cannot be read counts as no time, as one before the beginning does.
        heldHours: sql<number>`coalesce(sum(CASE WHEN ${sessions.state} <> 'held' OR ${heldHours} < 0 THEN 0
          WHEN ${heldHours} > ${HELD_HOURS_MAX} THEN ${sessions.plannedMinutes} / 60.0
          ELSE ${heldHours} END), 0)`,
      })
      .from(sessions)
      .where(inPeriod(zoned))
      .groupBy(sessions.state, sessions.charterId, sessions.cancelReasonId)
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
    const met =
      vault
        .select({ n: sql<number>`count(DISTINCT ${sessions.groupId})` })
        .from(sessions)
        .where(and(inPeriod(zoned), eq(sessions.state, 'held')))
        .get()?.n ?? 0
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
      fact('groupsWaiting', Math.max(0, countGroups(vault, zoned) - met)),
    ]
  },
})

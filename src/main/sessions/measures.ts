/** @file Numbers of the facilitator's own sessions over a period. No group and no session can be told from them. */
import { and, gte, lt, ne, sql } from 'drizzle-orm'
import type { ChartersService } from '../charters/service'
import { type MeasureSource, type OwnMeasure, periodBounds } from '../insight/service'
import { sessions } from './tables'

/** A session closed longer than this after it was opened was forgotten, not held that long. In hours. */
const HELD_HOURS_MAX = 24

const own = (id: string, label: string, value: number, unit: OwnMeasure['unit'] = 'count'): OwnMeasure => ({
  id,
  label,
  about: 'facilitator',
  unit,
  value,
})

/**
 * Planned, held, missed, cancelled by kind of reason, hours held. Rehearsals are not counted: they leave no record.
 * A session that was left open for more than a day counts with its planned length.
 */
export const sessionMeasures = (charters: ChartersService): MeasureSource => ({
  measures: (vault, period) => {
    const { from, before } = periodBounds(period)
    const heldHours = sql<number>`(julianday(${sessions.closedAt}) - julianday(${sessions.openedAt})) * 24`
    const real = vault
      .select({
        state: sessions.state,
        charterId: sessions.charterId,
        cancelReasonId: sessions.cancelReasonId,
        count: sql<number>`count(*)`,
        // Records from before a close was held to its opening may end before they begin.
        hours: sql<number>`sum(CASE WHEN ${sessions.state} <> 'held' OR ${heldHours} < 0 THEN 0
          WHEN ${heldHours} > ${HELD_HOURS_MAX} THEN ${sessions.plannedMinutes} / 60.0
          ELSE ${heldHours} END)`,
      })
      .from(sessions)
      .where(
        and(
          ne(sessions.serverKind, 'rehearsal'),
          gte(sessions.plannedAt, from),
          lt(sessions.plannedAt, before),
        ),
      )
      .groupBy(sessions.state, sessions.charterId, sessions.cancelReasonId)
      .all()
    const count = (among: typeof real) => among.reduce((sum, row) => sum + row.count, 0)
    const inState = (state: (typeof real)[number]['state']) => real.filter((row) => row.state === state)

    const byReason = new Map<string, { label: string; count: number }>()
    for (const row of inState('cancelled')) {
      const id = row.cancelReasonId ?? 'unknown'
      const reason = charters.find(row.charterId)?.cancelReasons.find((known) => known.id === id)
      const soFar = byReason.get(id)
      byReason.set(id, { label: soFar?.label ?? reason?.label ?? id, count: (soFar?.count ?? 0) + row.count })
    }
    const held = inState('held')
    const hours = held.reduce((sum, row) => sum + row.hours, 0)
    return [
      own('sessions.planned', 'Sessions planned', count(real)),
      own('sessions.held', 'Sessions held', count(held)),
      own('hours.held', 'Hours held', Math.round(hours * 10) / 10, 'hours'),
      own('sessions.missed', 'Sessions missed', count(inState('missed'))),
      own('sessions.cancelled', 'Sessions cancelled', count(inState('cancelled'))),
      ...[...byReason.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, reason]) =>
          own(`sessions.cancelled.${id}`, `Sessions cancelled: ${reason.label}`.slice(0, 120), reason.count),
        ),
    ]
  },
})

/** @file Reads and writes of ticks, monthly counters and the choices for crisis cards. No rule is decided here. */
import { and, count, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { InterventionKind, Phase, Tick } from '../../contract/conduct'
import type { SessionId } from '../../contract/primitives'
import type { CountSum } from '../insight/service'
import type { ReadVault, WriteVault } from '../vault/handles'
import { counters, crisisSettings, ticks } from './tables'

/** Tables whose rows go with a session, by foreign key. */
export const TICK_TABLES = ['ticks'] as const

/** A session's ticks, in the order of ticking. */
export const readTicks = (vault: ReadVault, sessionId: SessionId): Tick[] =>
  vault
    .select({ phase: ticks.phase, itemId: ticks.itemId, tickedAt: ticks.tickedAt })
    .from(ticks)
    .where(eq(ticks.sessionId, sessionId))
    .orderBy(ticks.tickedAt)
    .all()

/** Whether an item of the list before a session is ticked. */
export const isTickedBefore = (vault: ReadVault, sessionId: SessionId, itemId: string): boolean =>
  readTicks(vault, sessionId).some((tick) => tick.phase === 'before' && tick.itemId === itemId)

/** Adds a tick; one that is there stays as it is. */
export const addTick = (vault: WriteVault, sessionId: SessionId, tick: Tick): void => {
  vault
    .insert(ticks)
    .values({ sessionId, ...tick })
    .onConflictDoNothing()
    .run()
}

/** Takes a tick away. */
export const removeTick = (vault: WriteVault, sessionId: SessionId, phase: Phase, itemId: string): void => {
  vault
    .delete(ticks)
    .where(and(eq(ticks.sessionId, sessionId), eq(ticks.phase, phase), eq(ticks.itemId, itemId)))
    .run()
}

/** A counter's row without its count. `month` is `YYYY-MM`, by the clocks of the session's group. */
export interface CounterKey {
  charterId: string
  month: string
  kind: InterventionKind
  reasonId: string
}

/** Adds one to a counter. */
export const countOne = (vault: WriteVault, key: CounterKey): void => {
  vault
    .insert(counters)
    .values({ ...key, count: 1 })
    .onConflictDoUpdate({
      target: [counters.charterId, counters.month, counters.kind, counters.reasonId],
      set: { count: sql`${counters.count} + 1` },
    })
    .run()
}

/** Charters and months that have counters, newest month first. */
export const readCountedMonths = (vault: ReadVault): { charterId: string; month: string }[] =>
  vault
    .selectDistinct({ charterId: counters.charterId, month: counters.month })
    .from(counters)
    .orderBy(sql`${counters.month} DESC`, counters.charterId)
    .all()

/** Takes a charter's counters of one month away. Returns what they were. */
export const removeCounters = (vault: WriteVault, charterId: string, month: string): CounterKey[] =>
  vault
    .delete(counters)
    .where(and(eq(counters.charterId, charterId), eq(counters.month, month)))
    .returning()
    .all()

/** What is no month is damaged, and never removed for its age. */
const monthsBefore = (month: string) =>
  and(lt(counters.month, month), sql`${counters.month} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`)

/** How many counters are of months before one (`YYYY-MM`). */
export const countCountersBefore = (vault: ReadVault, month: string): number =>
  vault.select({ n: count() }).from(counters).where(monthsBefore(month)).get()?.n ?? 0

/** Takes all counters of months before one (`YYYY-MM`) away. */
export const removeCountersBefore = (vault: WriteVault, month: string): void => {
  vault.delete(counters).where(monthsBefore(month)).run()
}

/** Sums of a year's quarters: of a month cut in two, two periods' difference would tell of days. */
export const sumCounters = (vault: ReadVault, charterIds: readonly string[], year: number): CountSum[] => {
  const quarter = sql<number>`(cast(substr(${counters.month}, 6) AS integer) + 2) / 3`
  return vault
    .select({
      charterId: counters.charterId,
      quarter,
      kind: counters.kind,
      reasonId: counters.reasonId,
      count: sql<number>`sum(${counters.count})`,
    })
    .from(counters)
    .where(
      and(
        // The key begins with the charter.
        inArray(counters.charterId, [...charterIds]),
        gte(counters.month, `${year}-01`),
        lt(counters.month, `${year + 1}-01`),
      ),
    )
    .groupBy(counters.charterId, quarter, counters.kind, counters.reasonId)
    .all()
}

/** The choices for crisis cards as they are stored. */
export type CrisisSettingsRow = Omit<typeof crisisSettings.$inferSelect, 'id'>

/** The choices, or undefined. */
export const readCrisisSettings = (vault: ReadVault): CrisisSettingsRow | undefined =>
  vault.select().from(crisisSettings).get()

/** Keeps the choices in the place of earlier ones. */
export const writeCrisisSettings = (vault: WriteVault, row: CrisisSettingsRow): void => {
  vault
    .insert(crisisSettings)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: crisisSettings.id, set: row })
    .run()
}

/** Takes the choices away. Returns what they were, or undefined. */
export const removeCrisisSettings = (vault: WriteVault): CrisisSettingsRow | undefined =>
  vault.delete(crisisSettings).where(eq(crisisSettings.id, 1)).returning().get()

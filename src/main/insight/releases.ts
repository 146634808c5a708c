/** @file The list of what has left this vault as numbers, of what stays closed, and what the page What is kept tells of it. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { NUMBERS_KEPT_DAYS, type Period, periodKey } from '../../contract/insight'
import { Instant, PackId } from '../../contract/primitives'
import { keptPeriod } from '../kept-date'
import { keptEntry, readBack } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { releases } from './tables'

const DAY_MS = 86_400_000

/** Shown counts of one charter, as they are stored. */
export const ReleasedCells = z.strictObject({
  charterId: PackId,
  cells: z.array(
    z.strictObject({ row: z.string().max(300), counted: z.int().min(0), shown: z.int().min(0) }),
  ),
  /** Counts of other periods of the year that can be told since: by place, the quarters 0 to 3 and the year 4. */
  told: z.array(
    z.strictObject({
      place: z.literal([0, 1, 2, 3, 4]),
      row: z.string().max(300),
      counted: z.int().min(0),
    }),
  ),
})
export type ReleasedCells = z.infer<typeof ReleasedCells>

/** One export as it is read. */
const Release = z.strictObject({
  id: z.uuid(),
  period: z.string().regex(/^\d{4}(-Q[1-4]|-\d{2})?$/),
  releasedAt: Instant,
  charters: z.array(ReleasedCells),
})
export type Release = z.infer<typeof Release>

/** Periods of some charters whose counts stay hidden: a group or a session of theirs was forgotten. */
const Closing = z.strictObject({
  id: z.uuid(),
  period: Release.shape.period,
  releasedAt: Instant,
  charters: z.strictObject({ closed: z.array(PackId) }),
})

const parsed = (row: typeof releases.$inferSelect): unknown => {
  const { cells, ...rest } = row
  try {
    return { ...rest, charters: JSON.parse(cells) as unknown }
  } catch {
    return rest
  }
}

/** What later exports of a year are held against. */
export interface Ledger {
  /** Exports of the year, its quarters and months, the oldest first. */
  releases: Release[]
  /** Periods that stay closed, by charter. */
  closed: { charterId: string; period: string }[]
}

/** The ledger of a year; null when a row of it cannot be read. */
export const readLedgerOf = (vault: ReadVault, year: number): Ledger | null => {
  const rows = vault
    .select()
    .from(releases)
    .where(or(eq(releases.period, `${year}`), sql`${releases.period} LIKE ${`${year}-%`}`))
    .orderBy(releases.releasedAt, sql`rowid`)
    .all()
  const read = z.array(z.union([Release, Closing])).safeParse(rows.map(parsed))
  if (!read.success) return null
  const ledger: Ledger = { releases: [], closed: [] }
  for (const { charters, ...row } of read.data) {
    if (Array.isArray(charters)) ledger.releases.push({ ...row, charters })
    else for (const charterId of charters.closed) ledger.closed.push({ charterId, period: row.period })
  }
  return ledger
}

/** Notes that a charter's period stays closed; once for each. */
export const addClosing = (vault: WriteVault, charterId: string, period: Period, at: Date): void => {
  const key = periodKey(period)
  const known = readLedgerOf(vault, period.year)
  if (known?.closed.some((one) => one.charterId === charterId && one.period === key)) return
  const row = {
    id: randomUUID(),
    period: key,
    releasedAt: at.toISOString(),
    cells: JSON.stringify({ closed: [charterId] }),
  }
  vault.insert(releases).values(row).run()
  readBack(Closing, parsed(row))
}

/** Notes that a period has left. @throws ReadBackError */
export const addRelease = (
  vault: WriteVault,
  period: Period,
  at: Date,
  charters: readonly ReleasedCells[],
): void => {
  const row = {
    id: randomUUID(),
    period: periodKey(period),
    releasedAt: at.toISOString(),
    cells: JSON.stringify(charters),
  }
  vault.insert(releases).values(row).run()
  readBack(Release, parsed(row))
}

/** An export is kept as long as what it was counted from: ten years and their leap days after its year. */
export const keptUntilMs = (period: string): number =>
  Date.UTC(Number(period.slice(0, 4)) + 1, 0, 1) + NUMBERS_KEPT_DAYS * DAY_MS
/** What is no period is damaged, and never removed for its age. */
const yearsBefore = (year: string) =>
  and(lt(releases.period, year), sql`${releases.period} GLOB '[0-9][0-9][0-9][0-9]*'`)
/** The first year whose exports stay: what sorts before it goes. */
export const oldestYear = (now: Date): string => {
  const year = new Date(now.getTime() - NUMBERS_KEPT_DAYS * DAY_MS).getUTCFullYear()
  return String(year)
}

/** Exports, one entry each. */
export const releasesKept = (): KeptKindDescriptor => ({
  kind: 'exports',
  tables: ['releases'],
  canForget: true,
  list: (vault) =>
    vault
      .select({ id: releases.id, period: releases.period, createdAt: releases.releasedAt })
      .from(releases)
      .orderBy(desc(releases.releasedAt))
      .all()
      .map((row) =>
        keptEntry(row, () => ({
          id: row.id,
          label: '',
          date: keptPeriod(row.period),
          keptSince: row.createdAt,
          keptUntil: new Date(keptUntilMs(row.period)).toISOString(),
          isAskingToGo: false,
        })),
      ),
  forget: (vault, id) => {
    const row = vault.delete(releases).where(sql`${releases.id} = ${id}`).returning().get()
    return row ? [row.id, `${row.id}${row.period}${row.releasedAt}`] : null
  },
  countDue: (vault, now) =>
    vault
      .select({ n: sql<number>`count(*)` })
      .from(releases)
      .where(yearsBefore(oldestYear(now)))
      .get()?.n ?? 0,
  enforceEnd: (vault, now) => {
    vault
      .delete(releases)
      .where(yearsBefore(oldestYear(now)))
      .run()
  },
})

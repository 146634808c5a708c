/** @file Reporting: drafts of the mandated report. A draft asks at seven days and is never removed silently. */
import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { ReportId } from '../../contract/primitives'
import type { Report, ReportBody, ReportListed } from '../../contract/reporting'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { emptyBody, reportGaps } from './gaps'
import { reports } from './tables'

/** A draft asks whether to be kept this long after its last change, in milliseconds: seven days. */
export const ASKS_AFTER_MS = 7 * 86_400_000

type Row = typeof reports.$inferSelect

const reportOf = (row: Row): Report => ({ ...row, gaps: reportGaps(row.body) })

const readRow = (vault: ReadVault, reportId: ReportId): Row => {
  const row = vault.select().from(reports).where(eq(reports.id, reportId)).get()
  if (!row) throw Refusal.of('NOT_FOUND')
  return row
}

const asksAfter = (now: Date): string => new Date(now.getTime() + ASKS_AFTER_MS).toISOString()

/** What the router may ask of reporting. All throw `VaultLockedError`. */
export interface ReportingService {
  /** Newest first; dates and the number of gaps, no name, no words. */
  list(): ReportListed[]
  /** @throws Refusal NOT_FOUND (charter) */
  start(charterId: string): Report
  /** @throws Refusal NOT_FOUND */
  get(reportId: ReportId): Report
  /** @throws Refusal NOT_FOUND, LEARNED_LATER_THAN_NOW */
  save(reportId: ReportId, body: ReportBody): Report
  /** @throws Refusal NOT_FOUND */
  discard(reportId: ReportId): void
}

/** Makes the service. */
export const createReporting = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
}): ReportingService => {
  const { vault: access, clock, charters } = needs
  return {
    list: () =>
      access
        .read()
        .select()
        .from(reports)
        .orderBy(desc(reports.createdAt))
        .all()
        .map(({ id, state, createdAt, changedAt, asksAt, body }) => ({
          id,
          state,
          createdAt,
          changedAt,
          asksAt,
          gapCount: reportGaps(body).length,
          learnedAt: body.event.learnedAt,
        })),
    start: (charterId) =>
      access.write((vault) => {
        const pack = charters.get(charterId)
        const now = clock.now()
        return reportOf(
          vault
            .insert(reports)
            .values({
              id: ReportId.parse(randomUUID()),
              charterId,
              charterVersion: pack.version,
              state: 'draft',
              body: emptyBody(now.toISOString()),
              createdAt: now.toISOString(),
              changedAt: now.toISOString(),
              asksAt: asksAfter(now),
            })
            .returning()
            .get(),
        )
      }),
    get: (reportId) => reportOf(readRow(access.read(), reportId)),
    save: (reportId, body) =>
      access.write((vault) => {
        readRow(vault, reportId)
        const now = clock.now()
        if (Date.parse(body.event.learnedAt) > now.getTime()) throw Refusal.of('LEARNED_LATER_THAN_NOW')
        return reportOf(
          vault
            .update(reports)
            .set({ body, changedAt: now.toISOString(), asksAt: asksAfter(now) })
            .where(eq(reports.id, reportId))
            .returning()
            .get(),
        )
      }),
    discard: (reportId) =>
      access.write((vault) => {
        readRow(vault, reportId)
        vault.delete(reports).where(eq(reports.id, reportId)).run()
      }),
  }
}

/**
 * Texts of a report shorter than this prove nothing by being found: such words, and every choice of the form,
 * may rightly stand elsewhere.
 */
const PROOF_LENGTH_MIN = 20
/** Longest piece looked for, in UTF-16 units: a long one may lie across two pages. */
const PIECE_LENGTH = 40

/** Pieces of every longer text in a value, as JSON writes them. */
const textPieces = (value: unknown): string[] => {
  if (typeof value === 'string') {
    const stored = JSON.stringify(value).slice(1, -1)
    return stored.length < PROOF_LENGTH_MIN
      ? []
      : [stored.slice(0, PIECE_LENGTH), stored.slice(-PIECE_LENGTH)]
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textPieces) : []
}

/** Report drafts: each asks to go at its day and waits for an answer. */
export const reportsKept = (): KeptKindDescriptor => ({
  kind: 'reports',
  tables: ['reports'],
  canForget: true,
  list: (vault, now) =>
    vault
      .select({ id: reports.id, createdAt: reports.createdAt, asksAt: reports.asksAt })
      .from(reports)
      .orderBy(desc(reports.createdAt))
      .all()
      .map((row) => ({
        id: row.id,
        label: row.createdAt.slice(0, 10),
        keptSince: row.createdAt,
        keptUntil: row.asksAt,
        isAskingToGo: Date.parse(row.asksAt) <= now.getTime(),
      })),
  forget: (vault, id) => {
    const reportId = ReportId.safeParse(id)
    if (!reportId.success) return null
    const row = vault.delete(reports).where(eq(reports.id, reportId.data)).returning().get()
    if (!row) return null
    // A trigger's id is the charter's word, not the report's.
    return [row.id, ...textPieces({ ...row.body, triggerIds: [] })]
  },
  enforceEnd: () => {},
  keepLonger: (vault, id, now) => {
    const reportId = ReportId.safeParse(id)
    if (!reportId.success) return false
    const changed = vault
      .update(reports)
      .set({ asksAt: asksAfter(now) })
      .where(eq(reports.id, reportId.data))
      .run()
    return changed.changes > 0
  },
})

/** @file The SQL of reports. What is about a person is in the body alone. */
import { desc, eq } from 'drizzle-orm'
import { Instant, type ReportId } from '../../contract/primitives'
import { answerAt, reportGaps } from '../../contract/report-reading'
import { Report, type ReportListed } from '../../contract/reporting'
import type { ReadVault, WriteVault } from '../vault/handles'
import { answersIn, readStoredBody } from './stored-body'
import { reports } from './tables'

/** A report as the console sees it, without what is still open. */
export type StoredReport = Omit<Report, 'gaps'>

const storedOf = (row: typeof reports.$inferSelect): StoredReport => ({
  ...row,
  body: readStoredBody(row.body),
})

/** A report with what is open in it now. */
export const withGaps = (stored: StoredReport, now: Date): Report => ({
  ...stored,
  gaps: reportGaps(stored.body, now),
})

/** All reports, newest first: dates and the number of gaps, counted without reading a word. */
export const readReportList = (vault: ReadVault, now: Date): ReportListed[] =>
  vault
    .select()
    .from(reports)
    .orderBy(desc(reports.createdAt))
    .all()
    .map(({ id, state, createdAt, changedAt, asksAt, body }) => {
      const answers = answersIn(body)
      const learned = answerAt(answers, 'event.learnedAt')
      const learnedAt = learned.kind === 'known' ? Instant.safeParse(learned.value).data : undefined
      return {
        id,
        state,
        createdAt,
        changedAt,
        asksAt,
        gapCount: reportGaps(answers, now).length,
        learnedAt: learnedAt ?? createdAt,
      }
    })

/** One report, or null. */
export const readReport = (vault: ReadVault, id: ReportId): StoredReport | null => {
  const row = vault.select().from(reports).where(eq(reports.id, id)).get()
  return row ? storedOf(row) : null
}

/** Dates of all reports, newest first, for the page What is kept. */
export const readReportDates = (vault: ReadVault): { id: ReportId; createdAt: Instant; asksAt: Instant }[] =>
  vault
    .select({ id: reports.id, createdAt: reports.createdAt, asksAt: reports.asksAt })
    .from(reports)
    .orderBy(desc(reports.createdAt))
    .all()

/**
 * Writes a report, new or changed, and reads it back. What could not be shown afterwards is not written.
 *
 * @throws ZodError when it would not read back as a report; the write is then undone with its transaction.
 */
export const writeReport = (vault: WriteVault, report: StoredReport, now: Date): Report => {
  const { id, ...values } = report
  const row = vault
    .insert(reports)
    .values({ id, ...values })
    .onConflictDoUpdate({ target: reports.id, set: values })
    .returning()
    .get()
  return Report.parse(withGaps(storedOf(row), now))
}

/** Sets when a report asks to be kept; false when there is no such report. */
export const writeAsksAt = (vault: WriteVault, id: ReportId, asksAt: Instant): boolean =>
  vault.update(reports).set({ asksAt }).where(eq(reports.id, id)).run().changes > 0

/** Takes a report out and answers its body as it was stored; null when there is none. */
export const removeReport = (vault: WriteVault, id: ReportId): { body: unknown } | null =>
  vault.delete(reports).where(eq(reports.id, id)).returning({ body: reports.body }).get() ?? null

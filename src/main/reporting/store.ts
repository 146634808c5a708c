/** @file The SQL of reports. What is about a person is in the body alone. */
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { Instant, type ReportId } from '../../contract/primitives'
import { type HoursNamed, reportClock } from '../../contract/report-clock'
import { isTakenBy, numberOf, type Seal, type SealedRecord } from '../../contract/report-handing'
import { answerAt, reportGaps } from '../../contract/report-reading'
import { Report, ReportListed } from '../../contract/reporting'
import { instantAt } from '../last-instant'
import { listOf, ReadBackError, soundRows } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { readHandOvers } from './sealed-store'
import { answersIn, readStoredBody } from './stored-body'
import { reports } from './tables'

/** A report as it is stored: what depends on the time of asking, or stands in other tables, is not in it. */
export type StoredReport = Omit<Report, 'gaps' | 'times' | 'seal'> & {
  knownBy: Instant
  /** The sealed record as it lies there; null while it is a draft. */
  record: string | null
}

/** The moment of asking, as the vault judges it. */
export interface Asking {
  now: Date
  /** An instant that has passed, whatever the clock says (`VaultAccess.dueBefore`). */
  passed: Date
  isTrusted: boolean
}

/** The answers in a row's `body`, which a sealed report holds inside its record. */
export const answersOfRow = (state: Report['state'], body: unknown): unknown =>
  state === 'sealed' && typeof body === 'object' && body !== null ? Reflect.get(body, 'answers') : body

/** The bytes of `body` as they lie there, which its hash is of. */
const rawBody = sql<string>`${reports.body}`

/** Null where its answers cannot be read. */
const storedOf = (
  { knownBy, body: stored, ...row }: typeof reports.$inferSelect,
  raw: string,
): StoredReport | null => {
  const body = readStoredBody(answersOfRow(row.state, stored))
  if (body === null) return null
  return {
    ...row,
    body,
    knownBy: knownBy ?? row.createdAt,
    record: row.state === 'sealed' ? raw : null,
  }
}

/** What is known of time. A clock in doubt is held against the report, for this answer only: early, never late. */
const timesAt = (knownBy: Instant, { now, passed, isTrusted }: Asking): Report['times'] => {
  const nowAt = instantAt(now.getTime())
  const passedAt = instantAt(Math.max(now.getTime(), passed.getTime()))
  return { knownBy: knownBy < nowAt ? knownBy : nowAt, passedAt, isTrusted }
}

/** A report as the console sees it, with what is open in it now. */
export const asAnswered = (report: StoredReport, asking: Asking, seal: Seal | null): Report => {
  const { knownBy, record: _, ...stored } = report
  return { ...stored, gaps: reportGaps(stored.body, asking.now), times: timesAt(knownBy, asking), seal }
}

/** A report in the list; null where its dates are none, as no clock can be counted from them. */
const listedOf = (
  vault: ReadVault,
  { id, state, createdAt, changedAt, asksAt, body, charterId, knownBy }: typeof reports.$inferSelect,
  asking: Asking,
  rulesOf: (charterId: string) => readonly HoursNamed[],
): ReportListed | null => {
  if (!Instant.safeParse(knownBy ?? createdAt).success) return null
  const stored = answersOfRow(state, body)
  const isReadable = readStoredBody(stored) !== null
  const answers = answersIn(stored)
  const times = timesAt(knownBy ?? createdAt, asking)
  const learned = answerAt(answers, 'event.learnedAt')
  const learnedAt = learned.kind === 'known' ? Instant.safeParse(learned.value).data : undefined
  return {
    id,
    ...(isReadable ? {} : { isUnreadable: true }),
    state,
    createdAt,
    changedAt,
    asksAt,
    times,
    gapCount: reportGaps(answers, asking.now).length,
    learnedAt: learnedAt ?? createdAt,
    dueAt: reportClock(answers, times, rulesOf(charterId)).earliestAt,
    isTaken: state === 'sealed' && readHandOvers(vault, numberOf(id)).some(isTakenBy),
  }
}

/**
 * All reports that read back, newest first: dates and the number of gaps, counted without reading a word.
 *
 * @param rulesOf - the rules of a charter; none where its pack is not installed.
 */
export const readReportList = (
  vault: ReadVault,
  asking: Asking,
  rulesOf: (charterId: string) => readonly HoursNamed[],
): ReportListed[] =>
  soundRows(
    ReportListed,
    vault
      .select()
      .from(reports)
      .orderBy(desc(reports.createdAt))
      .all()
      .map((row) => listedOf(vault, row, asking, rulesOf)),
  )

/** Reports whose dates are none: no clock can be counted from them, and the list leaves them out. */
export const reportList = listOf('reports', ReportListed, (vault, now) =>
  vault
    .select()
    .from(reports)
    .all()
    .map((row) => ({
      id: row.id,
      answered: listedOf(vault, row, { now, passed: now, isTrusted: true }, () => []),
    })),
)

/** One report; null where there is none, or where it cannot be read: it is not shown as empty, and not written over. */
export const readReport = (vault: ReadVault, id: ReportId): StoredReport | null => {
  const found = vault.select({ row: reports, raw: rawBody }).from(reports).where(eq(reports.id, id)).get()
  return found ? storedOf(found.row, found.raw) : null
}

/** Dates of all reports, newest first, for the page What is kept. */
export const readReportDates = (
  vault: ReadVault,
): { id: ReportId; state: Report['state']; createdAt: Instant; asksAt: Instant }[] =>
  vault
    .select({ id: reports.id, state: reports.state, createdAt: reports.createdAt, asksAt: reports.asksAt })
    .from(reports)
    .orderBy(desc(reports.createdAt))
    .all()

/**
 * Writes a draft, new or changed, and reads it back. What could not be shown afterwards is not written.
 *
 * @throws ZodError, ReadBackError when it would not read back as a report; the write is then undone with its transaction.
 */
export const writeReport = (vault: WriteVault, report: StoredReport, asking: Asking): Report => {
  const { id, record: _, ...values } = report
  const row = vault
    .insert(reports)
    .values({ id, ...values })
    .onConflictDoUpdate({ target: reports.id, set: values })
    .returning()
    .get()
  const written = storedOf(row, '')
  if (written === null) throw new ReadBackError('Would not read back as a report.')
  return Report.parse(asAnswered(written, asking, null))
}

/** Makes a draft a sealed report: from here on nothing but the day it asks on can be changed. */
export const writeSealedRecord = (
  vault: WriteVault,
  id: ReportId,
  record: SealedRecord,
  dates: Pick<Report, 'changedAt' | 'asksAt'>,
): void => {
  vault
    .update(reports)
    .set({ state: 'sealed', body: record, ...dates })
    .where(eq(reports.id, id))
    .run()
}

const knownLaterThan = (nowAt: Instant) =>
  and(eq(reports.state, 'draft'), gt(sql`coalesce(${reports.knownBy}, ${reports.createdAt})`, nowAt))

/**
 * Notes that drafts were there by now, where what is stored says later: they were begun on a clock that ran ahead.
 *
 * @returns how many it was noted of.
 */
export const writeKnownBy = (vault: WriteVault, nowAt: Instant): number =>
  vault.update(reports).set({ knownBy: nowAt }).where(knownLaterThan(nowAt)).run().changes

/** Whether there are reports of which it is not noted yet that they were there by now. */
export const isKnownLater = (vault: ReadVault, nowAt: Instant): boolean =>
  vault.select({ id: reports.id }).from(reports).where(knownLaterThan(nowAt)).limit(1).get() !== undefined

/** Whether the report with a number is here still: its id begins with it. */
export const hasReport = (vault: ReadVault, number: string): boolean =>
  vault
    .select({ id: reports.id })
    .from(reports)
    .where(eq(sql`upper(substr(${reports.id}, 1, 13))`, number))
    .get() !== undefined

/** Whether there is a sealed report of this id, readable or not. */
export const isSealedReport = (vault: ReadVault, id: string): boolean =>
  vault.select({ state: reports.state }).from(reports).where(sql`${reports.id} = ${id}`).get()?.state ===
  'sealed'

/** Sets when a report asks to be kept; false when there is no such report. */
export const writeAsksAt = (vault: WriteVault, id: ReportId, asksAt: Instant): boolean =>
  vault.update(reports).set({ asksAt }).where(eq(reports.id, id)).run().changes > 0

/** Takes a report out and answers it as it was stored; null when there is none. */
export const removeReport = (
  vault: WriteVault,
  id: ReportId,
): { state: Report['state']; body: unknown } | null =>
  vault
    .delete(reports)
    .where(eq(reports.id, id))
    .returning({ state: reports.state, body: reports.body })
    .get() ?? null

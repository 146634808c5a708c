/** @file The SQL of what a sealed report has beside its record: addenda, receipt, hand-overs. */
import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Instant, ReportId } from '../../contract/primitives'
import { HandOver, type Receipt, type ReportNumber } from '../../contract/report-handing'
import { soundRows } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { reportAddenda, reportHandOvers, reportReceipts } from './tables'

/** The order in which rows were written, whatever the clock did meanwhile. */
const inOrder = sql`rowid`

/** A receipt as it is stored, without its hand-overs. */
export type ReceiptRow = typeof reportReceipts.$inferSelect

/** The hand-overs of a report, in the order in which they were noted. */
export const readHandOvers = (vault: ReadVault, number: ReportNumber): HandOver[] =>
  soundRows(
    HandOver,
    vault
      .select({
        recipient: reportHandOvers.recipient,
        agency: reportHandOvers.agency,
        method: reportHandOvers.method,
        handedAt: reportHandOvers.handedAt,
        outcome: reportHandOvers.outcome,
        reference: reportHandOvers.reference,
        notedAt: reportHandOvers.notedAt,
      })
      .from(reportHandOvers)
      .where(eq(reportHandOvers.number, number))
      .orderBy(asc(inOrder))
      .all(),
  )

/** Adds to the log. */
export const writeHandOver = (vault: WriteVault, number: ReportNumber, handOver: HandOver): void => {
  vault
    .insert(reportHandOvers)
    .values({ id: randomUUID(), number, ...handOver })
    .run()
}

/** One receipt, or null. */
export const readReceiptRow = (vault: ReadVault, number: ReportNumber): ReceiptRow | null =>
  vault.select().from(reportReceipts).where(eq(reportReceipts.number, number)).get() ?? null

/** All receipts, newest first. */
export const readReceiptRows = (vault: ReadVault): ReceiptRow[] =>
  vault.select().from(reportReceipts).orderBy(desc(reportReceipts.sealedAt)).all()

/** Begins a receipt. */
export const writeReceipt = (vault: WriteVault, receipt: ReceiptRow): void => {
  vault.insert(reportReceipts).values(receipt).run()
}

/** Changes what may be changed of a receipt; false when there is none. */
export const updateReceipt = (
  vault: WriteVault,
  number: ReportNumber,
  change: Partial<Pick<ReceiptRow, 'addenda' | 'heldSince' | 'shreddedAt' | 'asksAt'>>,
): boolean =>
  vault.update(reportReceipts).set(change).where(eq(reportReceipts.number, number)).run().changes > 0

/** Takes a receipt out with its hand-overs; answers their words, or null when there is none. */
export const removeReceipt = (vault: WriteVault, number: ReportNumber): string[] | null => {
  const receipt = vault.delete(reportReceipts).where(eq(reportReceipts.number, number)).returning().get()
  if (!receipt) return null
  const handOvers = vault.delete(reportHandOvers).where(eq(reportHandOvers.number, number)).returning().all()
  return [
    receipt.sealedSha256,
    ...receipt.addenda.map(({ sha256 }: Receipt['addenda'][number]) => sha256),
    ...handOvers.flatMap(({ id, agency, reference }) => [id, agency, ...(reference ? [reference] : [])]),
  ]
}

/** What was added to a report, in its order. */
export const readAddenda = (
  vault: ReadVault,
  reportId: ReportId,
): { id: string; writtenAt: Instant; words: string }[] =>
  vault
    .select()
    .from(reportAddenda)
    .where(and(eq(reportAddenda.reportId, reportId), isNotNull(reportAddenda.writtenAt)))
    .orderBy(asc(inOrder))
    .all()
    .flatMap(({ id, writtenAt, words }) => (writtenAt === null ? [] : [{ id, writtenAt, words }]))

const draftOf = (reportId: ReportId) =>
  and(eq(reportAddenda.reportId, reportId), isNull(reportAddenda.writtenAt))

/** The addendum that is being written; empty for none. */
export const readAddendumDraft = (vault: ReadVault, reportId: ReportId): string =>
  vault.select({ words: reportAddenda.words }).from(reportAddenda).where(draftOf(reportId)).get()?.words ?? ''

/** Stores the addendum that is being written, in the place of what was there; empty words take it away. */
export const writeAddendumDraft = (vault: WriteVault, reportId: ReportId, words: string): void => {
  vault.delete(reportAddenda).where(draftOf(reportId)).run()
  if (words.trim() === '') return
  vault.insert(reportAddenda).values({ id: randomUUID(), reportId, words, writtenAt: null }).run()
}

/** Adds to a report, for good, and takes away what was being written. */
export const writeAddendum = (
  vault: WriteVault,
  reportId: ReportId,
  words: string,
  writtenAt: Instant,
): void => {
  vault.delete(reportAddenda).where(draftOf(reportId)).run()
  vault.insert(reportAddenda).values({ id: randomUUID(), reportId, words, writtenAt }).run()
}

/** Takes out all that was added to a report that is gone; answers ids and words. */
export const removeAddenda = (vault: WriteVault, reportId: ReportId): { id: string; words: string }[] =>
  vault
    .delete(reportAddenda)
    .where(eq(reportAddenda.reportId, reportId))
    .returning({ id: reportAddenda.id, words: reportAddenda.words })
    .all()

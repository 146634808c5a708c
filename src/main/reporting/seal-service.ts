/**
 * @file From a draft to a sealed report, and what may come after: addenda, hand-overs, a hold. Each act is one
 * transaction: killed in the middle, it has not happened.
 */

import type { Instant, ReportId } from '../../contract/primitives'
import { type HoursNamed, reportClock } from '../../contract/report-clock'
import {
  type HandOverNote,
  numberOf,
  Receipt,
  type ReportNumber,
  type Seal,
} from '../../contract/report-handing'
import { hasNameOf } from '../../contract/report-names'
import type { Report } from '../../contract/reporting'
import { instantAt, latestOf } from '../last-instant'
import { listOf, ReadBackError } from '../read-back'
import { Refusal } from '../refusal'
import type { ReadVault, WriteVault } from '../vault/handles'
import {
  type ReceiptRow,
  readAddenda,
  readAddendumDraft,
  readHandOvers,
  readReceiptRow,
  readReceiptRows,
  updateReceipt,
  writeAddendum,
  writeAddendumDraft,
  writeHandOver,
  writeReceipt,
} from './sealed-store'
import { addendumSha256, receiptOf, sealedRecordOf, sha256Of, shredHoldsOf } from './sealing'
import { type Asking, asAnswered, readReport, type StoredReport, writeSealedRecord } from './store'

const DAY_MS = 86_400_000
/** A sealed report asks whether to be kept this long after its seal, and again after each answer. Our default. */
export const SEALED_ASKS_AFTER_MS = 30 * DAY_MS
/** A receipt asks after ten years, as long as the record of a session is kept (3,660 days). Our default. */
const RECEIPT_ASKS_AFTER_MS = 3660 * DAY_MS

/** When an act happens, as well as it is known: on a clock in doubt, the latest instant that is known to have passed. */
const momentOf = ({ now, passed, isTrusted }: Asking): Instant =>
  instantAt((isTrusted ? now : passed).getTime())

/** What the acts need to know. */
export interface SealContext {
  /** Of a charter's pack; null where it is not installed. */
  mayBeShredded(charterId: string): boolean | null
  rulesOf: (charterId: string) => readonly HoursNamed[]
}

const StoredAddenda = Receipt.shape.addenda

/** Null where it does not read back. */
const receiptFrom = (vault: ReadVault, row: ReceiptRow): Receipt | null =>
  receiptOf({
    number: row.number,
    sealedSha256: row.sealedSha256,
    learnedAt: row.learnedAt,
    sealedAt: row.sealedAt,
    charter: { id: row.charterId, version: row.charterVersion },
    addenda: row.addenda,
    handOvers: readHandOvers(vault, row.number),
    shreddedAt: row.shreddedAt,
  })

/** The receipt of a sealed report: they are written together, and a receipt goes after its report. */
const receiptRowOf = (vault: ReadVault, number: ReportNumber): ReceiptRow => {
  const row = readReceiptRow(vault, number)
  if (row === null) throw new ReadBackError('A sealed report has no receipt.')
  return row
}

/** Null where it does not read back, whatever its row holds. */
const soundReceipt = (vault: ReadVault, row: ReceiptRow): Receipt | null =>
  StoredAddenda.safeParse(row.addenda).success ? receiptFrom(vault, row) : null

/** All receipts that read back, newest first. */
export const allReceipts = (vault: ReadVault): Receipt[] =>
  readReceiptRows(vault).flatMap((row) => soundReceipt(vault, row) ?? [])

/** Receipts as they are listed, and those that the list leaves out. */
export const receiptList = listOf('receipts', Receipt, (vault) =>
  readReceiptRows(vault).map((row) => ({ id: row.number, answered: soundReceipt(vault, row) })),
)

/** What a sealed report has beside its answers; null for a draft. */
export const sealOf = (vault: ReadVault, stored: StoredReport, context: SealContext): Seal | null => {
  if (stored.record === null) return null
  const row = receiptRowOf(vault, numberOf(stored.id))
  const receipt = receiptFrom(vault, row)
  if (receipt === null) throw new ReadBackError('The receipt of a sealed report does not read back.')
  return {
    sealedAt: row.sealedAt,
    record: stored.record,
    sha256: row.sealedSha256,
    addenda: readAddenda(vault, stored.id).map((one) => ({
      ...one,
      sha256: addendumSha256(row.number, one.writtenAt, one.words),
    })),
    addendumDraft: readAddendumDraft(vault, stored.id),
    heldSince: row.heldSince,
    receipt,
    shredHolds: shredHoldsOf(receipt.handOvers, row.heldSince, context.mayBeShredded(stored.charterId)),
  }
}

/** A report with all that is stored of it. */
export const answered = (
  vault: ReadVault,
  stored: StoredReport,
  asking: Asking,
  context: SealContext,
): Report => asAnswered(stored, asking, sealOf(vault, stored, context))

/** A report by its id. @throws Refusal NOT_FOUND */
export const found = (vault: ReadVault, reportId: ReportId): StoredReport => {
  const report = readReport(vault, reportId)
  if (!report) throw Refusal.of('NOT_FOUND')
  return report
}

/** A draft by its id. @throws Refusal NOT_FOUND, SEALED */
export const foundDraft = (vault: ReadVault, reportId: ReportId): StoredReport => {
  const report = found(vault, reportId)
  if (report.state === 'sealed') throw Refusal.of('SEALED')
  return report
}

/** A sealed report by its id. @throws Refusal NOT_FOUND, NOT_SEALED */
const foundSealed = (vault: ReadVault, reportId: ReportId): StoredReport => {
  const report = found(vault, reportId)
  if (report.state !== 'sealed') throw Refusal.of('NOT_SEALED')
  return report
}

/**
 * Makes a draft final. Gaps do not stand in the way. Asked again, it changes nothing.
 *
 * @param changedAt - of the draft as it was shown.
 * @throws Refusal NOT_FOUND, NOT_AS_SHOWN
 */
export const sealReport = (
  vault: WriteVault,
  reportId: ReportId,
  changedAt: Instant,
  { asking, context }: { asking: Asking; context: SealContext },
): void => {
  const draft = found(vault, reportId)
  if (draft.state === 'sealed') return
  if (draft.changedAt !== changedAt) throw Refusal.of('NOT_AS_SHOWN')
  const nowMs = asking.now.getTime()
  // Nothing is dated before what it follows, whatever the clock does.
  const sealedAt = latestOf(momentOf(asking), draft.knownBy)
  // A receipt stays: it counts from what is stored, never from a clock in doubt.
  const clock = reportClock(draft.body, draft, context.rulesOf(draft.charterId))
  const record = sealedRecordOf(draft, sealedAt)
  const sealedSha256 = sha256Of(JSON.stringify(record))
  writeSealedRecord(vault, reportId, record, {
    changedAt: sealedAt,
    asksAt: instantAt(nowMs + SEALED_ASKS_AFTER_MS),
  })
  writeReceipt(vault, {
    number: numberOf(reportId),
    sealedSha256,
    learnedAt: clock.startsAt,
    sealedAt,
    charterId: draft.charterId,
    charterVersion: draft.charterVersion,
    addenda: [],
    heldSince: null,
    shreddedAt: null,
    asksAt: instantAt(nowMs + RECEIPT_ASKS_AFTER_MS),
  })
  // What lies there now is what the hash is of.
  const sealed = found(vault, reportId)
  if (sealed.record === null || sha256Of(sealed.record) !== sealedSha256) {
    throw new ReadBackError('Would not read back as it was sealed.')
  }
}

/** Stores the addendum that is being written. @throws Refusal NOT_FOUND, NOT_SEALED */
export const saveAddendumDraft = (vault: WriteVault, reportId: ReportId, words: string): void => {
  writeAddendumDraft(vault, foundSealed(vault, reportId).id, words)
}

/** Adds to a sealed report, for good. @throws Refusal NOT_FOUND, NOT_SEALED */
export const addAddendum = (vault: WriteVault, reportId: ReportId, words: string, asking: Asking): void => {
  const { id } = foundSealed(vault, reportId)
  const number = numberOf(id)
  const before = readAddenda(vault, id).map(({ writtenAt }) => writtenAt)
  const writtenAt = latestOf(momentOf(asking), receiptRowOf(vault, number).sealedAt, ...before)
  writeAddendum(vault, id, words, writtenAt)
  const addenda = readAddenda(vault, id).map((one) => ({
    writtenAt: one.writtenAt,
    sha256: addendumSha256(number, one.writtenAt, one.words),
  }))
  updateReceipt(vault, number, { addenda })
}

/**
 * Notes to whom a sealed report was given.
 *
 * @throws Refusal NOT_FOUND, NOT_SEALED, IN_THE_FUTURE, NAME_IN_IT
 */
export const noteHandOver = (
  vault: WriteVault,
  reportId: ReportId,
  { handOver, isSaidNoName }: { handOver: HandOverNote; isSaidNoName: boolean },
  asking: Asking,
): void => {
  const { id, body } = foundSealed(vault, reportId)
  const passedAt = instantAt(Math.max(asking.now.getTime(), asking.passed.getTime()))
  if (handOver.handedAt > passedAt) throw Refusal.of('IN_THE_FUTURE')
  const lines = [handOver.agency, handOver.reference ?? '']
  if (!isSaidNoName && lines.some((line) => hasNameOf(body, line))) throw Refusal.of('NAME_IN_IT')
  const number = numberOf(id)
  const notedAt = latestOf(momentOf(asking), receiptRowOf(vault, number).sealedAt, handOver.handedAt)
  writeHandOver(vault, number, { ...handOver, notedAt })
}

/** Notes a legal hold, or that it has ended. @throws Refusal NOT_FOUND, NOT_SEALED */
export const noteHold = (vault: WriteVault, reportId: ReportId, isHeld: boolean, asking: Asking): void => {
  const number = numberOf(foundSealed(vault, reportId).id)
  const { heldSince, sealedAt } = receiptRowOf(vault, number)
  const since = heldSince ?? latestOf(momentOf(asking), sealedAt)
  updateReceipt(vault, number, { heldSince: isHeld ? since : null })
}

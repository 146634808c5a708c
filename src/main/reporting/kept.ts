/** @file What reporting tells the vault of what it keeps: drafts, sealed reports, and the receipts that stay. */
import { ReportId } from '../../contract/primitives'
import { reportRecord } from '../../contract/report-fields'
import { numberOf, ReportNumber } from '../../contract/report-handing'
import { ReportBody } from '../../contract/reporting'
import { piecesOf, recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { localDay } from '../local-day'
import type { ReadVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { SEALED_ASKS_AFTER_MS, type SealContext, sealOf } from './seal-service'
import { readReceiptRow, readReceiptRows, removeAddenda, removeReceipt, updateReceipt } from './sealed-store'
import { answersOfRow, hasReport, readReport, readReportDates, removeReport, writeAsksAt } from './store'
import { answersIn } from './stored-body'

const DAY_MS = 86_400_000
/** A draft asks whether to be kept this long after its last change, in milliseconds: seven days. */
export const ASKS_AFTER_MS = 7 * DAY_MS
/** A receipt that is kept longer asks again a year later. */
const RECEIPT_ASKS_AGAIN_MS = 365 * DAY_MS

/** Whether a sealed report may not go by hand. A draft may, and so may one that cannot be read any more. */
const isHeld = (vault: ReadVault, id: string, context: SealContext): boolean => {
  const reportId = ReportId.safeParse(id)
  if (!reportId.success) return false
  try {
    const stored = readReport(vault, reportId.data)
    return stored !== null && (sealOf(vault, stored, context)?.shredHolds.length ?? 0) > 0
  } catch {
    return false
  }
}

/** Reports: a draft asks to go at its day, a sealed one too, and goes only when nothing holds it. */
export const reportsKept = (needs: { clock: Clock; context: SealContext }): KeptKindDescriptor => ({
  kind: 'reports',
  tables: ['reports', 'report_addenda'],
  canForget: true,
  list: (vault, now) =>
    readReportDates(vault).map(({ id, state, createdAt, asksAt }) => ({
      id,
      label: localDay(createdAt),
      keptSince: createdAt,
      keptUntil: asksAt,
      isAskingToGo: Date.parse(asksAt) <= now.getTime(),
      ...(state === 'sealed' ? { longerDays: SEALED_ASKS_AFTER_MS / DAY_MS } : {}),
    })),
  isHeld: (vault, id) => isHeld(vault, id, needs.context),
  forget: (vault, id) => {
    const reportId = ReportId.safeParse(id)
    const removed = reportId.success ? removeReport(vault, reportId.data) : null
    if (removed === null || !reportId.success) return null
    const addenda = removeAddenda(vault, reportId.data)
    if (removed.state === 'sealed') {
      updateReceipt(vault, numberOf(reportId.data), { shreddedAt: instantAt(needs.clock.now().getTime()) })
    }
    // What is no report has no texts to look for.
    const body = ReportBody.safeParse(answersIn(answersOfRow(removed.state, removed.body))).data
    return [
      id,
      ...(body ? recordProof(reportRecord, body, [written.inJson]) : []),
      ...addenda.flatMap(({ id: addendumId, words }) => [addendumId, ...piecesOf(words)]),
    ]
  },
  countDue: () => 0,
  enforceEnd: () => {},
  keepLonger: (vault, id, now) => {
    const reportId = ReportId.safeParse(id)
    if (!reportId.success) return false
    const isSealed = readReceiptRow(vault, numberOf(reportId.data)) !== null
    const askAfterMs = isSealed ? SEALED_ASKS_AFTER_MS : ASKS_AFTER_MS
    return writeAsksAt(vault, reportId.data, instantAt(now.getTime() + askAfterMs))
  },
})

/** Receipts: numbers, instants, hashes and agencies. One goes only after its report has gone. */
export const receiptsKept = (): KeptKindDescriptor => ({
  kind: 'receipts',
  tables: ['report_receipts', 'report_hand_overs'],
  canForget: true,
  list: (vault, now) =>
    readReceiptRows(vault).map(({ number, sealedAt, asksAt }) => ({
      id: number,
      label: localDay(sealedAt),
      keptSince: sealedAt,
      keptUntil: asksAt,
      isAskingToGo: Date.parse(asksAt) <= now.getTime(),
      longerDays: RECEIPT_ASKS_AGAIN_MS / DAY_MS,
    })),
  isHeld: (vault, id) => hasReport(vault, id),
  forget: (vault, id) => {
    const number = ReportNumber.safeParse(id)
    // Put back from a backup beside its report, it stays with it.
    if (!number.success || hasReport(vault, number.data)) return null
    const words = removeReceipt(vault, number.data)
    return words === null ? null : [id, ...words]
  },
  countDue: () => 0,
  enforceEnd: () => {},
  keepLonger: (vault, id, now) => {
    const number = ReportNumber.safeParse(id)
    const asksAt = instantAt(now.getTime() + RECEIPT_ASKS_AGAIN_MS)
    return number.success && updateReceipt(vault, number.data, { asksAt })
  },
})

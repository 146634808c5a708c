/** @file What reporting tells the vault of what it keeps: drafts, sealed reports, and the receipts that stay. */
import { ReportId } from '../../contract/primitives'
import { reportRecord } from '../../contract/report-fields'
import { numberOf, ReportNumber } from '../../contract/report-handing'
import { piecesOf, recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { keptDay } from '../kept-date'
import { instantAt, latestOf } from '../last-instant'
import { keptEntry } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { receiptList, SEALED_ASKS_AFTER_MS, type SealContext } from './seal-service'
import {
  readHandOvers,
  readReceiptRow,
  readReceiptRows,
  removeAddenda,
  removeReceipt,
  updateReceipt,
} from './sealed-store'
import { shredHoldsOf } from './sealing'
import {
  answersOfRow,
  hasReport,
  readReport,
  readReportDates,
  removeReport,
  reportList,
  writeAsksAt,
} from './store'
import { readStoredBody } from './stored-body'

const DAY_MS = 86_400_000
/** A draft asks whether to be kept this long after its last change, in milliseconds: seven days. */
export const ASKS_AFTER_MS = 7 * DAY_MS
/** A receipt that is kept longer asks again a year later. */
const RECEIPT_ASKS_AGAIN_MS = 365 * DAY_MS

const isReadable = (vault: ReadVault, id: ReportId): boolean => readReport(vault, id) !== null

/**
 * Whether a sealed report may not go by hand; a draft, which has no receipt, may. One that cannot be read any more goes
 * without an authority, as it cannot be given to any; a legal hold and its charter keep it all the same.
 */
const isHeld = (vault: ReadVault, id: string, context: SealContext): boolean => {
  const reportId = ReportId.safeParse(id)
  if (!reportId.success) return false
  const number = numberOf(reportId.data)
  const receipt = readReceiptRow(vault, number)
  if (receipt === null) return false
  const holds = shredHoldsOf(
    readHandOvers(vault, number),
    receipt.heldSince,
    context.mayBeShredded(receipt.charterId),
  )
  return holds.some((hold) => hold !== 'notTaken' || isReadable(vault, reportId.data))
}

/** A report is not shredded before anything that its receipt says of it, whatever the clock does. */
const noteShredded = (vault: WriteVault, number: ReportNumber, now: Date): void => {
  const receipt = readReceiptRow(vault, number)
  if (receipt === null) return
  const before = [
    ...receipt.addenda.map(({ writtenAt }) => writtenAt),
    ...readHandOvers(vault, number).map(({ notedAt }) => notedAt),
  ]
  const shreddedAt = latestOf(instantAt(now.getTime()), receipt.sealedAt, ...before)
  updateReceipt(vault, number, { shreddedAt })
}

/** Reports: a draft asks to go at its day, a sealed one too, and goes only when nothing holds it. */
export const reportsKept = (needs: { clock: Clock; context: SealContext }): KeptKindDescriptor => ({
  kind: 'reports',
  tables: ['reports', 'report_addenda'],
  lists: [reportList],
  canForget: true,
  list: (vault, now) =>
    readReportDates(vault).map((row) =>
      keptEntry(row, () => ({
        id: row.id,
        label: '',
        date: keptDay(row.createdAt),
        ...(isReadable(vault, row.id) ? {} : { isDamaged: true }),
        keptSince: row.createdAt,
        keptUntil: row.asksAt,
        isAskingToGo: Date.parse(row.asksAt) <= now.getTime(),
        ...(row.state === 'sealed' ? { longerDays: SEALED_ASKS_AFTER_MS / DAY_MS } : {}),
      })),
    ),
  isHeld: (vault, id) => isHeld(vault, id, needs.context),
  forget: (vault, id) => {
    const reportId = ReportId.safeParse(id)
    const removed = reportId.success ? removeReport(vault, reportId.data) : null
    if (removed === null || !reportId.success) return null
    const addenda = removeAddenda(vault, reportId.data)
    if (removed.state === 'sealed') {
      noteShredded(vault, numberOf(reportId.data), needs.clock.now())
    }
    // What is no report has no texts to look for.
    const body = readStoredBody(answersOfRow(removed.state, removed.body))
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
  lists: [receiptList],
  canForget: true,
  list: (vault, now) =>
    readReceiptRows(vault).map(({ number, sealedAt, asksAt }) =>
      keptEntry({ id: number, createdAt: sealedAt }, () => ({
        id: number,
        label: '',
        date: keptDay(sealedAt),
        keptSince: sealedAt,
        keptUntil: asksAt,
        isAskingToGo: Date.parse(asksAt) <= now.getTime(),
        longerDays: RECEIPT_ASKS_AGAIN_MS / DAY_MS,
      })),
    ),
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

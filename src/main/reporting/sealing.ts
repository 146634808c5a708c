/** @file What is sealed of a report, its hash, and the receipt that is made of what is known. Pure. */
import { createHash } from 'node:crypto'
import type { Instant } from '../../contract/primitives'
import { type ReportBody, reportRecord } from '../../contract/report-fields'
import {
  addendumLine,
  type HandOver,
  isTakenBy,
  numberOf,
  RECEIPT_FORMAT,
  Receipt,
  SEALED_FORMAT,
  SealedRecord,
  type ShredHold,
} from '../../contract/report-handing'
import type { StoredReport } from './store'

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A value without anything that was set aside in it. */
const withoutSetAside = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSetAside)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'setAside' ? null : withoutSetAside(part)]),
  )
}

/** The answers as they are sealed: blank rows and what was set aside are not among them. */
const sealedAnswers = (body: ReportBody): ReportBody =>
  reportRecord.schema.parse(withoutSetAside(reportRecord.tidy(body)))

/** What is sealed of a draft. `startedAt`: it was there by then; one begun on a fast clock, as it was first seen on a right one. */
export const sealedRecordOf = (
  { id, charterId, charterVersion, knownBy, body }: StoredReport,
  sealedAt: Instant,
): SealedRecord =>
  SealedRecord.parse({
    holdspaceReport: SEALED_FORMAT,
    number: numberOf(id),
    charter: { id: charterId, version: charterVersion },
    startedAt: knownBy,
    sealedAt,
    answers: sealedAnswers(body),
  })

/** What a receipt is made of. */
export type ReceiptFacts = Omit<Receipt, 'holdspaceReceipt' | 'sum'>

/** The receipt, with its sum over everything that stands before it, in this order; null where it would not read back. */
export const receiptOf = (facts: ReceiptFacts): Receipt | null => {
  const { number, sealedSha256, learnedAt, sealedAt, charter, addenda, handOvers, shreddedAt } = facts
  const summed = {
    holdspaceReceipt: RECEIPT_FORMAT,
    number,
    sealedSha256,
    learnedAt,
    sealedAt,
    charter: { id: charter.id, version: charter.version },
    addenda: addenda.map(({ writtenAt, sha256 }) => ({ writtenAt, sha256 })),
    handOvers: handOvers.map(({ recipient, agency, method, handedAt, outcome, reference, notedAt }) => ({
      recipient,
      agency,
      method,
      handedAt,
      outcome,
      reference,
      notedAt,
    })),
    shreddedAt,
  }
  return Receipt.safeParse({ ...summed, sum: sha256Of(JSON.stringify(summed)) }).data ?? null
}

/** Hash of an addendum: of its line, as it leaves with the record. */
export const addendumSha256 = (number: string, writtenAt: Instant, words: string): string =>
  sha256Of(addendumLine(number, writtenAt, words))

/**
 * Why a sealed report may not be shredded; empty: it may.
 *
 * @param mayBeShredded - what its charter says; null where its pack is not installed.
 */
export const shredHoldsOf = (
  handOvers: readonly HandOver[],
  heldSince: Instant | null,
  mayBeShredded: boolean | null,
): ShredHold[] => [
  ...(handOvers.some(isTakenBy) ? [] : (['notTaken'] as const)),
  ...(heldSince === null ? [] : (['legalHold'] as const)),
  ...(mayBeShredded === false ? (['charterKeeps'] as const) : []),
  ...(mayBeShredded === null ? (['charterUnknown'] as const) : []),
]

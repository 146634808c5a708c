/**
 * @file A sealed report: what is sealed, its addenda, the log of who was given it
 * and its receipt. The receipt names nobody and tells nothing; docs/sealed-report.md says how it is verified.
 */
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import { Instant, line, PackId, type ReportId } from './primitives'
import { reportRecord } from './report-fields'

/** Format of a sealed record (docs/decisions/0009-sealed-report.md). */
export const SEALED_FORMAT = 1
/** Format of a receipt. */
export const RECEIPT_FORMAT = 1

/** Number of a report, as paper, receipt and agency have it: the beginning of its random id. */
export const ReportNumber = z.string().regex(/^[0-9A-F]{8}-[0-9A-F]{4}$/)
export type ReportNumber = z.infer<typeof ReportNumber>

/** The number of a report. */
export const numberOf = (reportId: ReportId): ReportNumber => reportId.slice(0, 13).toUpperCase()

/** SHA-256 in hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What is sealed, as one line of JSON: its hash is of exactly these bytes in UTF-8. */
export const SealedRecord = z.strictObject({
  holdspaceReport: z.literal(SEALED_FORMAT),
  number: ReportNumber,
  charter: z.strictObject({ id: PackId, version: CharterVersion }),
  startedAt: Instant,
  sealedAt: Instant,
  /** The answers without anything that was set aside. */
  answers: reportRecord.schema,
})
export type SealedRecord = z.infer<typeof SealedRecord>

/** Longest addendum, in UTF-16 units: as the longest box of the form. */
export const ADDENDUM_MAX = 8000

/** What is added to a sealed report: dated, and as final as the report. */
export const Addendum = z.strictObject({
  id: z.uuid({ version: 'v4' }),
  writtenAt: Instant,
  words: z.string().min(1).max(ADDENDUM_MAX),
  sha256: Sha256,
})
export type Addendum = z.infer<typeof Addendum>

/** An addendum as it leaves with the record: one line of JSON, of which its hash is. */
export const addendumLine = (number: ReportNumber, writtenAt: Instant, words: string): string =>
  JSON.stringify({ holdspaceAddendum: SEALED_FORMAT, number, writtenAt, words })

/** The sealed record and its addenda, a line each, as they end every file that a report is sealed into. */
export const sealedLines = (
  number: ReportNumber,
  { record, addenda }: { record: string; addenda: readonly Pick<Addendum, 'writtenAt' | 'words'>[] },
): string =>
  [record, ...addenda.map(({ writtenAt, words }) => addendumLine(number, writtenAt, words))]
    .map((one) => `${one}\n`)
    .join('')

/** Whom a report was given to. `organization` is the facilitator's own: telling it is never the report. */
export const Recipient = z.enum([
  'police',
  'childProtection',
  'adultProtection',
  'council',
  'hotline',
  'regulator',
  'otherAuthority',
  'organization',
])
export type Recipient = z.infer<typeof Recipient>

/** How it was given. */
export const HandOverMethod = z.enum(['phone', 'inPerson', 'webForm', 'email', 'post', 'file', 'other'])
/** What came of it. `acceptedEarlier`: they have it already under another reference. */
export const HandOverOutcome = z.enum([
  'accepted',
  'acceptedEarlier',
  'nothingFurther',
  'waiting',
  'sentOn',
  'noAnswer',
  'refused',
])
export type HandOverOutcome = z.infer<typeof HandOverOutcome>

/** One hand-over as it is noted: a role or an agency, never the name of a person in the report. */
export const HandOverNote = z.strictObject({
  recipient: Recipient,
  agency: line(120),
  method: HandOverMethod,
  handedAt: Instant,
  outcome: HandOverOutcome,
  /** The reference they gave; null: none. */
  reference: line(80).nullable(),
})
export type HandOverNote = z.infer<typeof HandOverNote>

/** One hand-over in the log, which only grows. */
export const HandOver = HandOverNote.extend({ notedAt: Instant })
export type HandOver = z.infer<typeof HandOver>

/** Whether an authority has taken the report by it. */
export const isTakenBy = ({ recipient, outcome }: Pick<HandOver, 'recipient' | 'outcome'>): boolean =>
  recipient !== 'organization' && ['accepted', 'acceptedEarlier', 'nothingFurther'].includes(outcome)

/** What is known of a sealed report without a name or a word of it. `sum`: SHA-256 of all that stands before it. */
export const Receipt = z.strictObject({
  holdspaceReceipt: z.literal(RECEIPT_FORMAT),
  number: ReportNumber,
  sealedSha256: Sha256,
  learnedAt: Instant,
  sealedAt: Instant,
  charter: z.strictObject({ id: PackId, version: CharterVersion }),
  addenda: z.array(z.strictObject({ writtenAt: Instant, sha256: Sha256 })),
  handOvers: z.array(HandOver),
  shreddedAt: Instant.nullable(),
  sum: Sha256,
})
export type Receipt = z.infer<typeof Receipt>

/** Why a sealed report may not be shredded. */
export const ShredHold = z.enum([
  /** No authority has taken it. */
  'notTaken',
  /** A legal hold is noted. */
  'legalHold',
  /** The charter keeps it. */
  'charterKeeps',
  /** The charter's pack is not installed: what it says is not known. */
  'charterUnknown',
])
export type ShredHold = z.infer<typeof ShredHold>

/** What a sealed report has beside its answers. */
export const Seal = z.strictObject({
  sealedAt: Instant,
  /** The record, one line of JSON, exactly as it is hashed. */
  record: z.string(),
  sha256: Sha256,
  addenda: z.array(Addendum),
  /** The addendum that is being written; empty for none. */
  addendumDraft: z.string().max(ADDENDUM_MAX),
  /** Since when a legal hold is noted. */
  heldSince: Instant.nullable(),
  receipt: Receipt,
  /** Why it may not be shredded; empty: it may. */
  shredHolds: z.array(ShredHold),
})
export type Seal = z.infer<typeof Seal>

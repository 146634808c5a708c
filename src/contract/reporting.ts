/**
 * @file Reporting: the mandated report, the only record about a person. Its questions are in report-fields.ts.
 *
 * Every identifying field is typed by the facilitator on purpose (promise 2's exception).
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import { Done, Instant, PackId, ReportId, unlockedErrors } from './primitives'
import { noKeyError, RecipientId } from './recipients'
import { Decision, DecisionNote } from './report-decisions'
import { reportRecord } from './report-fields'
import { ADDENDUM_MAX, HandOverNote, Receipt, Seal } from './report-handing'

export { PersonCategory } from './report-fields'

/** The answers of a report. */
export const ReportBody = reportRecord.schema
export type ReportBody = z.infer<typeof ReportBody>

/** What is known of time as a report is answered (`ReportTimes` in report-clock.ts). */
const ReportTimes = z.strictObject({ knownBy: Instant, passedAt: Instant, isTrusted: z.boolean() })

/** A report: a draft until it is sealed, which nothing undoes. */
export const Report = z.strictObject({
  id: ReportId,
  charterId: PackId,
  charterVersion: CharterVersion,
  state: z.enum(['draft', 'sealed']),
  /** Once sealed: as it was sealed. */
  body: ReportBody,
  createdAt: Instant,
  changedAt: Instant,
  /** When the app asks whether to keep it; never removed silently. */
  asksAt: Instant,
  times: ReportTimes,
  /** Paths of questions that are still open, in the form's order (report-reading.ts). */
  gaps: z.array(z.string().max(80)),
  /** There exactly when it is sealed. */
  seal: Seal.nullable(),
})
export type Report = z.infer<typeof Report>

/** In the list a report shows only its dates and how many gaps are left: no name, no words. */
export const ReportListed = Report.pick({
  id: true,
  state: true,
  createdAt: true,
  changedAt: true,
  asksAt: true,
  times: true,
}).extend({
  /** True where its answers cannot be read: its dates are all there is, and `get` finds none. */
  isUnreadable: z.literal(true).optional(),
  gapCount: z.int().min(0),
  learnedAt: Instant,
  /** Earliest end of the hours that charter and law note name (report-clock.ts); null where they name none. */
  dueAt: Instant.nullable(),
  /** An authority has taken it. */
  isTaken: z.boolean(),
})
export type ReportListed = z.infer<typeof ReportListed>

const byId = z.strictObject({ reportId: ReportId })
/** Longest report in words with its record, in UTF-16 units: every box full, twice, and room for labels. */
const SEALED_TEXT_MAX = 1_300_000

const sealedErrors = {
  ...unlockedErrors,
  SEALED: { message: 'It is sealed and cannot be changed.' },
  NOT_SEALED: { message: 'It is not sealed yet.' },
} as const

export const reporting = {
  list: oc.output(z.array(ReportListed)).errors(unlockedErrors),
  /** Starts a draft: it was learned of now, and the reporter's name is left to be typed. */
  start: oc
    .input(z.strictObject({ charterId: PackId }))
    .output(Report)
    .errors(unlockedErrors),
  get: oc.input(byId).output(Report).errors(unlockedErrors),
  /** Stores the answers as they are. A time that lies ahead is a gap and no reason to refuse. */
  save: oc
    .input(byId.extend({ body: ReportBody }))
    .output(Report)
    .errors(sealedErrors),
  /** Forgets a draft. */
  discard: oc.input(byId).output(Done).errors(sealedErrors),
  /**
   * Makes a draft final, gaps or not. Nothing undoes it. Asked again, it answers what is sealed.
   *
   * `changedAt`: of the draft as it was shown.
   */
  seal: oc
    .input(byId.extend({ changedAt: Instant }))
    .output(Report)
    .errors({
      ...sealedErrors,
      NOT_AS_SHOWN: { message: 'It was changed since it was shown. It is not sealed.' },
    }),
  /** Stores the addendum that is being written; empty words take it away. */
  saveAddendum: oc
    .input(byId.extend({ words: z.string().max(ADDENDUM_MAX) }))
    .output(Report)
    .errors(sealedErrors),
  /** Adds what is written to the sealed report, with its date. Nothing undoes it. */
  addAddendum: oc
    .input(byId.extend({ words: z.string().trim().min(1).max(ADDENDUM_MAX) }))
    .output(Report)
    .errors(sealedErrors),
  /** Notes to whom the sealed report was given. The log only grows. */
  noteHandOver: oc
    .input(
      byId.extend({
        handOver: HandOverNote,
        /** The facilitator has seen that a word is also in a name of the report, and says that it is no name here. */
        isSaidNoName: z.boolean(),
      }),
    )
    .output(Report)
    .errors({
      ...sealedErrors,
      IN_THE_FUTURE: { message: 'That time is still to come.' },
      NAME_IN_IT: { message: 'A word of it is in a name of the report. Nothing was noted.' },
    }),
  /** Notes a legal hold, or that it has ended. */
  hold: oc
    .input(byId.extend({ isHeld: z.boolean() }))
    .output(Report)
    .errors(sealedErrors),
  /** All receipts, newest first, those of shredded reports among them. */
  receipts: oc.output(z.array(Receipt)).errors(unlockedErrors),
  /** What was decided after asking whether to report, newest first. */
  decisions: oc.output(z.array(Decision)).errors(unlockedErrors),
  /** Notes what was decided now. */
  noteDecision: oc.input(DecisionNote).output(z.array(Decision)).errors(unlockedErrors),
  /**
   * Seals exactly this text to a recipient's key, in the format of age, as text.
   *
   * `text`: as it was shown. It ends with the sealed record and its addenda, or it is refused.
   */
  sealTo: oc
    .input(byId.extend({ recipientId: RecipientId, text: z.string().max(SEALED_TEXT_MAX) }))
    .output(z.strictObject({ file: z.string(), fileName: z.string().max(80) }))
    .errors({
      ...sealedErrors,
      NOT_AS_SHOWN: { message: 'The text is not that of the sealed report. Nothing was made.' },
      ...noKeyError,
    }),
}

/**
 * @file Reporting: the mandated report, the only record about a person. Its questions are in report-fields.ts.
 *
 * Every identifying field is typed by the facilitator on purpose (promise 2's exception).
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, Done, Instant, PackId, ReportId, unlockedErrors } from './primitives'
import { reportRecord } from './report-fields'

export { PersonCategory } from './report-fields'

/** The answers of a report. */
export const ReportBody = reportRecord.schema
export type ReportBody = z.infer<typeof ReportBody>

/** What is known of time as a report is answered (`ReportTimes` in report-clock.ts). */
const ReportTimes = z.strictObject({ knownBy: Instant, passedAt: Instant, isTrusted: z.boolean() })

/** A report. `draft` is the only state of this release; sealing and hand-over add theirs. */
export const Report = z.strictObject({
  id: ReportId,
  charterId: PackId,
  charterVersion: Day,
  state: z.enum(['draft']),
  body: ReportBody,
  createdAt: Instant,
  changedAt: Instant,
  /** When the app asks whether to keep it; never removed silently. */
  asksAt: Instant,
  times: ReportTimes,
  /** Paths of questions that are still open, in the form's order (report-reading.ts). */
  gaps: z.array(z.string().max(80)),
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
  gapCount: z.int().min(0),
  learnedAt: Instant,
  /** Earliest end of the hours that charter and law note name (report-clock.ts); null where they name none. */
  dueAt: Instant.nullable(),
})
export type ReportListed = z.infer<typeof ReportListed>

const byId = z.strictObject({ reportId: ReportId })

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
    .errors(unlockedErrors),
  discard: oc.input(byId).output(Done).errors(unlockedErrors),
}

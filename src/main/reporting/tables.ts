/**
 * @file The mandated report, the only record about a person: what is about them is in `body` and in the words of
 * addenda, nowhere else. What a seal makes final, triggers of the migration hold (0015).
 */
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ReportId } from '../../contract/primitives'
import type { DecisionNote } from '../../contract/report-decisions'
import type { HandOver, Receipt, ReportNumber } from '../../contract/report-handing'
import type { ViolationContent, ViolationId } from '../../contract/report-violations'
import { storedJson } from '../stored-json'

/**
 * One report. `body` is the form as JSON, of whatever version stored it (stored-body.ts), and once it is sealed the
 * sealed record, byte by byte; the other columns are dates, a state and the charter it rests on.
 */
export const reports = sqliteTable('reports', {
  id: text('id').$type<ReportId>().primaryKey(),
  charterId: text('charter_id').notNull(),
  charterVersion: text('charter_version').notNull(),
  state: text('state', { enum: ['draft', 'sealed'] }).notNull(),
  body: storedJson('body').$type<unknown>().notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
  asksAt: text('asks_at').notNull(),
  /** Earliest instant at which the report was seen with a clock that is believed; null: when it was begun. */
  knownBy: text('known_by'),
})

/** What was added to a sealed report. `writtenAt` null: it is being written. */
export const reportAddenda = sqliteTable(
  'report_addenda',
  {
    id: text('id').primaryKey(),
    reportId: text('report_id').$type<ReportId>().notNull(),
    words: text('words').notNull(),
    writtenAt: text('written_at'),
  },
  (table) => [index('report_addenda_of').on(table.reportId)],
)

/** What stays of a sealed report when it is shredded. It bears the report's number and never its id. */
export const reportReceipts = sqliteTable('report_receipts', {
  number: text('number').$type<ReportNumber>().primaryKey(),
  sealedSha256: text('sealed_sha256').notNull(),
  learnedAt: text('learned_at').notNull(),
  sealedAt: text('sealed_at').notNull(),
  charterId: text('charter_id').notNull(),
  charterVersion: text('charter_version').notNull(),
  /** Dates and hashes of addenda. */
  addenda: storedJson('addenda').$type<Receipt['addenda']>().notNull(),
  heldSince: text('held_since'),
  shreddedAt: text('shredded_at'),
  asksAt: text('asks_at').notNull(),
})

/** The log of hand-overs: a role or an agency, never a name of the report. It only grows. */
export const reportHandOvers = sqliteTable(
  'report_hand_overs',
  {
    id: text('id').primaryKey(),
    number: text('number').$type<ReportNumber>().notNull(),
    recipient: text('recipient').$type<HandOver['recipient']>().notNull(),
    agency: text('agency').notNull(),
    method: text('method').$type<HandOver['method']>().notNull(),
    handedAt: text('handed_at').notNull(),
    outcome: text('outcome').$type<HandOver['outcome']>().notNull(),
    reference: text('reference'),
    notedAt: text('noted_at').notNull(),
  },
  (table) => [index('report_hand_overs_of').on(table.number)],
)

/** What was decided after asking whether to report: choices of fixed lists. */
export const reportDecisions = sqliteTable('report_decisions', {
  id: text('id').primaryKey(),
  charterId: text('charter_id').notNull(),
  asked: storedJson('asked').$type<DecisionNote['asked']>().notNull(),
  decision: text('decision').$type<DecisionNote['decision']>().notNull(),
  reasons: storedJson('reasons').$type<DecisionNote['reasons']>().notNull(),
  decidedAt: text('decided_at').notNull(),
  asksAt: text('asks_at').notNull(),
})

/** The draft of a report to a platform, where the charter asks for one. `content`: its words, past the linter, without a name of the room. */
export const violationDrafts = sqliteTable('violation_drafts', {
  id: text('id').$type<ViolationId>().primaryKey(),
  charterId: text('charter_id').notNull(),
  content: storedJson('content').$type<ViolationContent>().notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
  keptUntil: text('kept_until').notNull(),
})

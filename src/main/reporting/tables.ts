/** @file The mandated report, the only record about a person: what is about them is in `body`, nowhere else. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ReportId } from '../../contract/primitives'

/**
 * One report. `body` is the form as JSON, of whatever version stored it (stored-body.ts); the other columns are
 * dates, a state and the charter it rests on.
 */
export const reports = sqliteTable('reports', {
  id: text('id').$type<ReportId>().primaryKey(),
  charterId: text('charter_id').notNull(),
  charterVersion: text('charter_version').notNull(),
  state: text('state', { enum: ['draft'] }).notNull(),
  body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
  asksAt: text('asks_at').notNull(),
  /** Earliest instant at which the report was seen with a clock that is believed; null: when it was begun. */
  knownBy: text('known_by'),
})

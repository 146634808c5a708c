/** @file The facilitator's own duties: one row each, about nobody else. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DutyKind, DutyRhythm } from '../../contract/duties'
import type { DutyId } from '../../contract/primitives'
import { storedJson } from '../stored-json'

/** `rhythm` is JSON by the contract's schema. `kept_until` is set once a duty is over. */
export const duties = sqliteTable('duties', {
  id: text('id').$type<DutyId>().primaryKey(),
  kind: text('kind').$type<DutyKind>().notNull(),
  title: text('title').notNull(),
  rhythm: storedJson('rhythm').$type<DutyRhythm>().notNull(),
  dueOn: text('due_on'),
  endsOn: text('ends_on'),
  remindDays: integer('remind_days').notNull(),
  doneAt: text('done_at'),
  /** Both or neither: the charter's suggestion it was added from. */
  suggestedCharterId: text('suggested_charter_id'),
  suggestedId: text('suggested_id'),
  createdAt: text('created_at').notNull(),
  keptUntil: text('kept_until'),
})

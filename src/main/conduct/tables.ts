/** @file Own checklist ticks, monthly counters of a charter as a whole, and the choices for crisis cards. */
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SessionId } from '../../contract/primitives'
// A foreign key needs the table it points to; this is the only thing taken from there.
import { sessions } from '../sessions/tables'

/** One own item of a session ticked. Goes with its session. */
export const ticks = sqliteTable(
  'ticks',
  {
    sessionId: text('session_id')
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    phase: text('phase', { enum: ['before', 'opening', 'hold', 'close'] }).notNull(),
    itemId: text('item_id').notNull(),
    tickedAt: text('ticked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.phase, table.itemId] })],
)

/** A count for one charter and one month (`YYYY-MM`, by the clocks of the session's group): no session, no day, no group, no person. */
export const counters = sqliteTable(
  'counters',
  {
    charterId: text('charter_id').notNull(),
    month: text('month').notNull(),
    kind: text('kind', { enum: ['reminded', 'spokePrivately', 'removed'] }).notNull(),
    reasonId: text('reason_id').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.charterId, table.month, table.kind, table.reasonId] })],
)

/**
 * At most one row. The on-call contact is the organization's: a role and a number, for the facilitator alone. The
 * group's contact is what everybody is told.
 */
export const crisisSettings = sqliteTable(
  'crisis_settings',
  {
    id: integer('id').primaryKey(),
    region: text('region').notNull(),
    onCallRole: text('on_call_role'),
    onCallNumber: text('on_call_number'),
    groupContact: text('group_contact'),
    changedAt: text('changed_at').notNull(),
  },
  (table) => [check('crisis_settings_one_row', sql`${table.id} = 1`)],
)

/** @file The charter that new groups start with, and who read a charter: facts that the facilitator notes. */
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** At most one row. `charter_id` is a pack's id; the pack itself lives in `resources/charters`. */
export const chosenCharter = sqliteTable(
  'chosen_charter',
  {
    id: integer('id').primaryKey(),
    charterId: text('charter_id').notNull(),
    chosenAt: text('chosen_at').notNull(),
  },
  (table) => [check('chosen_charter_one_row', sql`${table.id} = 1`)],
)

/** That a charter's version was read: by somebody of the organization, or by the facilitator. Days, and no name. */
export const charterReadings = sqliteTable(
  'charter_readings',
  {
    charterId: text('charter_id').notNull(),
    by: text('by', { enum: ['organization', 'facilitator'] }).notNull(),
    version: text('version').notNull(),
    readOn: text('read_on').notNull(),
    notedAt: text('noted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.charterId, table.by] })],
)

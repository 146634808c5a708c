/** @file The charter that new groups start with: one row, a choice of the facilitator's. */
import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

/** @file The vault's own table: the facilitator's profile, one row. */
import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The facilitator's own settings; `display_name` is the one name in the vault, theirs. */
export const profile = sqliteTable(
  'profile',
  {
    id: integer('id').primaryKey(),
    displayName: text('display_name').notNull(),
    createdAt: text('created_at').notNull(),
    /** The keys that the facilitator changed, as JSON. */
    keyBindings: text('key_bindings').notNull().default('{}'),
  },
  (table) => [check('profile_one_row', sql`${table.id} = 1`)],
)

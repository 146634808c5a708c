/** @file Public keys of those a file can be sealed to, each under a role or an agency; and the person's own keys. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One key. The table is called as it was when only reports were sealed: another name would move every row. */
export const recipients = sqliteTable('report_recipients', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  key: text('key').notNull(),
  addedAt: text('added_at').notNull(),
})

/**
 * A key of the person's own. `secret`: the half that opens, in a vault that is encrypted as a whole and nowhere else.
 * At most one has no `replaced_at`: the one in use.
 */
export const ownKeys = sqliteTable('own_keys', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  key: text('key').notNull(),
  madeAt: text('made_at').notNull(),
  replacedAt: text('replaced_at'),
  keptUntil: text('kept_until'),
})

/** @file Public keys of those a file can be sealed to, each under a role or an agency. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One key. The table is called as it was when only reports were sealed: another name would move every row. */
export const recipients = sqliteTable('report_recipients', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  key: text('key').notNull(),
  addedAt: text('added_at').notNull(),
})

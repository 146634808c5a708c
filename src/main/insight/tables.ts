/** @file What has left the vault as numbers, so that a later export cannot give away what an earlier one hid. */
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One export. `cells` are the shown counts of what people did, by charter; what was hidden is not in it. */
export const releases = sqliteTable(
  'releases',
  {
    id: text('id').primaryKey(),
    /** `2026`, `2026-Q3`, `2026-07`. */
    period: text('period').notNull(),
    releasedAt: text('released_at').notNull(),
    cells: text('cells').notNull(),
  },
  (table) => [index('releases_by_period').on(table.period)],
)

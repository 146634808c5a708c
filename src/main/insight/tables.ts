/** @file What has left the vault as numbers, so that a later export cannot give away what an earlier one hid. */
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * One export, or one period that stays closed. `cells`: by charter, the shown counts of what people did, as they were
 * counted and as they were shown, and the counts of other periods that can be told since; of what is hidden nothing. Or
 * the charters whose period stays closed.
 */
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

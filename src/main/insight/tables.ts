/** @file What has left the vault as numbers, so that a later export cannot give away what an earlier one hid. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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

/** A bundle that left this vault for the desk of whoever leads: that it left, and no number of it. */
export const bundlesSent = sqliteTable('bundles_sent', {
  id: text('id').primaryKey(),
  /** Random, the same in all of them. */
  source: text('source').notNull(),
  year: integer('year').notNull(),
  quarter: integer('quarter').notNull(),
  madeAt: text('made_at').notNull(),
  recipient: text('recipient').notNull(),
  keyEnd: text('key_end').notNull(),
})

/** A bundle that the desk took in. Its numbers are in the two tables after it, which PostgreSQL has alike. */
export const bundles = sqliteTable(
  'bundles',
  {
    id: text('id').primaryKey(),
    source: text('source').notNull(),
    year: integer('year').notNull(),
    quarter: integer('quarter').notNull(),
    madeAt: text('made_at').notNull(),
    /** Of its whole content: one number never stands for two contents. */
    digest: text('digest').notNull(),
  },
  (table) => [
    uniqueIndex('bundles_by_period').on(table.year, table.quarter, table.source),
    index('bundles_by_made').on(table.madeAt),
  ],
)

/** Sessions of a group in a month (1 to 12), as a bundle counts them. */
export const bundleMonths = sqliteTable(
  'bundle_months',
  {
    bundleId: text('bundle_id')
      .notNull()
      .references(() => bundles.id, { onDelete: 'cascade' }),
    groupDigest: text('group_digest').notNull(),
    charterId: text('charter_id').notNull(),
    month: integer('month').notNull(),
    planned: integer('planned').notNull(),
    held: integer('held').notNull(),
    missed: integer('missed').notNull(),
    cancelled: integer('cancelled').notNull(),
    plannedMinutes: integer('planned_minutes').notNull(),
    heldMinutes: integer('held_minutes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bundleId, table.groupDigest, table.charterId, table.month] })],
)

/** A charter's smallest counts of the quarter, as a bundle counts them. `reason_id`: `*` for earlier versions' reasons. */
export const bundleCounts = sqliteTable(
  'bundle_counts',
  {
    bundleId: text('bundle_id')
      .notNull()
      .references(() => bundles.id, { onDelete: 'cascade' }),
    charterId: text('charter_id').notNull(),
    act: text('act').notNull(),
    reasonId: text('reason_id').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bundleId, table.charterId, table.act, table.reasonId] })],
)

/**
 * What was told of the organization: of which bundles, the numbers as they were told, and what later answers are held
 * against.
 */
export const rollUps = sqliteTable('roll_ups', {
  id: text('id').primaryKey(),
  /** `2026`, `2026-Q3`. */
  period: text('period').notNull(),
  countedAt: text('counted_at').notNull(),
  told: text('told').notNull(),
})

/** @file Which rows have ended: by an end that is an instant, and by nothing else. What is damaged is never removed for its age. */
import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** How an instant looks; anything else in its column is damage, which is shown and not left out. */
export const INSTANT_LIKE = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'

/** Rows whose column is an instant that is `at` or earlier. */
export const endedBy = (column: SQLiteColumn, at: string): SQL =>
  sql`(${column} <= ${at} AND ${column} GLOB ${INSTANT_LIKE})`

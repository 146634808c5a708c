/**
 * @file The facilitator's private reflections, and notes of what was handed on of them. Their words are searched through `debrief_words`, an FTS5 index
 * made by a migration of its own, as drizzle does not know it.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { HandOffNumber } from '../../contract/hand-off'
import type { DebriefId } from '../../contract/primitives'

/**
 * One entry. `seq` grows with creation, so newest first is `seq` descending. `content` is JSON by the fields that the
 * contract declares; `words` is its texts alone, one after another, for the index: no field's name, no mark of JSON.
 */
export const debriefs = sqliteTable(
  'debriefs',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').$type<DebriefId>().notNull().unique(),
    charterId: text('charter_id').notNull(),
    content: text('content', { mode: 'json' }).$type<object>().notNull().default({}),
    words: text('words').notNull().default(''),
    isDraft: integer('is_draft', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    changedAt: text('changed_at').notNull(),
    keptUntil: text('kept_until').notNull(),
  },
  (table) => [index('debriefs_by_end').on(table.keptUntil), index('debriefs_by_start').on(table.createdAt)],
)

/** What left of a debrief: a number, dates and a role. Never a word of it, nor of which debrief it was. */
export const handOffs = sqliteTable('hand_offs', {
  number: text('number').$type<HandOffNumber>().primaryKey(),
  madeAt: text('made_at').notNull(),
  recipient: text('recipient').notNull(),
  keyEnd: text('key_end').notNull(),
  expiresOn: text('expires_on').notNull(),
  keptUntil: text('kept_until').notNull(),
})

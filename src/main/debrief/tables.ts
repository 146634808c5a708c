/**
 * @file The facilitator's private reflections, notes of what was handed on of them, and what was answered. Their words are searched through `debrief_words`, an FTS5 index
 * made by a migration of its own, as drizzle does not know it.
 */
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FeedbackPart } from '../../contract/desk-files'
import type { HandOffNumber } from '../../contract/hand-off'
import type { DebriefId } from '../../contract/primitives'
import { storedJson } from '../stored-json'

/**
 * One entry. `seq` grows with creation, so newest first is `seq` descending. `content` is JSON by the fields that the
 * contract declares; `words` is its texts alone, one after another, as they are searched (`searchWords`): no field's name, no
 * mark of JSON, no accent or capital.
 */
export const debriefs = sqliteTable(
  'debriefs',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').$type<DebriefId>().notNull().unique(),
    charterId: text('charter_id').notNull(),
    content: storedJson('content').$type<object>().notNull().default({}),
    words: text('words').notNull().default(''),
    /** The tags in `content` between bars, `|conflict|silence|`, for the index; empty where there are none. */
    tags: text('tags').notNull().default(''),
    isDraft: integer('is_draft', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    changedAt: text('changed_at').notNull(),
    keptUntil: text('kept_until').notNull(),
  },
  (table) => [
    index('debriefs_by_end').on(table.keptUntil),
    index('debriefs_by_start').on(table.createdAt),
    // All that narrowing by a tag asks, so that the table, whose rows are long, is read for what is shown alone.
    index('debriefs_by_tags').on(table.tags, table.keptUntil, table.createdAt).where(sql`tags <> ''`),
  ],
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

/** An answer to a hand-off of one's own: the facilitator's to keep. `reply`: as it is being written, or was replied. */
export const feedbackNotes = sqliteTable('feedback_notes', {
  number: text('number').$type<HandOffNumber>().primaryKey(),
  madeAt: text('made_at').notNull(),
  receivedAt: text('received_at').notNull(),
  parts: storedJson('parts').$type<FeedbackPart[]>().notNull(),
  replyTo: text('reply_to'),
  reply: text('reply').notNull().default(''),
  repliedAt: text('replied_at'),
  keptUntil: text('kept_until').notNull(),
})

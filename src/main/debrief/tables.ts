/**
 * @file The facilitator's private reflections. Their words are searched through `debrief_words`, an FTS5 index
 * made by a migration of its own, as drizzle does not know it.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DebriefId } from '../../contract/primitives'

/**
 * One entry. `seq` grows with creation, so newest first is `seq` descending. `answers` is JSON by prompt id;
 * `answer_words` is their words alone, one answer a line, for the index: no prompt id, no mark of JSON.
 */
export const debriefs = sqliteTable(
  'debriefs',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').$type<DebriefId>().notNull().unique(),
    charterId: text('charter_id').notNull(),
    text: text('text').notNull(),
    answers: text('answers', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    answerWords: text('answer_words').notNull(),
    isDraft: integer('is_draft', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    changedAt: text('changed_at').notNull(),
    keptUntil: text('kept_until').notNull(),
  },
  (table) => [index('debriefs_by_end').on(table.keptUntil)],
)

/** @file What a desk keeps: hand-offs that were opened, and lesson cards. Nobody's name, and no measure of anybody. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DeskTheme, Received } from '../../contract/desk'
import type { FeedbackPart } from '../../contract/desk-files'
import type { HandOffNumber } from '../../contract/hand-off'
import { storedJson } from '../stored-json'

/**
 * One hand-off. At its end, or when it is asked for back, everything but the number and dates is emptied; the row goes
 * thirty days after its end. `answers`: null once they are gone.
 */
export const receivedHandOffs = sqliteTable('received_hand_offs', {
  number: text('number').$type<HandOffNumber>().primaryKey(),
  receivedAt: text('received_at').notNull(),
  madeAt: text('made_at').notNull(),
  expiresOn: text('expires_on').notNull(),
  endsAt: text('ends_at').notNull(),
  charterId: text('charter_id').notNull(),
  charterVersion: text('charter_version').notNull(),
  answers: storedJson('answers').$type<Received['answers']>(),
  replyTo: text('reply_to'),
  themes: storedJson('themes').$type<DeskTheme[]>().notNull().default([]),
  readAt: text('read_at'),
  askedBackAt: text('asked_back_at'),
  feedback: storedJson('feedback').$type<FeedbackPart[]>().notNull().default([]),
  answeredAt: text('answered_at'),
  reply: text('reply'),
  repliedAt: text('replied_at'),
})

/** One lesson card. */
export const lessons = sqliteTable('lessons', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
  keptUntil: text('kept_until').notNull(),
})

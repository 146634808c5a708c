/**
 * @file What is kept of the room of an open session, so that it is held the same way after a reload: its password, and
 * whether the charter's time to lock it is over.
 */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SessionId } from '../../contract/primitives'
// A foreign key needs the table it points to; this is the only thing taken from there.
import { sessions } from '../sessions/tables'

/** At most one per session; removed when the room is unlocked and when the session closes. */
export const roomPasswords = sqliteTable('room_passwords', {
  sessionId: text('session_id')
    .$type<SessionId>()
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  password: text('password').notNull(),
  madeAt: text('made_at').notNull(),
})

/**
 * At most one per session, and only where the charter names a time: the facilitator locked or unlocked by hand, or the
 * time has come. Removed when the session closes or goes to another room.
 */
export const lockTimesOver = sqliteTable('lock_times_over', {
  sessionId: text('session_id')
    .$type<SessionId>()
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
})

/** @file The password a room may have while its session is open, so that we can re-enter past our own lobby. */
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

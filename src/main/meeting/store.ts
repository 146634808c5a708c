/** @file Reads and writes of what is kept of an open session's room: gone when it closes. */
import { eq } from 'drizzle-orm'
import type { SessionId } from '../../contract/primitives'
import type { ReadVault, WriteVault } from '../vault/handles'
import { lockTimesOver, roomPasswords } from './tables'

/** Tables whose rows go with a session, by foreign key. */
export const ROOM_TABLES = ['room_passwords', 'lock_times_over'] as const

/** A session's room password, or null. */
export const readRoomPassword = (vault: ReadVault, sessionId: SessionId): string | null =>
  vault
    .select({ password: roomPasswords.password })
    .from(roomPasswords)
    .where(eq(roomPasswords.sessionId, sessionId))
    .get()?.password ?? null

/** Keeps a session's room password in the place of an earlier one. `madeAt` is an instant. */
export const writeRoomPassword = (
  vault: WriteVault,
  sessionId: SessionId,
  made: { password: string; madeAt: string },
): void => {
  vault
    .insert(roomPasswords)
    .values({ sessionId, ...made })
    .onConflictDoUpdate({ target: roomPasswords.sessionId, set: made })
    .run()
}

/** Forgets a session's room password. */
export const forgetRoomPassword = (vault: WriteVault, sessionId: SessionId): void => {
  vault.delete(roomPasswords).where(eq(roomPasswords.sessionId, sessionId)).run()
}

/** Whether the charter's time to lock the session's room is over. */
export const readIsLockTimeOver = (vault: ReadVault, sessionId: SessionId): boolean =>
  vault.select().from(lockTimesOver).where(eq(lockTimesOver.sessionId, sessionId)).get() !== undefined

/** Notes that it is; again changes nothing. */
export const writeLockTimeOver = (vault: WriteVault, sessionId: SessionId): void => {
  vault.insert(lockTimesOver).values({ sessionId }).onConflictDoNothing().run()
}

/**
 * Forgets all that is kept of a session's room inside the caller's transaction. Core hands it to sessions, which closes
 * a session, or leaves its room, without knowing this domain.
 */
export const forgetRoom = (vault: WriteVault, sessionId: SessionId): void => {
  forgetRoomPassword(vault, sessionId)
  vault.delete(lockTimesOver).where(eq(lockTimesOver.sessionId, sessionId)).run()
}

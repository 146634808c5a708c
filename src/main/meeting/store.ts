/** @file Reads and writes of room passwords: one a session, gone when it closes. */
import { eq } from 'drizzle-orm'
import type { SessionId } from '../../contract/primitives'
import type { ReadVault, WriteVault } from '../vault/handles'
import { roomPasswords } from './tables'

/** Tables whose rows go with a session, by foreign key. */
export const ROOM_PASSWORD_TABLES = ['room_passwords'] as const

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

/**
 * Forgets a session's room password inside the caller's transaction. Core hands it to sessions, which closes a
 * session without knowing this domain.
 */
export const forgetRoomPassword = (vault: WriteVault, sessionId: SessionId): void => {
  vault.delete(roomPasswords).where(eq(roomPasswords.sessionId, sessionId)).run()
}

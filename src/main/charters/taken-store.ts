/** @file Reads and writes of charters that were taken in, of the keys known for organizations, and of our own key. */
import { eq } from 'drizzle-orm'
import type { ReadVault, WriteVault } from '../vault/handles'
import { charterSigners, signingKey, takenCharters } from './tables'

/** A charter as it was signed. */
export type TakenRow = typeof takenCharters.$inferSelect

/** Ids and signatures, by which what was read before is known to be the same. */
export const listTaken = (vault: ReadVault): { charterId: string; signature: string }[] =>
  vault
    .select({ charterId: takenCharters.charterId, signature: takenCharters.signature })
    .from(takenCharters)
    .all()

/** One, or undefined. */
export const readTaken = (vault: ReadVault, charterId: string): TakenRow | undefined =>
  vault.select().from(takenCharters).where(eq(takenCharters.charterId, charterId)).get()

/** Writes one in the place of an earlier version. */
export const writeTaken = (vault: WriteVault, row: TakenRow): void => {
  vault
    .insert(takenCharters)
    .values(row)
    .onConflictDoUpdate({ target: takenCharters.charterId, set: row })
    .run()
}

/** Takes one away. Returns what it was, or undefined. */
export const removeTaken = (vault: WriteVault, charterId: string): TakenRow | undefined =>
  vault.delete(takenCharters).where(eq(takenCharters.charterId, charterId)).returning().get()

/** The key known for an organization. `organization`: as `nameToTheEye` folds it. */
export const readSigner = (vault: ReadVault, organization: string) =>
  vault.select().from(charterSigners).where(eq(charterSigners.organization, organization)).get()

/** Notes the key of an organization; one that is known stays as it is. */
export const addSigner = (vault: WriteVault, signer: typeof charterSigners.$inferSelect): void => {
  vault.insert(charterSigners).values(signer).onConflictDoNothing().run()
}

/** Forgets which key an organization has. */
export const removeSigner = (vault: WriteVault, organization: string): void => {
  vault.delete(charterSigners).where(eq(charterSigners.organization, organization)).run()
}

/** Our own key, or undefined where none was made. */
export const readSigningKey = (vault: ReadVault) => vault.select().from(signingKey).get()

/** Keeps a key that was just made. */
export const addSigningKey = (
  vault: WriteVault,
  key: { privateKey: string; publicKey: string; madeAt: string },
): void => {
  vault
    .insert(signingKey)
    .values({ id: 1, ...key })
    .run()
}

/** Takes our own key away. Returns it, or undefined. */
export const removeSigningKey = (vault: WriteVault) =>
  vault.delete(signingKey).where(eq(signingKey.id, 1)).returning().get()

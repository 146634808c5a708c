/** @file Reads and writes of charters that were taken in, of the keys known for organizations, and of our own key. */
import { eq } from 'drizzle-orm'
import type { ReadVault, WriteVault } from '../vault/handles'
import { charterSigners, signingKey, takenCharters } from './tables'

/** A charter as it was signed. */
export type TakenRow = typeof takenCharters.$inferSelect

/** All of them without their texts. By its signature one that was read before is known to be the same. */
export const listTaken = (vault: ReadVault) =>
  vault
    .select({
      charterId: takenCharters.charterId,
      version: takenCharters.version,
      publicKey: takenCharters.publicKey,
      signature: takenCharters.signature,
      acknowledgedAt: takenCharters.acknowledgedAt,
    })
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

/** Forgets that organizations have this key, those that are named excepted: one may have changed its name. */
export const removeSigners = (vault: WriteVault, publicKey: string, except: readonly string[]): void => {
  const known = vault.select().from(charterSigners).where(eq(charterSigners.publicKey, publicKey)).all()
  for (const { organization } of known) {
    if (except.includes(organization)) continue
    vault.delete(charterSigners).where(eq(charterSigners.organization, organization)).run()
  }
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

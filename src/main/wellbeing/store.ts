/** @file Reads and writes of the wellbeing tables. No rule is decided here, and nothing is opened. */
import { count, desc, eq, gt } from 'drizzle-orm'
import type { WellbeingCheckId } from '../../contract/primitives'
import { endedBy } from '../ended-by'
import type { ReadVault, WriteVault } from '../vault/handles'
import { wellbeingChecks, wellbeingKeys } from './tables'

/** The key as it is stored. */
export type KeyRow = typeof wellbeingKeys.$inferSelect
/** A check as it is stored. */
export type CheckRow = typeof wellbeingChecks.$inferSelect

/** The key; undefined where nothing is kept. */
export const readKey = (vault: ReadVault): KeyRow | undefined => vault.select().from(wellbeingKeys).get()

/** Adds the key. */
export const addKey = (vault: WriteVault, row: KeyRow): KeyRow =>
  vault.insert(wellbeingKeys).values(row).returning().get()

/** The check; undefined where there is none. */
export const readCheck = (vault: ReadVault, id: WellbeingCheckId): CheckRow | undefined =>
  vault.select().from(wellbeingChecks).where(eq(wellbeingChecks.id, id)).get()

/** The newest of those that end after an instant. */
export const readChecks = (vault: ReadVault, endedBefore: string, limit: number): CheckRow[] =>
  vault
    .select()
    .from(wellbeingChecks)
    .where(gt(wellbeingChecks.keptUntil, endedBefore))
    .orderBy(desc(wellbeingChecks.madeAt), desc(wellbeingChecks.id))
    .limit(limit)
    .all()

/** How many end after an instant. */
export const countChecks = (vault: ReadVault, endedBefore: string): number =>
  vault.select({ n: count() }).from(wellbeingChecks).where(gt(wellbeingChecks.keptUntil, endedBefore)).get()
    ?.n ?? 0

/** The end date of the check that goes last; null where there is none. */
export const readLastEnd = (vault: ReadVault): string | null =>
  vault
    .select({ at: wellbeingChecks.keptUntil })
    .from(wellbeingChecks)
    .orderBy(desc(wellbeingChecks.keptUntil))
    .limit(1)
    .get()?.at ?? null

/** Adds a check. */
export const addCheck = (vault: WriteVault, row: CheckRow): CheckRow =>
  vault.insert(wellbeingChecks).values(row).returning().get()

/** Removes a check and gives it back; undefined where there was none. */
export const removeCheck = (vault: WriteVault, id: WellbeingCheckId): CheckRow | undefined =>
  vault.delete(wellbeingChecks).where(eq(wellbeingChecks.id, id)).returning().get()

/** How many end at an instant or before. */
export const countEndedChecks = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(wellbeingChecks).where(endedBy(wellbeingChecks.keptUntil, at)).get()?.n ??
  0

/** Removes what ends at an instant or before. */
export const removeEndedChecks = (vault: WriteVault, at: string): void => {
  vault.delete(wellbeingChecks).where(endedBy(wellbeingChecks.keptUntil, at)).run()
}

/** Removes every check and every key, and gives back what was there. */
export const removeAll = (vault: WriteVault): { checks: CheckRow[]; keys: KeyRow[] } => ({
  checks: vault.delete(wellbeingChecks).returning().all(),
  keys: vault.delete(wellbeingKeys).returning().all(),
})

/** Removes the key where no check is left: it opens nothing any more. */
export const removeIdleKey = (vault: WriteVault): void => {
  if ((vault.select({ n: count() }).from(wellbeingChecks).get()?.n ?? 0) === 0)
    vault.delete(wellbeingKeys).run()
}

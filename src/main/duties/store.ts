/** @file Reads and writes of the duties' table. No rule is decided here. */
import { count, eq, sql } from 'drizzle-orm'
import type { DutyId } from '../../contract/primitives'
import { endedBy } from '../ended-by'
import type { ReadVault, WriteVault } from '../vault/handles'
import { duties } from './tables'

/** A duty as it is stored. */
export type DutyRow = typeof duties.$inferSelect

/** All, in the order in which they were made. */
export const readDuties = (vault: ReadVault): DutyRow[] =>
  vault.select().from(duties).orderBy(duties.createdAt, duties.id).all()

/** The duty; undefined where there is none. */
export const readDuty = (vault: ReadVault, id: DutyId): DutyRow | undefined =>
  vault.select().from(duties).where(eq(duties.id, id)).get()

/** Whether there is a duty of this id. */
export const isDutyThere = (vault: ReadVault, id: string): boolean =>
  vault.select({ id: duties.id }).from(duties).where(sql`${duties.id} = ${id}`).get() !== undefined

/** How many there are. */
export const countDuties = (vault: ReadVault): number =>
  vault.select({ n: count() }).from(duties).get()?.n ?? 0

/** Adds a duty, or puts it in the place of the one of its id. */
export const writeDuty = (vault: WriteVault, row: DutyRow): DutyRow =>
  vault.insert(duties).values(row).onConflictDoUpdate({ target: duties.id, set: row }).returning().get()

/** Removes a duty and gives it back; undefined where there was none. */
export const removeDuty = (vault: WriteVault, id: DutyId): DutyRow | undefined =>
  vault.delete(duties).where(eq(duties.id, id)).returning().get()

/** How many end at an instant or before. */
export const countEndedDuties = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(duties).where(endedBy(duties.keptUntil, at)).get()?.n ?? 0

/** Removes what ends at an instant or before. */
export const removeEndedDuties = (vault: WriteVault, at: string): void => {
  vault.delete(duties).where(endedBy(duties.keptUntil, at)).run()
}

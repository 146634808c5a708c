/** @file Notes of hand-offs in the vault: reads and writes of their table. */
import { count, desc, eq } from 'drizzle-orm'
import { HandOffNote, type HandOffNumber } from '../../contract/hand-off'
import { endedBy } from '../ended-by'
import { readBack } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { handOffs } from './tables'

/** All, newest first, as they are stored. */
export const readHandOffRows = (vault: ReadVault): HandOffNote[] =>
  vault.select().from(handOffs).orderBy(desc(handOffs.madeAt), handOffs.number).all()

/** The note of a number; undefined where there is none. */
export const readHandOff = (vault: ReadVault, number: HandOffNumber): HandOffNote | undefined =>
  vault.select().from(handOffs).where(eq(handOffs.number, number)).get()

/** Adds a note. @throws ReadBackError */
export const addHandOff = (vault: WriteVault, note: HandOffNote): HandOffNote =>
  readBack(HandOffNote, vault.insert(handOffs).values(note).returning().get())

/** Removes a note and gives it back; undefined where there was none. */
export const removeHandOff = (vault: WriteVault, number: HandOffNumber): HandOffNote | undefined =>
  vault.delete(handOffs).where(eq(handOffs.number, number)).returning().get()

/** How many end at an instant or before. */
export const countEndedHandOffs = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(handOffs).where(endedBy(handOffs.keptUntil, at)).get()?.n ?? 0

/** Removes what ends at an instant or before. */
export const removeEndedHandOffs = (vault: WriteVault, at: string): void => {
  vault.delete(handOffs).where(endedBy(handOffs.keptUntil, at)).run()
}

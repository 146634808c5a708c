/** @file Reads and writes of the chosen charter, one row at most, and of who read a charter. */
import { and, eq } from 'drizzle-orm'
import { type ReaderKind, Reading } from '../../contract/charters'
import { readBack, soundRows } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { charterReadings, chosenCharter } from './tables'

/** The chosen charter's id, and the instant at which it was chosen. */
export interface Choice {
  charterId: string
  chosenAt: string
}

/** The choice, or undefined. */
export const readChoice = (vault: ReadVault): Choice | undefined =>
  vault
    .select({ charterId: chosenCharter.charterId, chosenAt: chosenCharter.chosenAt })
    .from(chosenCharter)
    .get()

/** Keeps a choice in the place of any other. */
export const writeChoice = (vault: WriteVault, choice: Choice): void => {
  vault
    .insert(chosenCharter)
    .values({ id: 1, ...choice })
    .onConflictDoUpdate({ target: chosenCharter.id, set: choice })
    .run()
}

/** Takes the choice away. Returns what it was, or undefined. */
export const removeChoice = (vault: WriteVault): Choice | undefined =>
  vault
    .delete(chosenCharter)
    .where(eq(chosenCharter.id, 1))
    .returning({ charterId: chosenCharter.charterId, chosenAt: chosenCharter.chosenAt })
    .get()

const readingColumns = {
  by: charterReadings.by,
  version: charterReadings.version,
  readOn: charterReadings.readOn,
}

/** Who read a charter, as far as it reads back. */
export const readReadings = (vault: ReadVault, charterId: string): Reading[] =>
  soundRows(
    Reading,
    vault.select(readingColumns).from(charterReadings).where(eq(charterReadings.charterId, charterId)).all(),
  )

/** Every note of a reading, for What is kept. */
export const listReadings = (vault: ReadVault) => vault.select().from(charterReadings).all()

/** Writes a reading in the place of an earlier one. @throws ReadBackError, which rolls the transaction back */
export const writeReading = (
  vault: WriteVault,
  charterId: string,
  reading: Reading,
  notedAt: string,
): void => {
  const row = { charterId, ...reading, notedAt }
  const written = vault
    .insert(charterReadings)
    .values(row)
    .onConflictDoUpdate({ target: [charterReadings.charterId, charterReadings.by], set: row })
    .returning(readingColumns)
    .get()
  readBack(Reading, written)
}

/** Takes a reading away. Returns when it was noted, or undefined. */
export const removeReading = (vault: WriteVault, charterId: string, by: ReaderKind): string | undefined =>
  vault
    .delete(charterReadings)
    .where(and(eq(charterReadings.charterId, charterId), eq(charterReadings.by, by)))
    .returning({ notedAt: charterReadings.notedAt })
    .get()?.notedAt

/** @file Reads and writes of the chosen charter: one row at most. */
import { eq } from 'drizzle-orm'
import type { ReadVault, WriteVault } from '../vault/handles'
import { chosenCharter } from './tables'

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

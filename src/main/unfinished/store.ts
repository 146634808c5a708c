/** @file Reads and writes of the forms' table. What does not read back is passed over, and never written over. */
import { and, count, eq } from 'drizzle-orm'
import { KeptForm, type UnfinishedFormName } from '../../contract/unfinished-forms'
import { endedBy } from '../ended-by'
import { piecesOf } from '../forgetting-proof'
import type { ReadVault, WriteVault } from '../vault/handles'
import { unfinishedForms } from './tables'

/** A form as it is stored. */
export type FormRow = typeof unfinishedForms.$inferSelect

const isSound = (row: FormRow): boolean => KeptForm.safeParse(row).success

/** All of them, newest first. */
export const readForms = (vault: ReadVault): FormRow[] =>
  vault
    .select()
    .from(unfinishedForms)
    .all()
    .sort((one, other) => (one.typedAt < other.typedAt ? 1 : -1))

const rowsOf = (vault: ReadVault, form: UnfinishedFormName, belongsTo: string): FormRow[] =>
  vault
    .select()
    .from(unfinishedForms)
    .where(and(eq(unfinishedForms.form, form), eq(unfinishedForms.belongsTo, belongsTo)))
    .all()

/** The id of what is kept of a form and can be read; null where nothing is. */
export const readFormId = (vault: ReadVault, form: UnfinishedFormName, belongsTo: string): string | null =>
  rowsOf(vault, form, belongsTo).find(isSound)?.id ?? null

/** Adds a form, or puts it in the place of the one of its id. */
export const writeForm = (vault: WriteVault, row: FormRow): void => {
  vault.insert(unfinishedForms).values(row).onConflictDoUpdate({ target: unfinishedForms.id, set: row }).run()
}

/** Pieces of a row for the search that proves it gone. */
const proofOf = ({ id, typed }: FormRow): string[] => {
  if (typeof typed === 'symbol') return [id]
  return [id, ...piecesOf(JSON.stringify(typed))]
}

/** Removes a form by its id. @returns what proves it gone; null where there was none. */
export const removeForm = (vault: WriteVault, id: string): string[] | null => {
  const row = vault.delete(unfinishedForms).where(eq(unfinishedForms.id, id)).returning().get()
  return row ? proofOf(row) : null
}

/** Lets what is kept of a form go that can be read: it was saved, or discarded. */
export const dropForm = (vault: WriteVault, form: UnfinishedFormName, belongsTo: string): void => {
  for (const row of rowsOf(vault, form, belongsTo)) if (isSound(row)) removeForm(vault, row.id)
}

/** Removes all that is kept of a form, read or not: what it belongs to goes. @returns what proves it gone. */
export const removeFormsOf = (vault: WriteVault, form: UnfinishedFormName, belongsTo: string): string[] =>
  rowsOf(vault, form, belongsTo).flatMap(({ id }) => removeForm(vault, id) ?? [])

/** How many end at an instant or before. */
export const countEndedForms = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(unfinishedForms).where(endedBy(unfinishedForms.keptUntil, at)).get()?.n ??
  0

/** Removes what ends at an instant or before. */
export const removeEndedForms = (vault: WriteVault, at: string): void => {
  vault.delete(unfinishedForms).where(endedBy(unfinishedForms.keptUntil, at)).run()
}

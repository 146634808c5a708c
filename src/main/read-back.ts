/**
 * @file What is stored reads back. A row is parsed by the schema that answers it, inside the transaction that writes it
 * and whenever a list is read: what would not read back is not written, and a row that is damaged all the same breaks
 * no list. It stays in the vault and is shown on What is kept, where it can be forgotten.
 */
import type { z } from 'zod'
import { Instant } from '../contract/primitives'
import { KeptEntry, type ListId } from '../contract/vault'
import type { ReadVault } from './vault/handles'
import type { ListedRows } from './vault/kept-kind'

/** Thrown inside a transaction, which then rolls back: what was about to be stored would not read back. */
export class ReadBackError extends Error {
  override readonly name = 'ReadBackError'
}

/**
 * A record just written, as it will be answered.
 *
 * @throws ReadBackError naming the fields, never their values.
 */
export const readBack = <T>(schema: z.ZodType<T>, row: unknown): T => {
  const read = schema.safeParse(row)
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path }) => path.join('.')).join(', ')
  throw new ReadBackError(`Would not read back: ${fields}`)
}

/** The rows that read back, in their order. */
export const soundRows = <T>(schema: z.ZodType<T>, rows: readonly unknown[]): T[] =>
  rows.flatMap((row) => {
    const read = schema.safeParse(row)
    return read.success ? [read.data] : []
  })

/**
 * A list that leaves out what does not read back, so that it can say how many.
 *
 * @param rows - all of its rows, each with its id on What is kept and as the list would answer it.
 */
export const listOf = (
  list: ListId,
  schema: z.ZodType,
  rows: (
    vault: ReadVault,
    now: Date,
    among: readonly string[] | undefined,
  ) => readonly { id: string; answered: unknown }[],
): ListedRows => ({
  list,
  leftOut: (vault, now, among) => {
    const ids = rows(vault, now, among)
      .filter(({ answered }) => !schema.safeParse(answered).success)
      .map(({ id }) => id)
    // A row may have been found in two ways.
    return [...new Set(ids)]
  },
})

/** The instant that stands for one that does not read back. */
export const UNKNOWN_SINCE = '1970-01-01T00:00:00.000Z'

/**
 * An entry of What is kept, whatever its row holds: one that does not read back is shown as damaged.
 *
 * @param make - may throw, as dates do that are none.
 */
export const keptEntry = (row: { id: string; createdAt: string }, make: () => KeptEntry): KeptEntry => {
  try {
    const read = KeptEntry.safeParse(make())
    if (read.success) return read.data
  } catch {
    // A date that is none: the entry is damaged.
  }
  return {
    id: KeptEntry.shape.id.catch('?').parse(row.id),
    label: '',
    isDamaged: true,
    keptSince: Instant.safeParse(row.createdAt).success ? row.createdAt : UNKNOWN_SINCE,
    keptUntil: null,
    isAskingToGo: false,
  }
}

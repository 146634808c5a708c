/** @file A list in a declared record: rows of the same fields, each with an id of its own. */
import { z } from 'zod'
import { type Field, type Fields, firstStep, section, shapeOf, under } from './record-fields'

/** A row of a list: its fields, and an id that stays when rows before it go. */
export type Row<V> = V & { rowId: string }

/** A list of rows. */
export interface RowsField<V extends object> extends Field<Row<V>[]> {
  /** An empty row with an id of its own. */
  newRow: () => Row<V>
}

const RowId = z.uuid({ version: 'v4' })

/** Rows of the same fields, such as people. A row that nobody filled in is not stored. */
export const rows = <V extends object>(options: {
  fields: Fields<V>
  /** Most rows. */
  maxCount: number
}): RowsField<V> => {
  const row = section(options.fields)
  const newRow = (): Row<V> => ({ ...row.empty(), rowId: crypto.randomUUID() })
  const changeAt = (value: Row<V>[], path: string, change: (one: Row<V>, rest: string) => V): Row<V>[] => {
    const [rowId, rest] = firstStep(path)
    return value.map((one) => (one.rowId === rowId ? { ...change(one, rest), rowId } : one))
  }
  return {
    newRow,
    // The row's id stands beside the fields of V; see `section`.
    schema: z
      .array(z.strictObject({ rowId: RowId, ...shapeOf(options.fields) }))
      .max(options.maxCount) as unknown as z.ZodType<Row<V>[]>,
    empty: () => [],
    isEmpty: (value) => value.every(row.isEmpty),
    tidy: (value) =>
      value.filter((one) => !row.isEmpty(one)).map((one) => ({ ...row.tidy(one), rowId: one.rowId })),
    complete: (stored) => stored.map((one) => ({ ...(row.complete?.(one) ?? one), rowId: one.rowId })),
    leaves: (value, path, declaredPath) =>
      value.flatMap((one) => row.leaves(one, under(path, one.rowId), `${declaredPath}[]`)),
    textPaths: (declaredPath) => row.textPaths(`${declaredPath}[]`),
    withText: (value, path, words) => changeAt(value, path, (one, rest) => row.withText(one, rest, words)),
    takeFrom: (base, value, path) =>
      changeAt(value, path, (one, rest) =>
        row.takeFrom(base?.find(({ rowId }) => rowId === one.rowId) ?? null, one, rest),
      ),
    filled: (nextWords) => [{ ...row.filled(nextWords), rowId: crypto.randomUUID() }],
  }
}

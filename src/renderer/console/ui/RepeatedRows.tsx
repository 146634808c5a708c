/** @file Rows that a person adds and takes out, each of which can be taken back for ten seconds, several in a row. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './RepeatedRows.module.css'
import { UndoInPlace } from './UndoInPlace'
import { useRemovedRows } from './use-removed-rows'

/** A row is known by its id. */
interface Identified {
  rowId: string
}

/** Rows, how one is shown, and what a person may do with them. */
export interface RepeatedRowsProps<Row extends Identified> {
  rows: readonly Row[]
  render: (row: Row) => ReactNode
  /** Words of the controls; `removed` in the past tense. */
  words: { add: string; remove: string; removed: string; undo: string }
  maxCount: number
  newRow: () => Row
  onChange: (rows: Row[]) => void
}

/** The rows and the button that adds one. */
export const RepeatedRows = <Row extends Identified>({
  rows,
  render,
  words,
  maxCount,
  newRow,
  onChange,
}: RepeatedRowsProps<Row>) => {
  const { shown, isThere, remove, takeBack, forget } = useRemovedRows(rows, ({ rowId }) => rowId, onChange)
  return (
    <>
      {shown.length > 0 ? (
        <ul className={classes.rows}>
          {shown.map((row) =>
            isThere(row) ? (
              <li key={row.rowId} className={classes.row}>
                {render(row)}
                <div>
                  <Button variant="default" onClick={() => remove(row)}>
                    {words.remove}
                  </Button>
                </div>
              </li>
            ) : (
              <li key={`removed ${row.rowId}`}>
                <UndoInPlace
                  said={words.removed}
                  undoLabel={words.undo}
                  onUndo={() => takeBack(row)}
                  onOver={() => forget(row)}
                />
              </li>
            ),
          )}
        </ul>
      ) : null}
      <div>
        <Button
          variant="default"
          disabled={rows.length >= maxCount}
          onClick={() => onChange([...rows, newRow()])}
        >
          {words.add}
        </Button>
      </div>
    </>
  )
}

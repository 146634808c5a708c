/** @file Rows that a person adds and takes out, each of which can be taken back for ten seconds, several in a row. */
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from './RepeatedRows.module.css'
import { UndoInPlace } from './UndoInPlace'

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

interface Removed<Row> {
  row: Row
  /** The row before it as it was shown, removed or not; null: it was the first. */
  afterId: string | null
}

/** Rows in their order with the removed ones where they stood. */
const withRemoved = <Row extends Identified>(
  rows: readonly Row[],
  removed: readonly Removed<Row>[],
): Row[] => {
  const all = [...rows]
  let waiting = removed.filter(({ row }) => !all.some(({ rowId }) => rowId === row.rowId))
  while (waiting.length > 0) {
    const [next = waiting[0]] = waiting.filter(
      ({ afterId }) => afterId === null || all.some(({ rowId }) => rowId === afterId),
    )
    if (!next) break
    all.splice(all.findIndex(({ rowId }) => rowId === next.afterId) + 1, 0, next.row)
    waiting = waiting.filter((one) => one !== next)
  }
  return all
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
  const [removed, setRemoved] = useState<readonly Removed<Row>[]>([])
  const shown = withRemoved(rows, removed)
  const isThere = ({ rowId }: Row) => rows.some((row) => row.rowId === rowId)
  const forget = (rowId: string) => setRemoved((now) => now.filter(({ row }) => row.rowId !== rowId))

  const remove = (row: Row, place: number) => {
    setRemoved((now) => [...now, { row, afterId: shown[place - 1]?.rowId ?? null }])
    onChange(rows.filter(({ rowId }) => rowId !== row.rowId))
  }
  const takeBack = (row: Row) => {
    onChange(shown.filter((one) => one.rowId === row.rowId || isThere(one)))
    forget(row.rowId)
  }
  return (
    <>
      {shown.length > 0 ? (
        <ul className={classes.rows}>
          {shown.map((row, place) =>
            isThere(row) ? (
              <li key={row.rowId} className={classes.row}>
                {render(row)}
                <div>
                  <Button variant="default" onClick={() => remove(row, place)}>
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
                  onOver={() => forget(row.rowId)}
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

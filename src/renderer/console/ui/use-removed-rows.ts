/** @file Rows that were taken out and can be taken back for ten seconds, each where it stood, several in a row. */
import { useState } from 'react'

interface Removed<Row> {
  row: Row
  /** The row before it as it was shown, removed or not; null: it was the first. */
  afterId: string | null
}

/** Rows in their order with the removed ones where they stood. */
const withRemoved = <Row>(
  rows: readonly Row[],
  removed: readonly Removed<Row>[],
  idOf: (row: Row) => string,
): Row[] => {
  const all = [...rows]
  let waiting = removed.filter(({ row }) => !all.some((one) => idOf(one) === idOf(row)))
  while (waiting.length > 0) {
    const [next = waiting[0]] = waiting.filter(
      ({ afterId }) => afterId === null || all.some((one) => idOf(one) === afterId),
    )
    if (!next) break
    all.splice(all.findIndex((one) => idOf(one) === next.afterId) + 1, 0, next.row)
    waiting = waiting.filter((one) => one !== next)
  }
  return all
}

/**
 * Follows what is taken out of a list.
 *
 * @param idOf - by which a row is known.
 * @returns `shown`: the rows with the removed ones among them; `isThere` tells the two apart.
 */
export const useRemovedRows = <Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  onChange: (rows: Row[]) => void,
) => {
  const [removed, setRemoved] = useState<readonly Removed<Row>[]>([])
  const shown = withRemoved(rows, removed, idOf)
  const isThere = (row: Row) => rows.some((one) => idOf(one) === idOf(row))
  /** Its ten seconds are over. */
  const forget = (row: Row) => setRemoved((now) => now.filter((one) => idOf(one.row) !== idOf(row)))
  return {
    shown,
    isThere,
    forget,
    remove: (row: Row) => {
      const before = shown[shown.findIndex((one) => idOf(one) === idOf(row)) - 1]
      setRemoved((now) => [...now, { row, afterId: before === undefined ? null : idOf(before) }])
      onChange(rows.filter((one) => idOf(one) !== idOf(row)))
    },
    takeBack: (row: Row) => {
      onChange(shown.filter((one) => idOf(one) === idOf(row) || isThere(one)))
      forget(row)
    },
  }
}

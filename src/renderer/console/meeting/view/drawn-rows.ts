/**
 * @file The lines of the list of people, changed a few at a time: a room of hundreds that all change at once would
 * hold up a frame, and with it what the facilitator presses. Each line is old by some frames at most.
 */
import { useEffect, useState } from 'react'
import type { Person } from '../roster/person'

/** Lines that change in one drawing, at most: a full room of an evening changes at once. */
export const LINES_AT_ONCE = 60
/** Until the next lines, in milliseconds: a frame. A hidden page has no frames, and draws all the same. */
const NEXT_AFTER_MS = 16

/** What is drawn of the people. */
export interface DrawnRows {
  /** In the order of the room; somebody who came is left out until their line is drawn. */
  rows: readonly Person[]
  /** The people they were drawn of. */
  of: readonly Person[]
  /** All of them are as they are in the room. */
  isWhole: boolean
  /** Where the next lines are looked for: each has its turn, however often the first ones change. */
  from: number
}

/** Nobody yet. */
export const noRows: DrawnRows = { rows: [], of: [], isWhole: true, from: 0 }

/**
 * The next drawing. Whoever is gone goes at once.
 *
 * @param now - who is in the room, in order. A person that did not change is the same object.
 * @param linesAtOnce - at least 1.
 */
export const nextRows = (
  drawn: DrawnRows,
  now: readonly Person[],
  linesAtOnce: number = LINES_AT_ONCE,
): DrawnRows => {
  const before = new Map(drawn.rows.map((person) => [person.id, person]))
  const changed = now.flatMap((person, index) => (before.get(person.id) === person ? [] : [index]))
  const turn = changed.findIndex((index) => index >= drawn.from)
  const inTurn = turn < 0 ? changed : [...changed.slice(turn), ...changed.slice(0, turn)]
  const chosen = new Set(inTurn.slice(0, linesAtOnce))
  const last = inTurn[Math.min(linesAtOnce, inTurn.length) - 1]
  return {
    rows: now.flatMap((person, index) => {
      const old = before.get(person.id)
      return old === person || chosen.has(index) ? [person] : old ? [old] : []
    }),
    of: now,
    isWhole: changed.length <= linesAtOnce,
    from: last === undefined ? 0 : last + 1,
  }
}

/** The lines to draw now; the rest of them follow by themselves. */
export const useDrawnRows = (people: readonly Person[]): readonly Person[] => {
  const [drawn, setDrawn] = useState(() => nextRows(noRows, people))
  if (drawn.of !== people) setDrawn(nextRows(drawn, people))
  useEffect(() => {
    if (drawn.isWhole) return
    const timer = setTimeout(() => setDrawn((now) => nextRows(now, now.of)), NEXT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [drawn])
  return drawn.rows
}

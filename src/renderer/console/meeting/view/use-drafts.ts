/** @file Words typed to somebody and not sent yet: one box per person, wherever it is shown, in memory only. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutgoingMessage } from '../guard/outgoing'

/** What stands in the box for each person. */
export interface Drafts {
  /** Empty when nothing was typed. */
  of: (personId: string) => string
  /** Ids of those to whom something was typed. */
  unsentTo: readonly string[]
  /** Replaces it by a function of what stands there then. */
  change: (personId: string, how: (now: string) => string) => void
}

/**
 * What becomes of the boxes as our messages fare: words that were not sent come back into an empty box, and go from it
 * once they are on their way again. A line that answers nobody was in no box, and comes into none: sent from there it
 * would count as the answer to what waits.
 *
 * @param before - the messages as they stood when this was last asked.
 */
export const returnedWords = (
  before: readonly OutgoingMessage[],
  now: readonly OutgoingMessage[],
): readonly { personId: string; how: (text: string) => string }[] => {
  const statuses = new Map(before.map(({ key, status }) => [key, status.kind]))
  return now.flatMap(({ key, to, text, answers, status }) => {
    if (to.kind !== 'person' || answers === null || statuses.get(key) === status.kind) return []
    if (status.kind === 'notSent') {
      return [{ personId: to.id, how: (typed: string) => (typed === '' ? text : typed) }]
    }
    return statuses.get(key) === 'notSent'
      ? [{ personId: to.id, how: (typed: string) => (typed === text ? '' : typed) }]
      : []
  })
}

/**
 * Makes the boxes, empty. They go with the live room.
 *
 * @param outgoing - our messages as they stand.
 */
export const useDrafts = (outgoing: readonly OutgoingMessage[]): Drafts => {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const change = useCallback((personId: string, how: (now: string) => string) => {
    setDrafts((now) => new Map(now).set(personId, how(now.get(personId) ?? '')))
  }, [])
  const before = useRef(outgoing)
  useEffect(() => {
    for (const { personId, how } of returnedWords(before.current, outgoing)) change(personId, how)
    before.current = outgoing
  }, [outgoing, change])
  const unsentTo = [...drafts].flatMap(([personId, text]) => (text.trim() === '' ? [] : [personId]))
  return { of: (personId) => drafts.get(personId) ?? '', unsentTo, change }
}

/**
 * @file Who is not in the room any more, and, where the charter asks for it, what the facilitator answered: are they
 * safe. In memory, for as long as it takes; no answer is kept or counted.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import { leftBetween } from './use-room-announcements'

/**
 * How long a departure is one quiet line, in milliseconds: as long as it takes to look up from a face, and for a line
 * that broke to come back by itself. Who is not back by then has stepped out.
 */
export const JUST_LEFT_MS = 20_000
/** How long an answer can be taken back, in milliseconds. */
export const UNDO_ANSWER_MS = 10_000
/** Most of them remembered, the oldest go: more than a room holds is a flood, and no list for anybody. */
const LEFT_MAX = 500

/** Somebody who left. */
export interface Left {
  id: string
  name: string
  /** Somebody else of this name was here then: whoever comes by it may be that one. */
  hasTwin: boolean
  /** The charter asks about them, and they were not back in time. */
  isDue: boolean
}

/** What the facilitator found out. `passed`: to whoever is on call. */
export type StepOutAnswer = 'safe' | 'spoke' | 'passed'

/** Who left, and what is still to be asked. */
export interface StepOuts {
  /** For the quiet line, the last of them last. */
  lately: readonly Left[]
  /** Still to be asked about, in the order in which they left. */
  waiting: readonly Left[]
  /** What was answered a moment ago; null: nothing that can be taken back. */
  answered: { about: readonly Left[]; answer: StepOutAnswer } | null
  answer: (about: readonly Left[], answer: StepOutAnswer) => void
  undo: () => void
}

const leftWith = (before: RoomSnapshot, now: RoomSnapshot): readonly Left[] => {
  const gone = leftBetween(before, now)
  if (gone.length === 0) return []
  const idsOf = new Map<string, Set<string>>()
  for (const { id, name } of [...before.people, ...now.people]) {
    idsOf.set(name, (idsOf.get(name) ?? new Set()).add(id))
  }
  return gone.map(({ id, name }) => ({ id, name, hasTwin: (idsOf.get(name)?.size ?? 0) > 1, isDue: false }))
}

/** Those who are here and were not before. */
const cameBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Person[] => {
  const known = new Set(before.people.map(({ id }) => id))
  return now.people.filter(({ id, isSelf }) => !isSelf && !known.has(id))
}

/**
 * Who is still missed once people came. A line lost comes back under another id and the same name; where two had that
 * name, or two of it are missed, it is not known who came, and each is still to be looked for.
 */
const stillMissed = (left: readonly Left[], came: readonly Person[]): readonly Left[] => {
  if (came.length === 0) return left
  const byId = new Map(left.map((one) => [one.id, one]))
  const byName = Map.groupBy(left, ({ name }) => name)
  const back = new Set<Left>()
  for (const { id, name } of came) {
    const same = byId.get(id)
    const named = (byName.get(name) ?? []).filter((one) => !back.has(one))
    const [only] = named
    if (same) back.add(same)
    else if (named.length === 1 && only && !only.hasTwin) back.add(only)
  }
  return left.filter((one) => !back.has(one))
}

/**
 * Follows the room.
 *
 * @param isAsked - the charter asks for a check of those who step out.
 * @param isGoodbye - the evening is being closed: who leaves now is asked about no more.
 * @param isOver - the room is closed: every name goes at once.
 */
export const useStepOuts = (
  snapshot: RoomSnapshot,
  isAsked: boolean,
  isGoodbye: boolean,
  isOver: boolean,
): StepOuts => {
  const [left, setLeft] = useState<readonly Left[]>([])
  const [answered, setAnswered] = useState<StepOuts['answered']>(null)
  const before = useRef(snapshot)
  const asks = useRef(false)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    asks.current = isAsked && !isGoodbye
  }, [isAsked, isGoodbye])
  useEffect(() => {
    const waited = timers.current
    return () => {
      for (const timer of waited) clearTimeout(timer)
      waited.clear()
    }
  }, [])
  useEffect(() => {
    const gone = leftWith(before.current, snapshot)
    const back = cameBetween(before.current, snapshot)
    before.current = snapshot
    if (gone.length === 0 && back.length === 0) return
    setLeft((now) => stillMissed([...now, ...gone], back).slice(-LEFT_MAX))
    setAnswered((now) => (now === null ? null : { ...now, about: stillMissed(now.about, back) }))
    if (gone.length === 0) return
    const ids = new Set(gone.map(({ id }) => id))
    const isAskedAbout = asks.current
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setLeft((now) =>
        isAskedAbout
          ? now.map((one) => (ids.has(one.id) ? { ...one, isDue: true } : one))
          : now.filter(({ id }) => !ids.has(id)),
      )
    }, JUST_LEFT_MS)
    timers.current.add(timer)
  }, [snapshot])
  useEffect(() => {
    if (!isOver) return
    setLeft([])
    setAnswered(null)
  }, [isOver])
  useEffect(() => {
    if (answered === null) return
    const timer = setTimeout(() => setAnswered(null), UNDO_ANSWER_MS)
    return () => clearTimeout(timer)
  }, [answered])
  const answer = useCallback((about: readonly Left[], what: StepOutAnswer) => {
    const ids = new Set(about.map(({ id }) => id))
    setLeft((now) => now.filter(({ id }) => !ids.has(id)))
    setAnswered({ about, answer: what })
  }, [])
  const undo = (): void => {
    if (answered === null) return
    setLeft((now) => [...answered.about, ...now])
    setAnswered(null)
  }
  return {
    lately: left.filter(({ isDue }) => !isDue),
    waiting: left.filter(({ isDue }) => isDue),
    answered: answered !== null && answered.about.length > 0 ? answered : null,
    answer,
    undo,
  }
}

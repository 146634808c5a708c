/**
 * @file Who is not in the room any more, and, where the charter asks for it, what the facilitator answered: are they
 * safe. In memory, for as long as it takes; no answer is kept or counted.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterSettings } from '../../../../contract/charter-settings'
import { announce } from '../../announcer'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import { JUST_LEFT_MS, type Left, stillMissed, withTwins } from './left'
import { useMissedAway } from './use-missed-away'
import { leftBetween } from './use-room-announcements'

/** How long an answer can be taken back, in milliseconds. */
export const UNDO_ANSWER_MS = 10_000
/** Most of them remembered, the oldest go: more than a room holds is a flood, and no list for anybody. */
const LEFT_MAX = 500

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

const leftWith = (before: RoomSnapshot, now: RoomSnapshot): readonly Left[] =>
  withTwins(leftBetween(before, now), [...before.people, ...now.people])

/** Those who are here and were not before. */
const cameBetween = (before: RoomSnapshot, now: RoomSnapshot): readonly Person[] => {
  const known = new Set(before.people.map(({ id }) => id))
  return now.people.filter(({ id, isSelf }) => !isSelf && !known.has(id))
}

/**
 * Follows the room.
 *
 * @param settings - of the charter, which may ask for a check of those who step out; null until it is read.
 * @param isGoodbye - the evening is being closed: who leaves now is asked about no more.
 * @param isOver - the room is closed: every name goes at once.
 */
export const useStepOuts = (
  snapshot: RoomSnapshot,
  settings: Pick<CharterSettings, 'stepOutCheck'> | null,
  isGoodbye: boolean,
  isOver: boolean,
): StepOuts => {
  const isAsked = settings?.stepOutCheck.value ?? false
  const { t } = useTranslation('meeting')
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
  /** One quiet line first; then they are asked about, or the line goes. */
  const putOff = useCallback((gone: readonly Left[]) => {
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
  }, [])
  useEffect(() => {
    const gone = leftWith(before.current, snapshot)
    const back = cameBetween(before.current, snapshot)
    before.current = snapshot
    if (gone.length === 0 && back.length === 0) return
    setLeft((now) => stillMissed([...now, ...gone], back).slice(-LEFT_MAX))
    setAnswered((now) => (now === null ? null : { ...now, about: stillMissed(now.about, back) }))
    putOff(gone)
  }, [snapshot, putOff])
  useMissedAway(
    snapshot,
    isOver,
    useCallback(
      (missed: readonly Left[]) => {
        setLeft((now) => {
          const known = new Set(now.map(({ id }) => id))
          return [...now, ...missed.filter(({ id }) => !known.has(id))].slice(-LEFT_MAX)
        })
        putOff(missed)
        announce(t('people.missed', { count: missed.length }))
      },
      [putOff, t],
    ),
  )
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

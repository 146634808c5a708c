/** @file Writing a debrief: checked while typing, kept only when clean, never lost by looking at another page. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PackId } from '../../../contract/primitives'
import { client, useConnection } from '../client'
import { forgetRoomNames, ROOM_NAMES_KEPT_MS, readRoomNames } from '../meeting'
import { dropInHand, followId, layAside, NEW_SLOT } from './in-hand'
import type { Finding } from './linter'
import { useLintContext } from './use-lint-context'
import {
  answersToStore,
  check,
  type FieldId,
  type Findings,
  isEmpty,
  isStored,
  keyOf,
  keysOf,
  openOnes,
  overBy,
  settleNames,
  textOf,
  type Writing,
  withText,
} from './writing'

/** Pause after a key before the text is checked, in milliseconds. */
export const CHECK_AFTER_MS = 120
/** Pause after the last change before a clean draft is stored, in milliseconds. */
export const SAVE_AFTER_MS = 2000

/** Where storing stands. */
export type Saving =
  | { is: 'idle' }
  | { is: 'saving' }
  | { is: 'saved' }
  | { is: 'failed'; error: unknown; wasDraft: boolean }

/** Outcome of pressing "Save debrief". */
export type SaveAnswer = 'saved' | 'open' | 'tooLong' | 'empty' | 'failed'

/**
 * One debrief in hand.
 *
 * @param start - what was stored or laid aside, or an empty one.
 * @param chosen - ids of prompts answered by choosing: not checked.
 * @param maxCharacters - the charter's limit for each field.
 */
export const useWriting = (start: Writing, chosen: ReadonlySet<PackId>, maxCharacters: number) => {
  const cache = useQueryClient()
  const { context, roomNames } = useLintContext()
  const [writing, setWriting] = useState(start)
  const [findings, setFindings] = useState<Findings>(() => check(start, chosen, context))
  const [checked, setChecked] = useState(start)
  const [saving, setSaving] = useState<Saving>({ is: 'idle' })
  const [namesTakenOut, setNamesTakenOut] = useState(0)

  // The newest of each, for timers and for leaving the page.
  const now = useRef({ writing: start, context, untilMs: roomNames?.untilMs ?? null })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const isLeft = useRef(false)
  const isDiscarded = useRef(false)

  const put = useCallback((next: Writing) => {
    now.current.writing = next
    setWriting(next)
  }, [])
  const checkNow = useCallback(() => {
    const { writing: current, context: known } = now.current
    const found = check(current, chosen, known)
    setFindings(found)
    setChecked(current)
    return { found, open: openOnes(found, current, current.kept) }
  }, [chosen])

  // Names that leave memory take their mentions with them, before anything can be stored (see settleNames).
  useLayoutEffect(() => {
    const before = now.current
    if (before.context !== context) {
      const settled = settleNames(
        before.writing,
        check(before.writing, chosen, before.context),
        check(before.writing, chosen, context),
      )
      now.current = { ...before, context, untilMs: roomNames?.untilMs ?? null }
      if (settled.count > 0) {
        put(settled.content)
        setNamesTakenOut((count) => count + settled.count)
      }
      const current = now.current.writing
      if (isStored(current)) {
        // Nothing is being written: what a better finder sees in a stored text was kept on purpose then.
        const seen = keysOf(check(current, chosen, context), current)
        if ([...seen].some((key) => !current.kept.has(key))) {
          put({ ...current, kept: new Set([...current.kept, ...seen]) })
        }
      }
      checkNow()
    }
  }, [context, roomNames, chosen, put, checkNow])

  useEffect(() => {
    if (writing === checked) return
    const timer = setTimeout(() => {
      // A laptop that slept past their end: the names go now (their own timer may be late).
      readRoomNames()
      checkNow()
    }, CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [writing, checked, checkNow])

  /** Stores the newest version, one call after the other, so that a new entry is created once. */
  const store = useCallback(
    (isDraft: boolean): Promise<boolean> => {
      const run = async (): Promise<boolean> => {
        const { writing: current } = now.current
        if (isDraft && isStored(current)) return true
        if (!isLeft.current) setSaving({ is: 'saving' })
        try {
          const stored = await client.debrief.save({
            debriefId: current.debriefId,
            charterId: current.charterId,
            text: current.text,
            answers: answersToStore(current.answers),
            isDraft,
          })
          const next = { ...now.current.writing, debriefId: stored.id, stored }
          now.current.writing = next
          if (!isLeft.current) {
            setWriting(next)
            setSaving({ is: isDraft ? 'idle' : 'saved' })
          } else followId(cache, next, now.current.untilMs)
          await cache.invalidateQueries({ queryKey: ['debrief', 'list'] })
          return true
        } catch (error) {
          if (!isLeft.current) setSaving({ is: 'failed', error, wasDraft: isDraft })
          return false
        }
      }
      const turn = line.current.then(run)
      line.current = turn
      return turn
    },
    [cache],
  )

  /** True when the newest version may be stored. */
  const mayStore = useCallback(() => {
    const { writing: current } = now.current
    return checkNow().open.size === 0 && !isEmpty(current) && overBy(current, maxCharacters) === 0
  }, [checkNow, maxCharacters])

  const keepDraft = useCallback(() => {
    if (!isStored(now.current.writing) && mayStore()) void store(true)
  }, [mayStore, store])

  // A version that could not be stored is tried again with the next change or by hand, not in a loop.
  useEffect(() => {
    if (isStored(writing)) return
    const timer = setTimeout(keepDraft, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [writing, keepDraft])

  // The link came back: what could not be stored meanwhile is stored now.
  const connection = useConnection()
  useEffect(() => {
    if (connection === 'connected') keepDraft()
  }, [connection, keepDraft])

  useEffect(() => {
    isLeft.current = false
    dropInHand(cache, now.current.writing.debriefId ?? NEW_SLOT)
    return () => {
      isLeft.current = true
      const { writing: current, context: known, untilMs } = now.current
      if (isDiscarded.current || isStored(current) || isEmpty(current)) return
      const slot = current.debriefId ?? NEW_SLOT
      const found = check(current, chosen, known)
      const aside = { writing: current, findings: found, chosen }
      layAside(cache, slot, aside, untilMs)
      if (openOnes(found, current, current.kept).size > 0 || overBy(current, maxCharacters) > 0) return
      void store(true).then((isKept) => {
        if (isKept) dropInHand(cache, slot)
      })
    }
  }, [cache, chosen, maxCharacters, store])

  const change = useCallback(
    (field: FieldId, text: string) => {
      put(withText(now.current.writing, field, text))
      setSaving((current) => (current.is === 'saved' ? { is: 'idle' } : current))
      setNamesTakenOut(0)
    },
    [put],
  )
  const keep = useCallback(
    (field: FieldId, finding: Finding) => {
      const current = now.current.writing
      const key = keyOf(field, finding, textOf(current, field))
      put({ ...current, kept: new Set([...current.kept, key]) })
    },
    [put],
  )

  const save = useCallback(async (): Promise<SaveAnswer> => {
    const { writing: current } = now.current
    if (isEmpty(current)) return 'empty'
    if (checkNow().open.size > 0) return 'open'
    if (overBy(current, maxCharacters) > 0) return 'tooLong'
    if (!(await store(false))) return 'failed'
    const names = readRoomNames()
    // Reworking a debrief that was finished before this room closed is not the end of tonight's.
    const namesSinceMs = names ? names.untilMs - ROOM_NAMES_KEPT_MS : 0
    const isEarlier =
      start.stored !== null && !start.stored.isDraft && Date.parse(start.stored.createdAt) < namesSinceMs
    if (!isEarlier) forgetRoomNames()
    return 'saved'
  }, [checkNow, maxCharacters, start, store])

  /** Ends the writing without storing: the page is about to be left. */
  const letGo = useCallback(() => {
    isDiscarded.current = true
    return now.current.writing
  }, [])

  const open = openOnes(findings, checked, writing.kept)
  return {
    writing,
    checked,
    open,
    saving,
    namesTakenOut,
    roomNames,
    change,
    keep,
    keepDraft,
    save,
    store,
    letGo,
  }
}

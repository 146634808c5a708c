/**
 * @file Texts that are stored as one types, each only once the identifier linter has looked at it: what holds a name of
 * the room is not stored, and what asks for an answer is stored and does not leave yet.
 */
import { useState, useSyncExternalStore } from 'react'
import { type Autosave, consoleLink, createAutosave, useAutosave } from './autosave'
import { codeOf } from './words/problems'

/** What the linter said, and of which text. `asks`: something in it wants an answer before it leaves. */
export interface Looked {
  text: string
  state: 'clean' | 'asks' | 'blocks'
}

/** Why something is not stored. `open`: it was not looked at yet. */
export type HeldText = 'name' | 'tooLong' | 'open'

/** What the texts start from, and how they are stored. */
export interface CheckedWritingOptions<S> {
  texts: readonly string[]
  answer: S
  /** Longest of each by its place, in UTF-16 units: one that is too long keeps no other from being stored. */
  maxLengths: readonly number[]
  save: (texts: readonly string[]) => Promise<S>
  onStored?: (answer: S) => void
  /** Names what is written where leaving asks; never a word of it. */
  describe: () => readonly string[]
}

/** Texts in writing. */
export interface CheckedWriting<S> {
  autosave: Autosave<readonly string[], S, HeldText>
  /** Takes what the linter said of the text at a place. */
  look: (place: number, looked: Looked) => void
  looked: () => ReadonlyMap<number, Looked>
  subscribe: (listener: () => void) => () => void
}

const isSame = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((text, place) => text === after[place])

/** Begins. */
export const openCheckedWriting = <S extends object>(
  options: CheckedWritingOptions<S>,
): CheckedWriting<S> => {
  const { texts, answer, maxLengths, save, onStored, describe } = options
  let looked: ReadonlyMap<number, Looked> = new Map()
  const listeners = new Set<() => void>()
  const heldAt = (text: string, place: number, stored: string): HeldText | null => {
    if (text === stored || text === '') return null
    if (text.length > (maxLengths[place] ?? 0)) return 'tooLong'
    const one = looked.get(place)
    if (one?.text !== text) return 'open'
    return one.state === 'blocks' ? 'name' : null
  }
  const autosave = createAutosave<readonly string[], S, HeldText>({
    value: texts,
    stored: { answer, value: texts },
    nothing: texts.map(() => ''),
    hasChanged: (before, after) => !isSame(before, after),
    prepare: (value, stored) => {
      const held = value.map((text, place) => heldAt(text, place, stored[place] ?? ''))
      return {
        storable: value.map((text, place) => (held[place] === null ? text : (stored[place] ?? ''))),
        heldBack: held.filter((one) => one !== null),
      }
    },
    save: (value) => save(value),
    ...(onStored ? { onStored } : {}),
    isLasting: (error) => codeOf(error) === 'NOT_FOUND',
    link: consoleLink,
    describe,
  })
  return {
    autosave,
    look: (place, one) => {
      const before = looked.get(place)
      if (before?.text === one.text && before.state === one.state) return
      looked = new Map(looked).set(place, one)
      autosave.recheck()
      for (const listener of listeners) listener()
    },
    looked: () => looked,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Texts in writing as React state. `isClean`: every text was looked at as it stands, and nothing in it is open. */
export const useCheckedWriting = <S extends object>(make: () => CheckedWriting<S>) => {
  const [writing] = useState(make)
  const snapshot = useAutosave(writing.autosave)
  const looked = useSyncExternalStore(writing.subscribe, writing.looked)
  const isClean = snapshot.value.every((text, place) => {
    const one = looked.get(place)
    return text.trim() === '' || (one?.text === text && one.state === 'clean')
  })
  return { ...snapshot, ...writing, isClean }
}

/**
 * @file The word that is being typed: it may become a name of the room, and no rule of the linter knows half a name.
 * While the typing goes on it is left out of what is stored (promise 1).
 */
import { fold } from './fold'
import type { NameIndex } from './name-index'

/** A place between two signs of a text, in UTF-16 units. */
export type CaretPlace = number

/** Where the last change of a text ended: after it, all is as it was. */
export const editEnd = (before: string, after: string): CaretPlace => {
  let same = 0
  const longest = Math.min(before.length, after.length)
  while (same < longest && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return after.length - same
}

/** A run without white space that is longer is no word that could become a name, in UTF-16 units. */
const WORD_MAX = 200
const wordBefore = /[\p{L}\p{N}\p{M}\p{Pd}'’_.@]*$/u
const wordAfter = /^[\p{L}\p{N}\p{M}\p{Pd}'’_.@]*/u

const beginsName = (word: string, { words, phrases, inside }: NameIndex): boolean => {
  const begins = (name: string) => name.startsWith(word)
  if ([...words.keys()].some(begins) || inside.some(begins)) return true
  return [...phrases.values()].some((all) => all.some((parts) => begins(parts.join(''))))
}

/**
 * Takes the word at a place out, where it begins a name or is one.
 *
 * @returns the text as it may be stored while the typing goes on.
 */
export const withoutUnfinishedName = (text: string, at: CaretPlace, names: NameIndex): string => {
  const before = wordBefore.exec(text.slice(Math.max(0, at - WORD_MAX), at))?.[0] ?? ''
  const after = wordAfter.exec(text.slice(at, at + WORD_MAX))?.[0] ?? ''
  const pieces = fold(`${before}${after}`)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((piece) => piece !== '')
  if (!pieces.some((piece) => beginsName(piece, names))) return text
  return text.slice(0, at - before.length) + text.slice(at + after.length)
}

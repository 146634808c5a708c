/** @file Which acts fit what was typed, and which of them Enter may do without a further key. */
import type { ActInUse } from '../../ui/keys'

type Named = Pick<ActInUse, 'called'>

/** Letters typed before one act that fits is taken for the one that is meant. */
export const LETTERS_MIN = 3

/** Letters and digits in plain form, word by word: case, accents and signs do not matter. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * The acts that fit, in the order they were given: each word that was typed begins a word of the name. Everything fits
 * nothing typed; signs alone fit nothing.
 */
export const actsFitting = <Act extends Named>(acts: readonly Act[], typed: string): readonly Act[] => {
  if (typed.trim() === '') return acts
  const parts = wordsOf(typed)
  if (parts.length === 0) return []
  return acts.filter(({ called }) => {
    const words = wordsOf(called)
    return parts.every((part) => words.some((word) => word.startsWith(part)))
  })
}

/**
 * The one act that was typed for: its whole name, or enough of it that nothing else fits. Null where it could be
 * another, so that Enter never sends into a room, or locks, what somebody did not mean.
 */
export const typedFor = <Act extends Named>(acts: readonly Act[], typed: string): Act | null => {
  const whole = wordsOf(typed).join(' ')
  const fitting = actsFitting(acts, typed)
  const [only] = fitting
  if (only !== undefined && fitting.length === 1 && Array.from(whole).length >= LETTERS_MIN) return only
  return fitting.find(({ called }) => wordsOf(called).join(' ') === whole) ?? null
}

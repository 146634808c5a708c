/** @file What the console says about a passphrase while it is typed. It informs; it never blocks above 15 characters. */
import { passphraseLength } from '../../../contract/same-to-the-eye/passphrase'
import { PASSPHRASE_MAX_LENGTH, PASSPHRASE_MIN_LENGTH } from '../../../contract/vault'

/** What an estimator found: how many guesses, and keys of its warning and suggestions. */
export interface Estimate {
  /** Logarithm to base 10 of the guesses an attacker would need. */
  guessesLog10: number
  /** Key under `first.warnings`, or null. */
  warning: string | null
  /** Keys under `first.suggestions`. */
  suggestions: readonly string[]
}

/** Feedback by kind; `rated` only above the minimum length. */
export type PassphraseFeedback =
  | { kind: 'empty' }
  | { kind: 'short'; missing: number }
  | { kind: 'tooLong' }
  | { kind: 'unrated' }
  | { kind: 'rated'; strength: 'easy' | 'fair' | 'good'; hints: readonly string[] }

/**
 * Guesses from which a passphrase is called fair and good. Our default: the vault's Argon2id (64 MiB, t=3)
 * takes roughly 17 guesses a second on one core, so 10^9 guesses are about two core-years and 10^13 are
 * years on ten thousand cores.
 */
export const FAIR_FROM_LOG10 = 9
export const GOOD_FROM_LOG10 = 13

/**
 * Maps length and estimate to what is said.
 *
 * @param typed - the passphrase as typed.
 * @param estimate - of this very text, or null while the estimator is not there (or never will be).
 */
export const passphraseFeedback = (typed: string, estimate: Estimate | null): PassphraseFeedback => {
  const length = passphraseLength(typed)
  if (length === 0) return { kind: 'empty' }
  if (length < PASSPHRASE_MIN_LENGTH) return { kind: 'short', missing: PASSPHRASE_MIN_LENGTH - length }
  if (length > PASSPHRASE_MAX_LENGTH) return { kind: 'tooLong' }
  if (!estimate) return { kind: 'unrated' }
  if (estimate.guessesLog10 >= GOOD_FROM_LOG10) return { kind: 'rated', strength: 'good', hints: [] }
  const warning = estimate.warning === null ? [] : [`first.warnings.${estimate.warning}`]
  const suggestion = estimate.suggestions[0] ?? 'anotherWord'
  return {
    kind: 'rated',
    strength: estimate.guessesLog10 >= FAIR_FROM_LOG10 ? 'fair' : 'easy',
    hints: [...warning, `first.suggestions.${suggestion}`],
  }
}

/** True when the passphrase may be used: long enough and not absurdly long. Nothing else is asked of it. */
export const isPassphraseUsable = (typed: string): boolean => {
  const length = passphraseLength(typed)
  return length >= PASSPHRASE_MIN_LENGTH && length <= PASSPHRASE_MAX_LENGTH
}

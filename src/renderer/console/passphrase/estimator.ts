/**
 * @file Estimates how many guesses a passphrase would take, by zxcvbn-ts and its dictionaries (1.6 MB, loaded
 * when the passphrase box is first used). It works in this page alone: nothing is sent or kept.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { Estimate } from './passphrase-feedback'

const estimator = new ZxcvbnFactory({
  // Without translations it answers with keys, which are our catalogue's.
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
})

/** Only so much is looked at: the time to estimate grows faster than the text. */
const LOOKED_AT_MAX = 80

/**
 * Estimates a passphrase.
 *
 * @param typed - the passphrase.
 * @param ownWords - words an attacker who knows the facilitator would try first.
 */
export const estimate = (typed: string, ownWords: readonly string[]): Estimate => {
  const result = estimator.check(typed.slice(0, LOOKED_AT_MAX), [...ownWords])
  return {
    guessesLog10: result.guessesLog10,
    warning: result.feedback.warning,
    suggestions: result.feedback.suggestions,
  }
}

/** @file What is looked for in a language, to read words of keeping, recording and telling (`keeping-words.ts`). */

/** What is looked for in a language. Texts come folded: no accents, straight quotes, single spaces, small letters. */
export interface KeepingWords {
  /** Says what the schema keeps: nothing about people. */
  keepsNothingOfYou: RegExp
  /** Says that more is kept. */
  keepsMore: RegExp
  /** A verb of keeping, and something of people: together, without a no, they keep something of people. */
  keepsOfPeople: RegExp
  ofPeople: RegExp
  saysNo: RegExp
  recordsNothing: RegExp
  /** A sentence that only asks others, or speaks of something else than recording with its no. */
  recordsOthers: RegExp
  recordsSo: RegExp
  /** Nobody can keep it, whatever is said beside it. */
  sweeping: readonly RegExp[]
  /** Silence towards everybody: true only with the limit in the same words. */
  silent: readonly RegExp[]
  /** All that is said stays: true where the limit is told somewhere in the same list of words. */
  staying: readonly RegExp[]
  /** The limit. */
  limit: RegExp
  /** A sentence that promises nothing: it says that it cannot, or asks something of others. */
  disclaims: RegExp
}

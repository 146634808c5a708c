/**
 * @file What words of a charter say of keeping, recording and telling, in the languages that can be read here. Sentences are read
 * one by one: a promise in the second is a promise.
 */
import type { KeepingWords } from './keeping-shape'
import { englishWords } from './keeping-words-en'
import { spanishWords } from './keeping-words-es'

/** Reads words of one language. */
export interface KeepingReader {
  /** Whether what is said to be kept is no more than what a vault can keep. */
  keepsOnlyOurs: (said: string) => boolean
  /** Whether it is said that nothing is recorded, and nowhere that something is. */
  saysNoRecording: (said: string) => boolean
  /**
   * Whether words promise what nobody can keep: secrecy without its limit, that nobody could record or find out, that everything
   * is recorded.
   *
   * @param text - one line of a charter.
   * @param around - all lines that are said with it: the limit may stand in another.
   */
  promisesTooMuch: (text: string, around: string) => boolean
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/[’‘´`]/g, "'")
    .replace(/[“”«»"]/g, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase()

const sentencesOf = (said: string): string[] => said.split(/(?<=[.!?;])\s+/)

/** A "by nobody" is no longer than this. */
const NO_AFTER = 12

/** Whether it says that something is recorded, with no "no" before it or right behind it: one further on speaks of something else. */
const records = (words: KeepingWords, sentence: string): boolean => {
  const found = words.recordsSo.exec(sentence)
  return found !== null && !words.saysNo.test(sentence.slice(0, found.index + found[0].length + NO_AFTER))
}

const readerWith = (words: KeepingWords): KeepingReader => ({
  keepsOnlyOurs: (text) => {
    const said = folded(text)
    return (
      words.keepsNothingOfYou.test(said) &&
      !words.keepsMore.test(said) &&
      !sentencesOf(said).some(
        (one) => !words.saysNo.test(one) && words.keepsOfPeople.test(one) && words.ofPeople.test(one),
      )
    )
  },
  saysNoRecording: (text) => {
    const sentences = sentencesOf(folded(text))
    return (
      sentences.some((one) => words.recordsNothing.test(one) && !words.recordsOthers.test(one)) &&
      !sentences.some((one) => records(words, one))
    )
  },
  promisesTooMuch: (text, around) => {
    const said = folded(text)
    const hasLimit = words.limit.test(said)
    const isLimitedAround = hasLimit || words.limit.test(folded(around))
    return sentencesOf(said).some((one) => {
      if (words.disclaims.test(one)) return false
      const promises = (list: readonly RegExp[]) => list.some((promise) => promise.test(one))
      return (
        promises(words.sweeping) ||
        records(words, one) ||
        (!hasLimit && promises(words.silent)) ||
        (!isLimitedAround && promises(words.staying))
      )
    })
  },
})

const readers: Readonly<Record<string, KeepingReader>> = {
  en: readerWith(englishWords),
  es: readerWith(spanishWords),
}

/** Languages whose words are read, by their codes without a country. */
export const keepingLanguages: readonly string[] = Object.keys(readers)

/** The reader of a language, of whatever country; null: nobody here reads it. */
export const keepingReader = (language: string): KeepingReader | null =>
  readers[language.split('-')[0] ?? ''] ?? null

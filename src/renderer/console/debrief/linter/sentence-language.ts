/**
 * @file What language a sentence is in, as far as the linter knows it: in a sentence of Spanish its everyday words are
 * ordinary, and in one of neither language an ending of one letter is an ending.
 */
import { grammarWords, neverNames } from './common-words'
import { type Token, tokenize } from './fold'
import { isOrdinary } from './ordinary-words'
import { isCapital, opensSentence } from './sentences'
import { isOrdinarySpanish, spanishGrammar } from './spanish-words'

/** English and Spanish are those we ship; `other` is any language with neither's small words. */
export type SentenceLanguage = 'en' | 'es' | 'other'

const sentenceEnd = /[.!?…\n\r]/u
const isEnglishGrammar = (word: string): boolean => neverNames.has(word) || grammarWords.has(word)

/** More of one's small words than of the other's; a tie tells nothing. */
const languageOf = (words: readonly string[]): SentenceLanguage | null => {
  let english = 0
  let spanish = 0
  for (const word of words) {
    const isEnglish = isEnglishGrammar(word)
    const isSpanish = spanishGrammar.has(word)
    if (isEnglish && !isSpanish) english += 1
    if (isSpanish && !isEnglish) spanish += 1
  }
  if (english === spanish) return null
  return english > spanish ? 'en' : 'es'
}

/** Whether it is an everyday word, and of which language. */
const everydayOf = (word: string): Everyday => {
  const isSpanish = isOrdinarySpanish(word)
  if (isOrdinary(word, false)) return isSpanish ? 'both' : 'en'
  return isSpanish ? 'es' : null
}
type Everyday = 'en' | 'es' | 'both' | null

/** Without small words: by what is an everyday word of one; what is one of both is English beside English alone. */
const guess = (words: readonly string[], known: Map<string, Everyday>): SentenceLanguage => {
  const count = { en: 0, es: 0, both: 0 }
  for (const word of words) {
    const answer = known.get(word)
    const of = answer === undefined ? everydayOf(word) : answer
    known.set(word, of)
    if (of !== null) count[of] += 1
  }
  if (count.es > count.en || (count.en === 0 && count.both > 0)) return 'es'
  return count.en > 0 ? 'en' : 'other'
}

/** The language of the sentence around each word. `isName`: words of the room's names, which tell nothing of it. */
const languagesAt = (
  tokens: readonly Token[],
  text: string,
  isName: (word: string) => boolean,
): SentenceLanguage[] => {
  const sentences: number[][] = []
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]
    if (!before || sentenceEnd.test(text.slice(before.end, token.start))) sentences.push([])
    sentences.at(-1)?.push(at)
  }
  const wordsAt = (places: readonly number[]) =>
    places.map((at) => tokens[at]?.word ?? '').filter((word) => word !== '' && !isName(word))
  const known = new Map<string, Everyday>()
  const whole = languageOf(wordsAt([...tokens.keys()]))
  return sentences.flatMap((places) => {
    const words = wordsAt(places)
    const language = languageOf(words) ?? whole ?? guess(words, known)
    return places.map(() => language)
  })
}

/** Whether a word is ordinary where it stands. */
const ordinaryAt = (
  tokens: readonly Token[],
  text: string,
  languages: readonly SentenceLanguage[],
): ((at: number) => boolean) => {
  const known = new Map<string, boolean>()
  return (at) => {
    const token = tokens[at]
    if (!token) return false
    // In the middle of a Spanish sentence a capital makes a name of a word.
    const isSpanishHere =
      languages[at] === 'es' && (!isCapital(tokens, at, text) || opensSentence(text, token.start))
    const key = `${token.isCapitalised ? '^' : ''}${isSpanishHere ? '~' : ''}${token.word}`
    const answer = known.get(key)
    if (answer !== undefined) return answer
    const is = isOrdinary(token.word, token.isCapitalised) || (isSpanishHere && isOrdinarySpanish(token.word))
    known.set(key, is)
    return is
  }
}

/** The words of a text with what is known of the sentences they stand in. Of one text, and kept no longer than its check. */
export interface Reading {
  text: string
  tokens: readonly Token[]
  languages: readonly SentenceLanguage[]
  /** Whether the word at this place is an everyday word there. */
  isOrdinary: (at: number) => boolean
}

/** Reads a text. `isName`: true for words of the room's names. */
export const readSentences = (text: string, isName: (word: string) => boolean): Reading => {
  const tokens = tokenize(text)
  const languages = languagesAt(tokens, text, isName)
  return { text, tokens, languages, isOrdinary: ordinaryAt(tokens, text, languages) }
}

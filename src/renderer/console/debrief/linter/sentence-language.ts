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
const letter = /\p{L}/u
/** Words of other scripts fold to letters that make a word by chance: the Greek ο is no o. */
const isLatinWord = ({ start, end }: Token, text: string): boolean => {
  const shown = text.slice(start, end)
  return (
    /^[\x20-\x7e]+$/.test(shown) || /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(shown)
  )
}
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

const isSpanishWord = (word: string): boolean => spanishGrammar.has(word) || isOrdinarySpanish(word)

/** Without small words: by what is an everyday word of one; what is one of both is English beside English alone. */
const guess = (words: readonly string[]): SentenceLanguage => {
  let english = 0
  let spanish = 0
  let both = 0
  for (const word of words) {
    const isSpanish = isSpanishWord(word)
    if (!isOrdinary(word, false)) spanish += isSpanish ? 1 : 0
    else if (isSpanish) both += 1
    else english += 1
  }
  if (spanish > english || (english === 0 && both > 0)) return 'es'
  return english > 0 ? 'en' : 'other'
}

/** Fewer words say nothing of their language by themselves. */
const TELLING_WORDS_MIN = 3

/**
 * The language of the sentence around each word. Every language has some short words that are English or Spanish too ("i",
 * "este", "to"): where most letters of a sentence stand in words that are neither's, it is in neither. `isName`: words of
 * the room's names, which tell nothing of it.
 */
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
  const known = new Map<string, boolean>()
  const isKnown = tokens.map((token): boolean => {
    if (!isLatinWord(token, text)) return false
    const answer = known.get(token.word)
    if (answer !== undefined) return answer
    const is = isOrdinary(token.word, false) || isSpanishWord(token.word)
    known.set(token.word, is)
    return is
  })
  const isTelling = tokens.map(({ word }) => letter.test(word) && !isName(word))
  const wordsOf = (places: readonly number[]) => places.map((at) => tokens[at]?.word ?? '')
  const lettersOf = (places: readonly number[]) =>
    places.reduce((sum, at) => sum + (tokens[at]?.word.length ?? 0), 0)
  const read = (places: readonly number[]): SentenceLanguage | null => {
    const telling = places.filter((at) => isTelling[at] === true)
    if (telling.length === 0) return null
    const isLong = telling.length >= TELLING_WORDS_MIN
    const told = telling.filter((at) => isKnown[at] === true)
    if (isLong && lettersOf(told) * 2 < lettersOf(telling)) return 'other'
    if (told.length === 0) return isLong ? 'other' : null
    return languageOf(wordsOf(told)) ?? (told.length === telling.length ? guess(wordsOf(told)) : null)
  }
  const whole = read([...tokens.keys()])
  return sentences.flatMap((places) => {
    const language = read(places) ?? whole ?? guess(wordsOf(places.filter((at) => isKnown[at] === true)))
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
  const isOrdinaryOf = (token: Token, at: number): boolean => {
    // In the middle of a Spanish sentence a capital makes a name of a word.
    const isSpanishHere =
      languages[at] === 'es' && (!isCapital(tokens, at, text) || opensSentence(text, token.start))
    if (!isLatinWord(token, text)) return false
    // Where nothing is English, an accent makes another word of an English one: "Věry".
    if (languages[at] === 'other' && /[^\x20-\x7e]/.test(text.slice(token.start, token.end))) return false
    const key = `${token.isCapitalised ? '^' : ''}${isSpanishHere ? '~' : ''}${token.word}`
    const answer = known.get(key)
    if (answer !== undefined) return answer
    const is = isOrdinary(token.word, token.isCapitalised) || (isSpanishHere && isOrdinarySpanish(token.word))
    known.set(key, is)
    return is
  }
  const answers: (boolean | undefined)[] = []
  return (at) => {
    const token = tokens[at]
    if (!token) return false
    const answer = answers[at] ?? isOrdinaryOf(token, at)
    answers[at] = answer
    return answer
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

/** @file Finds the room's names in a text: one pass over its words. The rule is in name-index.ts. */

import { unspaced } from '../../../../contract/same-to-the-eye/letters'
import { keysToTheEye, nameToTheEye } from '../../../../contract/same-to-the-eye/names'
import { commonWords, neverNames } from './common-words'
import { coveredWords, signReadings, spelledApart } from './disguised'
import { gluedWords, withoutEndings, withoutPrefixes } from './endings'
import type { Finding, Span } from './finding'
import { fold, foldWithOffsets, type Token, unleet } from './fold'
import { findLikely } from './likely-mentions'
import type { NameIndex, WordRule } from './name-index'
import { isOrdinary as isOrdinaryWord } from './ordinary-words'
import { type Reading, readSentences, type SentenceLanguage } from './sentence-language'
import { isCapital, opensSentence } from './sentences'
import { isOrdinarySpanish, spanishGrammar } from './spanish-words'
import { isAskingVerb } from './used-as-name'
import { isSpanishVerb, isUsedAsSpanishName } from './used-as-name-spanish'

/** A form of a name that is an everyday word ("evita") is the name where it is written as one. */
const ruleOfForm = (form: string, { forms }: NameIndex): WordRule | undefined => {
  const rule = forms.get(form)
  if (rule !== 'always' && rule !== 'capitalised') return rule
  return isOrdinaryWord(form, false) || isOrdinarySpanish(form) ? 'capitalisedInside' : rule
}

/** An apostrophe of any keyboard and an s: the possessive. */
const possessive = /^[\u0027\u2019\u2018\u02bc\u00b4\u0060\u2032\uff07]s(?![\p{L}\p{N}])/iu

/** In a sentence of Spanish its everyday words are names where they are written as names, its small ones inside of it. */
const ruleHere = (rule: WordRule, reading: Reading, at: number): WordRule => {
  const word = reading.tokens[at]?.word ?? ''
  if (reading.languages[at] !== 'es' || !isOrdinarySpanish(word)) return rule
  if (spanishGrammar.has(word)) return 'capitalisedInside'
  return rule === 'always' ? 'capitalised' : rule
}

/** "I thanked An": as a name is written, and not the first word of what somebody said. */
const isSmallWordNamed = ({ tokens, text }: Reading, at: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined &&
    /^\p{Lu}\p{Ll}$/u.test(text.slice(token.start, token.end)) &&
    !opensSentence(text, token.start) &&
    !/["“”„«'‘([]\s?$/u.test(text.slice(Math.max(0, token.start - 2), token.start)) &&
    // "Do Not Disturb", "My Girl": a heading or the name of a thing.
    tokens[at + 1]?.isCapitalised !== true
  )
}

/** "Bueno, pues eso." */
const isInterjection = ({ word, end }: Token, text: string): boolean =>
  /^(?:bueno|claro|vale)$/.test(word) && text.charAt(end) === ','

const ruleHolds = (rule: WordRule, reading: Reading, at: number, index: NameIndex): boolean => {
  const { tokens, text } = reading
  const token = tokens[at]
  if (!token) return false
  if (reading.languages[at] === 'es' && isSpanishVerb(tokens, at)) return false
  if (rule === 'always') return true
  if (rule === 'loneCapital') return token.isCapitalised
  if (rule === 'smallWord') return isSmallWordNamed(reading, at)
  if (rule === 'abroad')
    return token.isCapitalised && reading.languages[at] === 'other' && !reading.isOrdinary(at)
  if (possessive.test(text.slice(token.end, token.end + 3))) return true
  if (
    (reading.languages[at] !== 'es' || isUsedAsSpanishName(tokens, at)) &&
    index.asShown.size > 0 &&
    index.asShown.has(text.slice(token.start, token.end).normalize('NFC'))
  )
    return true
  if (!isCapital(tokens, at, text)) return false
  if (!opensSentence(text, token.start)) return true
  return rule === 'capitalised' && !isAskingVerb(tokens, at) && !isInterjection(token, text)
}

/** Length of the longest name of several words that begins at this token, in tokens; 0 when none does. */
const phraseAt = (tokens: readonly Token[], at: number, phrases: NameIndex['phrases']): number => {
  const first = tokens[at]
  const known = first ? phrases.get(first.word) : undefined
  const found = known?.find((parts) => parts.every((part, step) => tokens[at + step]?.word === part))
  return found?.length ?? 0
}

/** The forms under which a token may be a name: itself, without a plain s, its letters, its digits read as letters. */
const formsOf = (word: string, shown: string, isSpanishWord: boolean): string[] => {
  const forms = [word]
  if (
    !isSpanishWord &&
    /^\p{L}{4,}$/u.test(word) &&
    word.endsWith('s') &&
    !commonWords.has(word) &&
    !neverNames.has(word)
  ) {
    forms.push(word.slice(0, -1))
    if (word.endsWith('es') && word.length >= 5) forms.push(word.slice(0, -2))
    if (word.endsWith('ies') && word.length >= 6 && !isOrdinaryWord(word, false))
      forms.push(`${word.slice(0, -3)}y`)
  }
  if (/\p{N}/u.test(word)) {
    for (const run of word.match(/\p{L}{3,}/gu) ?? []) forms.push(run)
    forms.push(...unleet(word))
  }
  // Persian glues an ending without joining it.
  if (shown.includes('\u200c'))
    for (const part of shown.split('\u200c')) if (part.length >= 3) forms.push(fold(part))
  // Capitals inside a word part it: "uThandi", "MariaGonzalez".
  if (/\p{Ll}\p{Lu}\p{Ll}/u.test(shown)) {
    for (const part of shown.split(/(?<=\p{Ll})(?=\p{Lu})/u)) if (part.length >= 4) forms.push(fold(part))
  }
  if (!gluedWords.has(word)) {
    const least = /\p{Script=Hebrew}/u.test(word) ? 2 : 3
    forms.push(...withoutPrefixes(word).filter((rest) => rest.length >= least))
  }
  return forms
}

/**
 * With an ending, the name is no ordinary word; one letter of Latin script may be another name in English or Spanish, and
 * only warns. Behind a name of three letters it takes another language, and one letter a capital besides.
 */
const hasEnding = (
  token: Token,
  shown: string,
  index: NameIndex,
  { language, isNoticed }: { language: SentenceLanguage; isNoticed: boolean },
): boolean =>
  withoutEndings(token.word, shown).some(
    ({ stem, isWeak }) =>
      ((!isWeak || language === 'other') && index.stems.has(stem)) ||
      (language === 'other' && (!isWeak || isNoticed) && index.shortStems.has(stem)),
  )

/** Everyday words in a row that make a name of so many letters do so by no chance ("has an" makes Hasan). */
const SURE_JOINED_MIN = 7

/** What may stand inside a name that is written apart: a space, seen or not, an apostrophe, a dash, one picture. */
const insideName = /^(?:[\s\u2800'’\u02b9-\u02bf.\p{Pd}]{1,2}|\p{Extended_Pictographic}\p{EMod}?\ufe0f?)$/u
/** Letters that make a name by no chance, fewer where letters stand for more. */
const isLongEnough = (joined: string) => joined.length >= (/[^a-z]/.test(joined) ? 3 : 5)

/** Two or three neighbours that are one name run together: "Anna Belle". Words of everyday use in a row are none. */
const joinedAt = ({ tokens, text, isOrdinary }: Reading, at: number, index: NameIndex): number => {
  let joined = tokens[at]?.word ?? ''
  for (let size = 2; size <= 3; size += 1) {
    const token = tokens[at + size - 1]
    if (!token) return 0
    joined += token.word
    const rule = index.words.get(joined)
    if (!isLongEnough(joined) || rule === undefined) continue
    const parts = tokens.slice(at, at + size)
    const areNeighbours = parts.every((part, step) => {
      const before = parts[step - 1]
      return !before || insideName.test(text.slice(before.end, part.start))
    })
    // A name that is a word run together is none in two ("every day"), but for a part that is no word: "rose mary".
    const isWord = rule !== 'always' || isOrdinaryWord(joined, false)
    const isNamelike =
      parts.some((_, step) => !isOrdinary(at + step)) ||
      (!isWord &&
        (joined.length >= SURE_JOINED_MIN ||
          parts.every(
            (part, step) => part.isCapitalised && (step === 0 || isCapital(tokens, at + step, text)),
          )))
    if (areNeighbours && isNamelike) return size
  }
  return 0
}

const findInside = (text: string, index: NameIndex): Span[] => {
  if (index.inside.length === 0 || !unspaced.test(text)) return []
  const folded = foldWithOffsets(text)
  const spans: Span[] = []
  for (const name of index.inside) {
    for (let at = folded.text.indexOf(name); at >= 0; at = folded.text.indexOf(name, at + name.length)) {
      const start = folded.starts[at]
      const end = folded.ends[at + name.length - 1]
      if (start === undefined || end === undefined) continue
      // A name, then the end of it with what is said behind: 민준이가 is no 준.
      const isCut = spans.some((one) => one.start < start && start < one.end && one.end < end)
      if (!isCut) spans.push({ start, end })
    }
  }
  return spans
}

const findSure = (reading: Reading, index: NameIndex): Span[] => {
  const { text, tokens } = reading
  const spans: Span[] = []
  const looked = new Map<string, boolean>()
  const looksLikeName = (token: Token, shown: string, at: number): boolean => {
    const language = reading.languages[at] ?? 'other'
    const isNoticed = isCapital(tokens, at, text) && !opensSentence(text, token.start)
    const key = `${isNoticed ? '^' : ''}${language}${shown}`
    const known = looked.get(key)
    if (known !== undefined) return known
    const isOne =
      (hasEnding(token, shown, index, { language, isNoticed }) ||
        (!index.words.has(token.word) &&
          [nameToTheEye(token.word), ...keysToTheEye(shown)].some((look) => index.looks.has(look)))) &&
      !reading.isOrdinary(at)
    looked.set(key, isOne)
    return isOne
  }
  /** A word of English or Spanish but for its accents: in Spanish, some of its own have them. */
  const isAccented = (token: Token, shown: string, at: number): boolean =>
    index.accented.size > 0 &&
    index.accented.has(shown.normalize('NFC').toLowerCase()) &&
    (reading.languages[at] !== 'es' ||
      !isOrdinarySpanish(token.word) ||
      (isCapital(tokens, at, text) && !opensSentence(text, token.start)))
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    const length = phraseAt(tokens, at, index.phrases) || joinedAt(reading, at, index)
    const last = tokens[at + length - 1]
    if (length > 0 && last) {
      spans.push({ start: token.start, end: last.end })
      at += length - 1
      continue
    }
    const shown = text.slice(token.start, token.end)
    const isSpanishWord =
      reading.languages[at] === 'es' && reading.isOrdinary(at) && isOrdinarySpanish(token.word)
    const isName = formsOf(token.word, shown, isSpanishWord).some((form) => {
      const rule = index.words.get(form) ?? ruleOfForm(form, index)
      return rule !== undefined && ruleHolds(ruleHere(rule, reading, at), reading, at, index)
    })
    if (isName || isAccented(token, shown, at) || looksLikeName(token, shown, at))
      spans.push({ start: token.start, end: token.end })
  }
  return spans
}

/** Every mention of a name, as findings: those that are sure block, likely ones warn. Pure; offsets are into `text`. */
export const findRoomNames = (text: string, index: NameIndex): Finding[] => {
  const { likely } = index
  if (
    index.words.size === 0 &&
    index.inside.length === 0 &&
    likely.ordinary.size === 0 &&
    likely.pictures.length === 0
  )
    return []
  const reading = readSentences(text, (word) => index.words.has(word))
  const { tokens } = reading
  const overlapsAny = (spans: readonly Span[]) => (span: Span) =>
    spans.some((one) => one.start < span.end && span.start < one.end)
  const plain = [...findSure(reading, index), ...findInside(text, index)]
  const disguised = [
    ...signReadings(text, index),
    ...coveredWords(text, index),
    ...spelledApart(tokens, text, index),
  ]
  // "Patr!ck" is more than the "Patr" in it.
  const isPlain = (span: Span) => plain.some((one) => one.start <= span.start && span.end <= one.end)
  const sure = [...plain, ...disguised.filter((one) => !isPlain(one))]
  const isSure = overlapsAny(sure)
  return [
    ...sure.map((span): Finding => ({ kind: 'roomName', severity: 'blocks', ...span })),
    ...findLikely(reading, index).filter((one) => !isSure(one)),
  ]
}

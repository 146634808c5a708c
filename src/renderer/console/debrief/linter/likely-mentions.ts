/** @file Finds what is only like a name of the room: findings that ask. What is looked for: likely-index.ts. */

import { unspaced } from '../../../../contract/same-to-the-eye/letters'
import { neverNames } from './common-words'
import { isCover } from './disguised'
import { withoutEndings } from './endings'
import type { Finding, Likeness } from './finding'
import type { Token } from './fold'
import { ABJAD_MIN, type LikelyIndex } from './likely-index'
import { isMisspelt } from './misspelt'
import type { NameIndex } from './name-index'
import { petStems } from './nicknames'
import { isGivenName } from './ordinary-words'
import type { Reading } from './sentence-language'
import { isCapital, opensSentence } from './sentences'
import { abjadsOf, skeletonOf, soundOf, toLatin } from './sounds'
import { spanishGrammar } from './spanish-words'
import { isUsedAsName } from './used-as-name'
import { isSpanishVerb, isUsedAsSpanishName } from './used-as-name-spanish'

const WORD_MAX = 24
const latin = /^[\p{Script=Latin}\p{M}\p{N}]+$/u

/** What makes a word like a name by its letters alone; null for nothing. Asked once for each word of a text. */
const likenessOf = (word: string, shown: string, { likely, stems }: NameIndex): Likeness | null => {
  if (likely.words.has(word) || likely.beginnings.has(word)) return 'shortForm'
  const petOf = petStems(word)
  if (petOf.some((stem) => likely.beginnings.has(stem) || likely.words.has(stem))) return 'shortForm'
  if ([word, ...petOf].some((piece) => likely.pieces.has(piece))) return 'shortForm'
  if (isMisspelt(word, likely.misspelt)) return 'misspelt'
  if (withoutEndings(word, shown).some(({ stem }) => stems.has(stem))) return 'misspelt'
  const plain = toLatin(shown)
  const sound = soundOf(plain)
  if (plain.length >= (sound.length < 4 ? 5 : 4) && likely.sounds.has(sound)) return 'misspelt'
  if (plain.length >= 5 && likely.skeletons.has(skeletonOf(sound))) return 'misspelt'
  const isLatin = latin.test(shown)
  // Two consonants are few: then the word has to be somebody's name, or be written as one.
  const isNamelike = isGivenName(word) || /^\p{Lu}\p{Ll}{2}/u.test(shown)
  const isLikeAbjad = abjadsOf(shown).some(
    (abjad) =>
      (abjad.length >= ABJAD_MIN || isNamelike) &&
      likely.abjads.has(`${isLatin ? 'abjad' : 'latin'} ${abjad}`),
  )
  if (isLikeAbjad) return 'otherScript'
  if (isLatin) return null
  if (likely.petLatin.has(plain)) return 'shortForm'
  if (likely.latin.includes(plain) || (plain.length >= 4 && isMisspelt(plain, likely.misspelt)))
    return 'otherScript'
  return null
}

/** By the rule of the sentence's language. */
const isNamedHere = ({ tokens, languages }: Reading, at: number): boolean =>
  languages[at] === 'es' ? isUsedAsSpanishName(tokens, at) : isUsedAsName(tokens, at)

/** Labels and grammar's words as names: "I made Guest wait". A capital inside a sentence, or standing as a name. */
const isOrdinaryNamed = (reading: Reading, at: number): boolean => {
  const { tokens, text } = reading
  const token = tokens[at]
  if (!token) return false
  const isLetter = token.word.length === 1
  const isInside = isCapital(tokens, at, text) && !opensSentence(text, token.start)
  if (reading.languages[at] === 'es' && spanishGrammar.has(token.word)) return isInside && !isLetter
  if (isNamedHere(reading, at))
    return !isLetter && (token.word.length > 2 || token.isCapitalised || !neverNames.has(token.word))
  if (!neverNames.has(token.word) || isLetter) return false
  return isInside && token.end - token.start > 1
}

const acronyms = new Set(
  'tv ok am pm us uk eu id pc aa na gp er ed it hr pr pa cv dj mc ad bc la ny dc ai ui pt ot mh ptsd adhd ocd dbt cbt bpd nhs usa faq dna gdpr'.split(
    ' ',
  ),
)
/** "Plan B", "vitamin D": a letter that is no person. */
const beforeLetter = new Set(
  'plan vitamin type group section option hepatitis level grade size point part class team item step room page exit gate'.split(
    ' ',
  ),
)

const articles = { en: new Set(['a', 'an', 'the']), es: new Set(['un', 'una']), other: new Set<string>() }

const INITIALS_MAX = 4
const initialsAt = (reading: Reading, at: number, likely: LikelyIndex): number => {
  const { tokens, text } = reading
  const token = tokens[at]
  if (!token) return 0
  const shown = text.slice(token.start, token.end)
  if (token.word.length > 1) {
    const isCapitals = /^\p{Lu}{2,4}$/u.test(shown)
    return isCapitals &&
      likely.initials.has(token.word) &&
      !acronyms.has(token.word) &&
      isCapital(tokens, at, text)
      ? 1
      : 0
  }
  if (!/^\p{L}$/u.test(token.word)) return 0
  let length = 1
  let joined = token.word
  for (
    let next = tokens[at + length];
    length < INITIALS_MAX &&
    next?.word.length === 1 &&
    /^\.\s?$/.test(text.slice(tokens[at + length - 1]?.end ?? 0, next.start));
    next = tokens[at + length]
  ) {
    joined += next.word
    length += 1
  }
  if (length > 1 && likely.initials.has(joined) && !acronyms.has(joined)) return length
  if (!likely.firstLetters.has(token.word) || /^[iao]$/.test(token.word)) return 0
  if (reading.languages[at] === 'es' && spanishGrammar.has(token.word)) return 0
  const isJoined =
    /[\p{L}\p{N}'’&\p{Pd}]$/u.test(text.slice(0, token.start)) ||
    /^[\p{N}'’&\p{Pd}]/u.test(text.slice(token.end))
  if (isJoined || beforeLetter.has(tokens[at - 1]?.word ?? '')) return 0
  // "I was a C": a mark.
  if (token.isCapitalised && articles[reading.languages[at] ?? 'other'].has(tokens[at - 1]?.word ?? ''))
    return 0
  if (!token.isCapitalised) return isNamedHere(reading, at) ? 1 : 0
  return 1
}

const phraseAt = (tokens: readonly Token[], at: number, { phrases }: LikelyIndex): number => {
  const known = phrases.get(tokens[at]?.word ?? '')
  const fits = known?.filter((parts) => parts.every((part, step) => tokens[at + step]?.word === part)) ?? []
  return Math.max(0, ...fits.map((parts) => parts.length))
}

/** Letters by which names are looked up: those in Latin letters have at least so many. */
const BEGINNING = 4

/** Names in Latin letters inside a run of a script without spaces, sign by sign: さくら for Sakura. */
const inOtherScript = (text: string, { latin: names }: LikelyIndex): Finding[] => {
  if (names.length === 0 || !unspaced.test(text)) return []
  let read = ''
  /** Where the sign was that a letter begins, and behind the sign that it ends; -1 inside of one. */
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  const latinOf = new Map<string, string>()
  for (const sign of text) {
    const plain = latinOf.get(sign) ?? (unspaced.test(sign) ? toLatin(sign) : ' ')
    latinOf.set(sign, plain)
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(unit === 0 ? at : -1)
      ends.push(unit === plain.length - 1 ? at + sign.length : -1)
    }
    read += plain
    at += sign.length
  }
  const byBeginning = Map.groupBy(names, (name) => name.slice(0, BEGINNING))
  const found: Finding[] = []
  for (let from = 0; from < read.length; from += 1) {
    const start = starts[from] ?? -1
    if (start < 0) continue
    for (const name of byBeginning.get(read.slice(from, from + BEGINNING)) ?? []) {
      const end = ends[from + name.length - 1] ?? -1
      if (end < 0 || !read.startsWith(name, from)) continue
      found.push({ kind: 'roomName', severity: 'warns', likeness: 'otherScript', start, end })
    }
  }
  return found
}

/** Every place of a piece in a text. */
const placesOf = (text: string, piece: string): number[] => {
  const places: number[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) places.push(at)
  return places
}

const picturesIn = (text: string, { pictures }: LikelyIndex): Finding[] =>
  pictures.flatMap((picture) =>
    placesOf(text, picture).map(
      (start): Finding => ({
        kind: 'roomName',
        severity: 'warns',
        likeness: 'otherScript',
        start,
        end: start + picture.length,
      }),
    ),
  )

/** Every place that is like a name, as findings that warn; some may lie where a sure name is. */
export const findLikely = (reading: Reading, index: NameIndex): Finding[] => {
  const { text, tokens } = reading
  const { likely } = index
  const found: Finding[] = [...inOtherScript(text, likely), ...picturesIn(text, likely)]
  const asked = new Map<string, Likeness | null>()
  const askOnce = (word: string, shown: string): Likeness | null => {
    const known = asked.get(shown)
    if (known !== undefined) return known
    const answer = likenessOf(word, shown, index)
    asked.set(shown, answer)
    return answer
  }
  const shownAs = ({ start, end }: Token) => text.slice(start, end)
  const ask = (token: Token) => askOnce(token.word, shownAs(token))
  const askPair = (token: Token, next: Token) =>
    askOnce(`${token.word}${next.word}`, `${shownAs(token)}${shownAs(next)}`)
  const likenessAt = (at: number): { likeness: Likeness; length: number } | null => {
    const token = tokens[at]
    if (!token) return null
    const phrase = phraseAt(tokens, at, likely)
    if (phrase > 0) return { likeness: 'shortForm', length: phrase }
    const initials = initialsAt(reading, at, likely)
    if (initials > 0) return { likeness: 'initials', length: initials }
    if (likely.ordinary.has(token.word) && isOrdinaryNamed(reading, at))
      return { likeness: 'ordinaryWord', length: 1 }
    if (reading.languages[at] === 'es' && isSpanishVerb(tokens, at)) return null
    if (token.word.length > WORD_MAX || token.word.length < 2 || neverNames.has(token.word)) return null
    // The rest of a word with a letter covered is no word.
    if (isCover(text.charAt(token.start - 1))) return null
    const isNoticed = isCapital(tokens, at, text) && !opensSentence(text, token.start)
    const isWord = reading.isOrdinary(at)
    if (isWord && likely.words.has(token.word) && (isNoticed || isNamedHere(reading, at)))
      return { likeness: 'shortForm', length: 1 }
    const likeness = isWord ? null : ask(token)
    if (likeness) return { likeness, length: 1 }
    // "Ji-hoon" is one word to other languages.
    const next = tokens[at + 1]
    const isPair =
      next !== undefined &&
      /^\p{Pd}$/u.test(text.slice(token.end, next.start)) &&
      (isNoticed || !(isWord && reading.isOrdinary(at + 1)))
    const paired = isPair ? askPair(token, next) : null
    return paired ? { likeness: paired, length: 2 } : null
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const answer = likenessAt(at)
    const first = tokens[at]
    const last = answer ? tokens[at + answer.length - 1] : undefined
    if (!answer || !first || !last) continue
    found.push({
      kind: 'roomName',
      severity: 'warns',
      likeness: answer.likeness,
      start: first.start,
      end: last.end,
    })
    at += answer.length - 1
  }
  return found
}

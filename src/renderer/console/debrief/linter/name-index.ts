/**
 * @file The room's names, made ready for one pass over a text. The rule, from sure to unsure:
 *
 * 1. A name of several words is found as those words in a row, whatever stands between them, and run together.
 * 2. A word of three letters or more that is no ordinary word (common-words.ts) is found anywhere, in any case,
 *    with an 's, a plain s or a common ending behind it, with what languages glue in front of it, and shortened
 *    ("Chris" for "Christopher") when capitalised. A word of two letters: in any case where it is the whole name
 *    or no ordinary word, else when capitalised.
 * 3. An ordinary word is found when capitalised, when written exactly as the name was shown, or with an 's.
 *    Later words of a longer name ("Sunny Day") only when capitalised inside a sentence. Grammar's own words
 *    ("will", "may") stay free in lower case even if somebody writes their name small.
 * 4. "me", "I", "the", "User", "Guest" and their like (`neverNames`) never block alone: nothing could be
 *    written. One letter is found only as a capital standing alone, and "I", "A", "O" never.
 * 5. Only the first `NAME_WORDS_MAX` words of a name count, those of a name of more than `NAME_PLAIN_WORDS_MAX`
 *    words only when capitalised, so that no display name, however long, can make writing impossible.
 *
 * All this blocks. What is only like a name warns: likely-index.ts. Descriptions ("the nurse from Leeds") are
 * not found, and that is said on screen.
 */

import { unspaced } from '../../../../contract/same-to-the-eye/letters'
import { addressedParts, givenParts } from '../../../../contract/same-to-the-eye/name-parts'
import { keysToTheEye, nameToTheEye } from '../../../../contract/same-to-the-eye/names'
import { commonWords, grammarWords, neverNames, particles, twoLetterWords } from './common-words'
import { stemsOf } from './endings'
import { asHiragana, fold, tokenize, unleet } from './fold'
import { changedForms, changedStems, formsByScript, shortForms, stemsByScript } from './inflected'
import { indexLikely, type LikelyIndex, noLikely } from './likely-index'
import { isOrdinary } from './ordinary-words'
import { asSpelled, NAME_PLAIN_WORDS_MAX, NAME_WORDS_MAX, readings, wordsOf } from './shown-name'
import { smallForms } from './small-forms'
import { isOrdinarySpanish } from './spanish-words'

export { NAME_PLAIN_WORDS_MAX, NAME_WORDS_MAX }

/** Letters of a form that is no other word by chance. */
const FORM_MIN = 5
const PHRASE_WORDS_MAX = 8
const JOINED_WORDS_MAX = 5

/**
 * When a word is taken for the name: rules 2, 3 and 4. `smallWord`: a word of grammar of two letters ("An", "My"), written as
 * a name inside a sentence. `abroad`: with a capital, in a sentence of neither English nor Spanish.
 */
export type WordRule = 'always' | 'capitalised' | 'capitalisedInside' | 'smallWord' | 'abroad' | 'loneCapital'

/** The names, folded, as maps. Holds names: memory of this page only, never stored, sent or logged. */
export interface NameIndex {
  words: ReadonlyMap<string, WordRule>
  /** Names with an ending, as whole words. */
  forms: ReadonlyMap<string, WordRule>
  /** Words that fold to one that names nobody, as a name shows them ("Mỹ", "Bé"): NFC, in small letters. */
  accented: ReadonlySet<string>
  /** Ordinary words exactly as a name showed them, NFC. */
  asShown: ReadonlySet<string>
  /** Names of several words by their first one, longest first. */
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Folded names in scripts that do not put spaces between words. */
  inside: readonly string[]
  /** Words by how they look with signs and digits read as letters. */
  looks: ReadonlySet<string>
  /** Words by their number of letters, for those with a letter covered ("M*ria"). */
  byLength: ReadonlyMap<number, readonly string[]>
  /** What stays of words when an ending comes. */
  stems: ReadonlySet<string>
  /** The same of three letters, which begin too many words of English and Spanish. */
  shortStems: ReadonlySet<string>
  likely: LikelyIndex
}

/** Finds nothing. */
export const noNames: NameIndex = {
  words: new Map(),
  forms: new Map(),
  accented: new Set(),
  asShown: new Set(),
  phrases: new Map(),
  inside: [],
  looks: new Set(),
  byLength: new Map(),
  stems: new Set(),
  shortStems: new Set(),
  likely: noLikely,
}

const strength: Readonly<Record<WordRule, number>> = {
  loneCapital: 0,
  abroad: 1,
  smallWord: 2,
  capitalisedInside: 3,
  capitalised: 4,
  always: 5,
}
const ascii = /^[\x20-\x7e]*$/
const count = (text: string) => Array.from(text).length

const putStronger = (rules: Map<string, WordRule>, word: string, rule: WordRule) => {
  const known = rules.get(word)
  if (!known || strength[rule] > strength[known]) rules.set(word, rule)
}

class Builder {
  readonly words = new Map<string, WordRule>()
  readonly forms = new Map<string, WordRule>()
  readonly accented = new Set<string>()
  readonly asShown = new Set<string>()
  readonly phrases = new Map<string, string[][]>()
  readonly inside = new Set<string>()

  put(word: string, rule: WordRule) {
    putStronger(this.words, word, rule)
  }

  /** Whole words that a name with an ending is. `word`: folded. `shown`: the same as the name shows it. */
  inflected(word: string, shown: string) {
    for (const form of shortForms(word, shown)) putStronger(this.forms, form, 'abroad')
    for (const form of formsByScript(shown)) putStronger(this.forms, form, 'abroad')
    if (neverNames.has(word) || particles.has(word)) return
    const isEveryday = commonWords.has(word) || isOrdinarySpanish(word)
    for (const form of smallForms(word)) putStronger(this.forms, form, isEveryday ? 'capitalised' : 'always')
  }

  /** Rule 2 to 4 for one word. `isLater`: a word after the first of a longer name. */
  word(
    word: string,
    { isWhole, isLater, isSentence }: { isWhole: boolean; isLater: boolean; isSentence: boolean },
  ) {
    if (neverNames.has(word)) return
    const length = count(word)
    if (/^\p{N}+$/u.test(word)) {
      if (isWhole && length >= 4) this.put(word, 'always')
      return
    }
    if (length === 1) {
      if (isWhole) this.put(word, 'loneCapital')
      return
    }
    if (commonWords.has(word)) this.put(word, isLater ? 'capitalisedInside' : 'capitalised')
    else if (isSentence) this.put(word, 'capitalised')
    else if (length >= 3) this.put(word, 'always')
    else if (twoLetterWords.has(word)) this.put(word, isLater ? 'capitalisedInside' : 'capitalised')
    else if (isWhole) this.put(word, 'always')
    else if (!isLater || !particles.has(word)) this.put(word, 'capitalised')
    for (const plain of unleet(word)) {
      if (neverNames.has(plain)) continue
      this.put(plain, commonWords.has(plain) ? 'capitalised' : 'always')
    }
    const letters = /^(\p{L}{3,})\p{N}+$/u.exec(word)?.[1]
    if (letters && !neverNames.has(letters))
      this.put(letters, commonWords.has(letters) ? 'capitalised' : 'always')
    if (isSentence) return
    for (let size = 3; size <= Math.min(length - 2, 12); size += 1) {
      const shortened = word.slice(0, size)
      if (!isOrdinary(shortened, false)) this.put(shortened, 'capitalised')
    }
  }

  phrase(parts: readonly string[]) {
    const first = parts[0]
    if (first === undefined || parts.length < 2) return
    // "I Will" as a display name must not take "I will" away.
    if (parts.every((part) => neverNames.has(part) || grammarWords.has(part))) return
    const known = this.phrases.get(first)
    if (known) known.push([...parts])
    else this.phrases.set(first, [[...parts]])
    const joined = parts.join('')
    // "J.T." is written "JT" as well.
    const isInitials = parts.every((part) => count(part) === 1)
    const isPlain = commonWords.has(joined) || neverNames.has(joined)
    if (isInitials) this.put(joined, isPlain || twoLetterWords.has(joined) ? 'capitalised' : 'always')
    else if (count(joined) >= 5 && !isPlain) this.put(joined, 'always')
  }

  /** Two neighbours of a name run together. */
  joined(joined: string, part: string) {
    const least = ascii.test(joined) ? 5 : 3
    if (joined !== part && count(joined) >= least && !isOrdinary(joined, false)) this.put(joined, 'always')
  }

  /** A run in a script without spaces: whole, and what is called by itself. */
  run(run: string) {
    if (!unspaced.test(run)) return
    for (const part of [run, ...givenParts(run), ...addressedParts(run)])
      if (count(part) >= 2) this.inside.add(asHiragana(fold(part)))
  }
}

/** A family name with its particles as one word: "delacruz", "vanderberg". */
const withParticles = (parts: readonly string[]): string[] =>
  parts.flatMap((part, at) => {
    if (!particles.has(part)) return []
    const end = parts.findIndex((other, place) => place > at && !particles.has(other))
    return end > at ? [parts.slice(at, end + 1).join('')] : []
  })

const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'doctor', 'prof', 'professor']

const addName = (builder: Builder, name: string) => {
  const all = wordsOf(name)
  const parts = all.slice(0, NAME_WORDS_MAX)
  if (parts.length === 0) return
  const asTyped = tokenize(name).map((token) => token.word)
  const isSentence = all.length > NAME_PLAIN_WORDS_MAX
  for (const part of [parts[0], parts.at(-1)]) {
    if (part?.length === 2 && neverNames.has(part) && !isSentence)
      putStronger(builder.forms, part, 'smallWord')
  }
  for (const [at, part] of parts.entries()) {
    builder.word(part, { isWhole: parts.length === 1, isLater: at > 0, isSentence })
  }
  builder.phrase(parts.slice(0, PHRASE_WORDS_MAX))
  builder.phrase(asTyped.slice(0, PHRASE_WORDS_MAX))
  // "TiredDad42" is said without its number.
  const lettersOnly = parts.map((part) => part.replace(/\p{N}+$/u, '')).filter((part) => part !== '')
  if (lettersOnly.join(' ') !== parts.join(' ')) builder.phrase(lettersOnly.slice(0, PHRASE_WORDS_MAX))
  if (parts.length <= JOINED_WORDS_MAX) {
    for (const [at, part] of parts.entries()) builder.joined(`${part}${parts[at + 1] ?? ''}`, part)
    for (const run of withParticles(parts)) builder.joined(run, '')
  }
  const [first = '', ...rest] = parts
  if (titles.includes(first) && rest.length > 0) for (const title of titles) builder.phrase([title, ...rest])
  if (asTyped.length === 1 && asTyped[0] !== undefined) {
    builder.word(asTyped[0], { isWhole: true, isLater: false, isSentence: false })
  }
  if (parts.length === 1 && commonWords.has(first) && !grammarWords.has(first)) {
    const shown = name.trim().normalize('NFC')
    builder.asShown.add(shown)
    // "ángel" is Ángel: with its accent it is no English word.
    if (!ascii.test(shown)) builder.asShown.add(shown.toLowerCase())
  }
  if (!isSentence) {
    for (const word of asSpelled(name)) {
      if (count(word) >= 4 && !commonWords.has(word) && !neverNames.has(word)) builder.put(word, 'always')
    }
  }
  if (!isSentence) {
    for (const form of parts.flatMap(changedForms)) {
      if (form.length < FORM_MIN) putStronger(builder.forms, form, 'abroad')
      else if (!isOrdinary(form, false)) builder.put(form, 'always')
    }
  }
  if (!isSentence) {
    for (const shownWord of name.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []) {
      const word = fold(shownWord)
      builder.inflected(word, shownWord)
      if (neverNames.has(word) && !ascii.test(shownWord))
        builder.accented.add(shownWord.normalize('NFC').toLowerCase())
    }
  }
  for (const run of name.split(/[^\p{L}\p{N}\p{M}]+/u)) builder.run(run)
}

/** How the words of a name in foreign letters look, as they stand; in plain letters the rules above tell. */
const looksOf = (name: string): string[] =>
  ascii.test(name)
    ? []
    : name
        .split(/[^\p{L}\p{M}]+/u)
        .filter((word) => !ascii.test(word))
        .flatMap(keysToTheEye)

/** Makes the names ready. Linear in their length; call it once per list of names, not per keystroke. */
export const indexNames = (names: readonly string[]): NameIndex => {
  const builder = new Builder()
  const shown = [...new Set(names.flatMap(readings))]
  for (const name of shown) addName(builder, name)
  for (const list of builder.phrases.values()) list.sort((a, b) => b.length - a.length)
  const sure = [...builder.words].filter(([, rule]) => rule !== 'loneCapital').map(([word]) => word)
  const byLength = new Map<number, string[]>()
  for (const word of sure) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word])
  return {
    words: builder.words,
    forms: builder.forms,
    accented: builder.accented,
    asShown: builder.asShown,
    phrases: builder.phrases,
    inside: [...builder.inside],
    looks: new Set([...sure.map(nameToTheEye), ...shown.flatMap(looksOf)].filter((look) => look.length >= 3)),
    byLength,
    stems: new Set([
      ...[...builder.words]
        .filter(([word, rule]) => rule === 'always' && count(word) >= (ascii.test(word) ? 4 : 3))
        .flatMap(([word]) => [...stemsOf(word), ...changedStems(word)]),
      ...shown.flatMap((name) => (name.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap(stemsByScript)),
    ]),
    shortStems: new Set(
      sure.filter((word) => /^[a-z]{3}$/.test(word) && builder.words.get(word) === 'always'),
    ),
    likely: indexLikely(shown),
  }
}

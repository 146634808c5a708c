/**
 * @file The room's names, made ready for one pass over a text. The rule, from sure to unsure:
 *
 * 1. A name of several words is found as those words in a row, whatever stands between them, and run together.
 * 2. A word of three letters or more that is no ordinary word (common-words.ts) is found anywhere, in any case,
 *    with an 's or a plain s behind it, and shortened ("Chris" for "Christopher") when capitalised.
 *    A name that is one word of two letters is found in any case; the first of several, when capitalised.
 * 3. An ordinary word is found when capitalised, when written exactly as the name was shown, or with an 's.
 *    Later words of a longer name ("Sunny Day") only when capitalised inside a sentence. Grammar's own words
 *    ("will", "may") stay free in lower case even if somebody writes their name small.
 * 4. "me", "I", "the", "User", "Guest" and their like (`neverNames`) are never found alone: nothing could be
 *    written. One letter is found only as a capital standing alone, and "I", "A", "O" never.
 * 5. Emoji and punctuation alone are no name. Only the first `NAME_WORDS_MAX` words of a name count, those of a
 *    name of more than `NAME_PLAIN_WORDS_MAX` words only when capitalised, so that no display name, however
 *    long, can make writing impossible.
 *
 * Not found, and said in the console's words: misspellings, initials, descriptions ("the nurse from Leeds").
 */
import { commonWords, grammarWords, neverNames } from './common-words'
import { fold, tokenize, unleet, unspaced } from './fold'

/** Words of one display name that count. */
export const NAME_WORDS_MAX = 40
/** A name with more words than this is a sentence: its words are found when capitalised only. */
export const NAME_PLAIN_WORDS_MAX = 8
const PHRASE_WORDS_MAX = 8
const NAME_UNITS_MAX = 1000

/** When a word is taken for the name: rules 2, 3 and 4. */
export type WordRule = 'always' | 'capitalised' | 'capitalisedInside' | 'loneCapital'

/** The names, folded, as maps. Holds names: memory of this page only, never stored, sent or logged. */
export interface NameIndex {
  words: ReadonlyMap<string, WordRule>
  /** Ordinary words exactly as a name showed them, NFC. */
  asShown: ReadonlySet<string>
  /** Names of several words by their first one, longest first. */
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Folded names in scripts that do not put spaces between words. */
  inside: readonly string[]
}

/** Finds nothing. */
export const noNames: NameIndex = { words: new Map(), asShown: new Set(), phrases: new Map(), inside: [] }

const strength: Readonly<Record<WordRule, number>> = {
  loneCapital: 0,
  capitalisedInside: 1,
  capitalised: 2,
  always: 3,
}
const count = (text: string) => Array.from(text).length

/** Splits "MaryJane" and "wren_99" as a reader does; apostrophes end a word. */
const readableWords = (name: string) =>
  tokenize(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).map((token) => token.word)

/** A display name as shown, and with signs read as letters ("W@lly", "$am"). */
const readings = (shown: string): string[] => {
  const name = shown.slice(0, NAME_UNITS_MAX)
  const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' }
  return [
    name,
    name.replace(/(?<=\p{L})[@$!](?=\p{L})|(?<![\p{L}\p{N}])\$(?=\p{L})/gu, (sign) => signs[sign] ?? sign),
  ]
}

class Builder {
  readonly words = new Map<string, WordRule>()
  readonly asShown = new Set<string>()
  readonly phrases = new Map<string, string[][]>()
  readonly inside = new Set<string>()

  private put(word: string, rule: WordRule) {
    const known = this.words.get(word)
    if (!known || strength[rule] > strength[known]) this.words.set(word, rule)
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
    else if (length >= 3 || isWhole) this.put(word, 'always')
    else if (!isLater) this.put(word, 'capitalised')
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
      if (!commonWords.has(shortened) && !neverNames.has(shortened)) this.put(shortened, 'capitalised')
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
    if (count(joined) >= 5 && !commonWords.has(joined) && !neverNames.has(joined)) this.put(joined, 'always')
  }
}

/** Makes the names ready. Linear in their length; call it once per list of names, not per keystroke. */
export const indexNames = (names: readonly string[]): NameIndex => {
  const builder = new Builder()
  for (const name of new Set(names.flatMap(readings))) {
    const all = readableWords(name)
    const parts = all.slice(0, NAME_WORDS_MAX)
    if (parts.length === 0) continue
    const asTyped = tokenize(name).map((token) => token.word)
    const isSentence = all.length > NAME_PLAIN_WORDS_MAX
    for (const [at, part] of parts.entries()) {
      builder.word(part, { isWhole: parts.length === 1, isLater: at > 0, isSentence })
    }
    builder.phrase(parts.slice(0, PHRASE_WORDS_MAX))
    builder.phrase(asTyped.slice(0, PHRASE_WORDS_MAX))
    if (asTyped.length === 1 && asTyped[0] !== undefined) {
      builder.word(asTyped[0], { isWhole: true, isLater: false, isSentence: false })
    }
    const only = parts[0]
    if (parts.length === 1 && only !== undefined && commonWords.has(only) && !grammarWords.has(only)) {
      builder.asShown.add(name.trim().normalize('NFC'))
    }
    for (const run of name.split(/[^\p{L}\p{N}\p{M}]+/u)) {
      if (unspaced.test(run) && count(run) >= 2) builder.inside.add(fold(run))
    }
  }
  for (const list of builder.phrases.values()) list.sort((a, b) => b.length - a.length)
  return {
    words: builder.words,
    asShown: builder.asShown,
    phrases: builder.phrases,
    inside: [...builder.inside],
  }
}

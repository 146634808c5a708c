/**
 * @file What is only like a name of the room, made ready: short and pet names, other spellings, a letter or two wrong,
 * other scripts, initials. It warns and never blocks: a likeness is a guess.
 */
import { givenParts } from '../../../../contract/same-to-the-eye/name-parts'
import { commonWords, neverNames, particles } from './common-words'
import { shortForms } from './inflected'
import { indexMisspelt, type MisspeltIndex, noneMisspelt } from './misspelt'
import { formsOfName, formsOfSpelling } from './nicknames'
import { isOrdinary } from './ordinary-words'
import { NAME_PLAIN_WORDS_MAX, wordsOf } from './shown-name'
import { abjadsOf, skeletonOf, soundOf, toLatin } from './sounds'
import { isOrdinarySpanish, spanishGrammar } from './spanish-words'

/** Letters of a word that begin a name: fewer say nothing. */
export const BEGINNING_MIN = 3
/** Letters of a piece of a name; longer words than `PIECED_MAX` are no names. */
const PIECE_MIN = 4
const PIECED_MAX = 16
const SOUND_MIN = 4
const SKELETON_MIN = 4
/** Consonants of a script without vowels that make a word a name's; one fewer where it is a given name besides. */
export const ABJAD_MIN = 3

/** Likenesses as maps. Holds names: memory of this page only. */
export interface LikelyIndex {
  /** Words as they are written, folded: pet names, digits said aloud, beginnings, words of no rule that blocks. */
  words: ReadonlySet<string>
  /** Names that are ordinary words: found where they stand as a name. */
  ordinary: ReadonlySet<string>
  /** Beginnings of names of three letters and more. */
  beginnings: ReadonlySet<string>
  /** Ends of names of four letters and more, and what stands between: "nando" for Fernando, "basti" for Sebastian. */
  pieces: ReadonlySet<string>
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  misspelt: MisspeltIndex
  sounds: ReadonlySet<string>
  skeletons: ReadonlySet<string>
  abjads: ReadonlySet<string>
  /** Names in plain Latin letters: looked for in other scripts, run together. */
  latin: readonly string[]
  /** Pet names of names in another script, in plain Latin letters: "olya" for Ольга. */
  petLatin: ReadonlySet<string>
  initials: ReadonlySet<string>
  firstLetters: ReadonlySet<string>
  /** Names without a letter or a digit: pictures. */
  pictures: readonly string[]
}

/** Finds nothing. */
export const noLikely: LikelyIndex = {
  words: new Set(),
  ordinary: new Set(),
  beginnings: new Set(),
  pieces: new Set(),
  phrases: new Map(),
  misspelt: noneMisspelt,
  sounds: new Set(),
  skeletons: new Set(),
  abjads: new Set(),
  latin: [],
  petLatin: new Set(),
  initials: new Set(),
  firstLetters: new Set(),
  pictures: [],
}

const digitSounds: Readonly<Record<string, string>> = { 1: 'one', 2: 'to', 4: 'for', 8: 'ate', 9: 'nine' }

/** "sk8r" said aloud: "skater"; "l8": "late"; "4ever": "forever". Null where no digit sounds so. */
const saidAloud = (word: string): string | null => {
  if (!/[a-z]/.test(word) || !/[12489]/.test(word) || /\d\d/.test(word)) return null
  const said = word
    .replace(/^(l|m|h|w|d|gr|st)8$/, '$1ate')
    .replace(/8(?=r)/, 'ate')
    .replace(/[12489]/g, (digit) => digitSounds[digit] ?? digit)
  return said.replace(/ateer?$/, 'ater')
}

const numberWords: Readonly<Record<string, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
}

const isPlainLetters = (word: string) => /^\p{L}+$/u.test(word)
const isContent = (word: string) => !neverNames.has(word) && !particles.has(word) && isPlainLetters(word)

/** Scripts that write few vowels, or whose vowels our romanization leaves out: Arabic, Hebrew, those of India. */
const vowelless = /[\p{Script=Arabic}\p{Script=Hebrew}\u0900-\u0dff]/u

class Likely {
  readonly words = new Set<string>()
  readonly ordinary = new Set<string>()
  readonly beginnings = new Set<string>()
  readonly pieces = new Set<string>()
  readonly phrases = new Map<string, string[][]>()
  readonly near = new Set<string>()
  readonly sounds = new Set<string>()
  readonly skeletons = new Set<string>()
  readonly abjads = new Set<string>()
  readonly latin = new Set<string>()
  readonly petLatin = new Set<string>()
  readonly initials = new Set<string>()
  readonly firstLetters = new Set<string>()
  readonly pictures = new Set<string>()

  phrase(parts: readonly string[]) {
    const [first] = parts
    if (first === undefined || parts.length < 2) return
    this.phrases.set(first, [...(this.phrases.get(first) ?? []), [...parts]])
  }

  sound(latin: string) {
    const sound = soundOf(latin)
    if (sound.length >= SOUND_MIN || (latin.length >= 5 && sound.length === SOUND_MIN - 1))
      this.sounds.add(sound)
    const skeleton = skeletonOf(sound)
    if (skeleton.length >= SKELETON_MIN) this.skeletons.add(skeleton)
  }

  /** A part of a name in another script, in plain Latin letters. */
  latinForm(latin: string) {
    this.words.add(latin)
    this.near.add(latin)
    this.sound(latin)
  }

  /** The consonants of one word, for scripts that write few vowels. */
  abjad(shown: string, isLatin: boolean) {
    const least = isLatin ? ABJAD_MIN : ABJAD_MIN - 1
    for (const abjad of abjadsOf(shown))
      if (abjad.length >= least) this.abjads.add(`${isLatin ? 'latin' : 'abjad'} ${abjad}`)
  }

  /** One word of a name. */
  word(word: string, shown: string, isCalledSo: boolean) {
    if (/^\p{N}+$/u.test(word)) return
    const isGrammar = neverNames.has(word) || spanishGrammar.has(word)
    if (commonWords.has(word) || (isGrammar ? isCalledSo : isOrdinarySpanish(word))) this.ordinary.add(word)
    const said = saidAloud(word)
    if (said !== null && !neverNames.has(said)) this.words.add(said)
    if (neverNames.has(word) || particles.has(word)) return
    const length = Array.from(word).length
    if (length === 2) this.words.add(word)
    for (const form of formsOfSpelling(word)) this.words.add(form)
    for (const form of shortForms(word, shown)) if (!isOrdinary(form, false)) this.words.add(form)
    for (let size = BEGINNING_MIN; size <= length; size += 1) this.beginnings.add(word.slice(0, size))
    for (let from = 1; from + PIECE_MIN <= Math.min(length, PIECED_MAX); from += 1) {
      for (let to = from + PIECE_MIN; to <= length; to += 1) this.pieces.add(word.slice(from, to))
    }
    if (length >= 4) this.near.add(word)
    const latin = toLatin(shown)
    const isLatin = /\p{Script=Latin}/u.test(shown)
    if (isLatin || vowelless.test(shown)) this.abjad(shown, isLatin)
    if (latin.length < 3) return
    this.sound(latin)
    if (isLatin) this.latin.add(latin)
    else {
      if (latin.length >= 4) this.words.add(latin)
      this.near.add(latin)
      // Юлия is Yuliya letter by letter, and Yulia in a passport.
      for (const spelled of new Set([latin, latin.replace(/iya$/, 'ia').replace(/iy$/, 'y')]))
        for (const form of formsOfSpelling(spelled)) {
          this.petLatin.add(form)
          this.words.add(form)
        }
    }
  }
}

const shownWords = (name: string): string[] =>
  name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** A Korean name is called by its given part, which our romanization writes as one word. */
const koreanGiven = (run: string): string[] =>
  /^\p{Script=Hangul}{3,5}$/u.test(run)
    ? givenParts(run)
        .map(toLatin)
        .filter((given) => given.length >= 4)
    : []

/** A Han name in pinyin is one word for each sign; it is written in two. */
const hanSyllables = (run: string): string[] =>
  /^\p{Script=Han}{2,4}$/u.test(run) ? Array.from(run, toLatin).filter((syllable) => syllable !== '') : []

const addName = (likely: Likely, name: string) => {
  const parts = wordsOf(name)
  if (parts.length === 0) {
    const picture = name.replace(/\s/gu, '')
    if (/\p{Extended_Pictographic}/u.test(picture) && picture.isWellFormed()) likely.pictures.add(picture)
    return
  }
  if (parts.length > NAME_PLAIN_WORDS_MAX) return
  const shown = shownWords(name)
  for (const [at, part] of parts.entries()) {
    // "An", "My", "Guest": a word of grammar is somebody's name where it is all there is, or the first of two letters.
    const isAlone = parts.every((other, place) => place === at || /^\p{N}+$/u.test(other))
    likely.word(part, shown[at] ?? part, isAlone || (at === 0 && part.length === 2))
  }
  for (const [at, part] of parts.entries()) {
    // "José María" is one name with one pet name.
    for (const form of formsOfName(`${part}${parts[at + 1] ?? ''}`))
      if (at + 1 < parts.length) likely.words.add(form)
  }
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = from + 2; to <= parts.length; to += 1) {
      const some = parts.slice(from, to)
      if (some.length === parts.length) continue
      if (isContent(some[0] ?? '') && isContent(some.at(-1) ?? '')) likely.phrase(some)
    }
  }
  if (parts.some((part) => part in numberWords)) likely.phrase(parts.map((part) => numberWords[part] ?? part))
  const said = parts.map((part) => saidAloud(part) ?? numberWords[part] ?? part)
  if (said.some((part, at) => part !== parts[at])) likely.phrase(said)
  for (const run of shown) {
    for (const given of koreanGiven(run)) likely.latinForm(given)
    const syllables = hanSyllables(run)
    const [family = '', ...given] = syllables
    if (syllables.length < 2) continue
    likely.phrase([family, given.join('')])
    likely.phrase([given.join(''), family])
    likely.words.add(syllables.join(''))
    if (given.length > 1) likely.words.add(given.join(''))
  }
  const letters = parts.filter((part) => /^\p{L}/u.test(part))
  const initials = letters.map((part) => Array.from(part)[0] ?? '')
  for (let size = 2; size <= Math.min(initials.length, 4); size += 1)
    likely.initials.add(initials.slice(0, size).join(''))
  if (initials.length > 2) likely.initials.add(`${initials[0] ?? ''}${initials.at(-1) ?? ''}`)
  if (initials[0] !== undefined) likely.firstLetters.add(initials[0])
}

/** Makes likenesses of names ready. */
export const indexLikely = (names: readonly string[]): LikelyIndex => {
  const likely = new Likely()
  for (const name of names) addName(likely, name)
  return {
    words: likely.words,
    ordinary: likely.ordinary,
    beginnings: likely.beginnings,
    pieces: likely.pieces,
    phrases: likely.phrases,
    misspelt: indexMisspelt(likely.near),
    sounds: likely.sounds,
    skeletons: likely.skeletons,
    abjads: likely.abjads,
    petLatin: likely.petLatin,
    latin: [...likely.latin].filter((latin) => latin.length >= 4),
    initials: likely.initials,
    firstLetters: likely.firstLetters,
    pictures: [...likely.pictures],
  }
}

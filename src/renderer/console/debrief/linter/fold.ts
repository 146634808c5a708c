/**
 * @file Folding: text as the eye reads it, so that a name is found whatever its case, accents, width or
 * look-alike letters. Every folded character remembers where it came from.
 */
import { unspaced } from '../../../../contract/same-to-the-eye/letters'
import { foldName, foldNameCharacter } from '../../../../contract/same-to-the-eye/names'

/** Folds a short text without offsets. */
export const fold = foldName

/** A run of letters and digits in a text. */
export interface Token {
  /** Folded. */
  word: string
  /** UTF-16 offsets in the text it came from, `end` exclusive. */
  start: number
  end: number
  /** True when its first letter is a capital. */
  isCapitalised: boolean
}

const wordChar = /[\p{L}\p{N}\p{M}]/u
/** Letters by their name that stand where others write an apostrophe: the okina and its kin. They part a word as it does. */
const apostropheLetter = /[\u02b9-\u02bf\u02c8\u02ee\ua78b\ua78c]/u
const capital = /[\p{Lu}\p{Lt}]/u

/** Splits a text into folded words in one pass. Invisible characters and marks inside a word do not end it. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = []
  let current: Token | null = null
  let at = 0
  for (const char of text) {
    const start = at
    at += char.length
    const code = char.codePointAt(0) ?? 0
    const isAscii = code < 0x80
    const folded = foldNameCharacter(char)
    const isWord = isAscii
      ? (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
      : folded !== '' && wordChar.test(folded) && !apostropheLetter.test(char)
    if (isWord) {
      current ??= {
        word: '',
        start,
        end: at,
        isCapitalised: capital.test(isAscii ? char : char.normalize('NFKD')),
      }
      current.word += folded
      current.end = at
    } else if (folded === '' && current) {
      // An accent typed as its own character belongs to the letter before it; a joiner does not lengthen it.
      if (/\p{M}/u.test(char)) current.end = at
    } else if (current) {
      tokens.push(current)
      current = null
    }
  }
  if (current) tokens.push(current)
  return tokens
}

/** Katakana as hiragana: one kana is the other to a reader. Everything else stays. */
export const asHiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))

/** A folded text with the offset each of its UTF-16 units came from, and the offset after it. */
export interface FoldedText {
  text: string
  starts: number[]
  ends: number[]
}

const unspacedAround = new RegExp(`^${unspaced.source}\\s${unspaced.source}$`, 'u')

/** Folds a text for searching inside words. */
export const foldWithOffsets = (text: string): FoldedText => {
  const result: FoldedText = { text: '', starts: [], ends: [] }
  let at = 0
  for (const char of text) {
    // Between signs of a script without spaces one says nothing: "王 小 明".
    const isGap = /\s/u.test(char) && unspacedAround.test(text.slice(at - 1, at + 2))
    const folded = isGap ? '' : asHiragana(fold(char))
    for (let unit = 0; unit < folded.length; unit += 1) {
      result.starts.push(at)
      result.ends.push(at + char.length)
    }
    result.text += folded
    at += char.length
  }
  return result
}

/** Digits and signs used for letters ("W1ll0w"), for words that mix letters and digits only. */
export const unleet = (word: string): string[] => {
  if (!/[a-z]/.test(word) || !/[0134578]/.test(word)) return []
  const plain = word.replace(/[034578]/g, (d) => ({ 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' })[d] ?? d)
  return plain.includes('1') ? [plain.replaceAll('1', 'i'), plain.replaceAll('1', 'l')] : [plain]
}

/** @file Names that are written so that a search would miss them: signs for letters, letters covered, letters apart. */
import { nameToTheEye } from '../../../../contract/same-to-the-eye/names'
import type { Span } from './finding'
import { fold, type Token } from './fold'
import { isMaskedWord } from './masked-words'
import type { NameIndex } from './name-index'

/** What is matched against the names of one room. */
type Names = Pick<NameIndex, 'words' | 'looks' | 'byLength'>

const signLetters: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '¡': 'i',
  '|': 'l',
  '+': 't',
  '€': 'e',
  '£': 'l',
  '¢': 'c',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '6': 'b',
  '2': 'z',
  '(': 'c',
  '¥': 'y',
}
const signed = /(?<![\p{L}\p{N}@$!¡|+€£¢¥(])[\p{L}\p{M}\d@$!¡|+€£¢¥(]{3,40}/gu

/** Words with a sign or a digit for a letter that look like a name: "N@talie", "Nata|ie", "Kw4me". */
export const signReadings = (text: string, { looks }: Names): Span[] => {
  if (looks.size === 0) return []
  return [...text.matchAll(signed)].flatMap((match): Span[] => {
    // The sign at the end may be the sentence's own.
    const read = [match[0], match[0].replace(/[!|(+]+$/u, '')].find((word) => {
      if (!/[@$!¡|+€£¢¥(\d]/u.test(word) || (word.match(/\p{L}/gu) ?? []).length < 2) return false
      const letters = Array.from(word, (sign) => signLetters[sign] ?? sign).join('')
      return looks.has(nameToTheEye(letters)) || looks.has(nameToTheEye(letters.replace(/s$/, '')))
    })
    return read === undefined ? [] : [{ start: match.index, end: match.index + read.length }]
  })
}

/** A sign that covers a letter. */
const cover = /[*_#•]/
/** True for a sign that covers a letter. */
export const isCover = (sign: string): boolean => cover.test(sign)
const covered = /(?<![\p{L}\p{N}*_#•])\p{L}[\p{L}\p{M}*_#•]{2,20}(?![\p{L}\p{N}])/gu

/** Words with letters covered that fit a name of the same length, half of it and two letters open: "M*ria". */
export const coveredWords = (text: string, { byLength }: Names): Span[] =>
  [...text.matchAll(covered)].flatMap((match): Span[] => {
    if (!cover.test(match[0])) return []
    const word = fold(match[0])
    const signs = Array.from(word)
    const open = signs.filter((sign) => !cover.test(sign)).length
    if (open < 2 || open * 2 < word.length || isMaskedWord(word, match[0], cover)) return []
    const fits = (name: string) => signs.every((sign, at) => name[at] === sign || cover.test(sign))
    // The first letter is always open, and leaves few names to compare.
    return (byLength.get(word.length) ?? []).some((name) => name[0] === signs[0] && fits(name))
      ? [{ start: match.index, end: match.index + match[0].length }]
      : []
  })

/** Letters of a name that is spelled out, at most. */
const APART_MAX = 16

const isOneLetter = (token: Token | undefined): token is Token =>
  token !== undefined && /^\p{L}\p{M}*$/u.test(token.word)

/** Letters one by one that make a name: "K w a m e", "M_a_r_i_a"; initials with their dots for a name without. */
export const spelledApart = (tokens: readonly Token[], text: string, { words }: Names): Span[] => {
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]
    if (!isOneLetter(first)) continue
    let last = at
    for (let next = tokens[last + 1]; isOneLetter(next) && last - at < APART_MAX; next = tokens[last + 1]) {
      const between = text.slice(tokens[last]?.end ?? 0, next.start)
      if (!/^[\s._*•|/~\p{Pd}]{1,3}$/u.test(between)) break
      last += 1
    }
    const letterRun = tokens.slice(at, last + 1)
    const run = letterRun.map(({ word }) => word).join('')
    // The longest name that begins here: what follows may be an article.
    for (let end = last; end > at; end -= 1) {
      const letters = letterRun.slice(0, end - at + 1)
      const rule = words.get(
        run.slice(
          0,
          letters.reduce((sum, { word }) => sum + word.length, 0),
        ),
      )
      const isInitials = letters.length === 2 && letters.every(({ isCapitalised }) => isCapitalised)
      if (rule === undefined || (letters.length < 3 && !isInitials)) continue
      spans.push({ start: first.start, end: letters.at(-1)?.end ?? first.end })
      at = end
      break
    }
  }
  return spans
}

/** @file A display name taken apart: its words as a reader splits them, its readings, what is called by itself. */

import { unspaced } from '../../../../contract/same-to-the-eye/letters'
import { fold, tokenize } from './fold'

/** Words of one display name that count. */
export const NAME_WORDS_MAX = 40
/** A name with more words than this is a sentence: its words are found when capitalised only. */
export const NAME_PLAIN_WORDS_MAX = 8
const NAME_UNITS_MAX = 1000

/** Splits "MaryJane" and "wren_99" as a reader does; apostrophes end a word. Folded. */
export const wordsOf = (name: string): string[] =>
  tokenize(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).map((token) => token.word)

/** A display name as shown, and with signs read as letters ("W@lly", "$am"). */
export const readings = (shown: string): string[] => {
  const name = shown.slice(0, NAME_UNITS_MAX)
  const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' }
  return [
    name,
    name.replace(/(?<=\p{L})[@$!](?=\p{L})|(?<![\p{L}\p{N}])\$(?=\p{L})/gu, (sign) => signs[sign] ?? sign),
    // A picture in the middle of a word parts no word: "Ma🌸ria".
    name.replace(/(?<=\p{L})[\p{Extended_Pictographic}--[🅐-🅩🅰-🆉]]\ufe0f?(?=\p{L})/gv, ''),
  ]
}

const spelledOut: ReadonlyMap<string, string> = new Map(
  'äae öoe üue åaa øoe ñny'.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

/** Words with letters spelled out, as people do who lack them on their keyboard: "Juergen". Folded; often none. */
export const asSpelled = (name: string): string[] => {
  const small = name.normalize('NFC').toLowerCase()
  const spelled = small.replace(/[äöüåøñ]/g, (letter) => spelledOut.get(letter) ?? letter)
  return spelled === small ? [] : wordsOf(spelled).map(fold)
}

/** Korean family names of two syllables; all others have one. */
const longKorean = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방'.split(' '))

/**
 * What is called by itself in a full name without spaces: given name and family name, by script and length, or where
 * the script changes. The whole name is not among it.
 */
export const givenParts = (run: string): string[] => {
  const signs = Array.from(run)
  if (/^\p{Script=Hangul}+$/u.test(run)) {
    const family = longKorean.has(signs.slice(0, 2).join('')) ? 2 : 1
    return signs.length >= 3 && signs.length <= 5 ? [signs.slice(family).join('')] : []
  }
  const changes =
    run.match(/\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{Script=Latin}]+/gu) ?? []
  if (changes.length > 1) return changes.filter((part) => unspaced.test(part))
  if (!/^\p{Script=Han}+$/u.test(run)) return []
  if (signs.length === 3) return [signs.slice(1).join('')]
  if (signs.length === 4) return [signs.slice(0, 2).join(''), signs.slice(2).join('')]
  return signs.length === 5
    ? [signs.slice(0, 2).join(''), signs.slice(2).join(''), signs.slice(3).join('')]
    : []
}

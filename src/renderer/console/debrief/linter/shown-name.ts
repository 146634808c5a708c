/** @file A display name taken apart: its words as a reader splits them, its readings, what is called by itself. */

import { spelledOut } from '../../../../contract/same-to-the-eye/name-parts'
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
    // "xXshadow_wolfXx": a frame that players put around a name.
    name.replace(/^[xX]{2,}_?(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_?[xX]{2,}$/gu, ''),
    name.replace(/(?<=\p{L})[@$!](?=\p{L})|(?<![\p{L}\p{N}])\$(?=\p{L})/gu, (sign) => signs[sign] ?? sign),
    // A picture in the middle of a word parts no word: "Ma🌸ria".
    name.replace(/(?<=\p{L})[\p{Extended_Pictographic}--[🅐-🅩🅰-🆉]]\ufe0f?(?=\p{L})/gv, ''),
  ]
}

/** Words with letters spelled out, as people do who lack them on their keyboard: "Juergen". Folded; often none. */
export const asSpelled = (name: string): string[] => {
  const spelled = spelledOut(name)
  return spelled === null ? [] : wordsOf(spelled).map(fold)
}

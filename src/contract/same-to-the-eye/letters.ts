/** @file What all foldings share: marks that decorate, what nobody sees, and letters that do not decompose. */

/**
 * Marks that decorate a letter: Latin, Greek and Cyrillic accents, Hebrew and Arabic points, the Arabic stroke that
 * lengthens a word, the dot of Indic letters (nukta). Vowel signs of Indic and Thai scripts are letters to their readers
 * and stay.
 */
export const decoration =
  /[\u0300-\u036f]|[\u0483-\u0489]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu

/** What nobody sees: joiners, direction marks, soft hyphens, variation selectors, fillers (UAX 44). */
export const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/** Scripts written without spaces between words, or with endings glued to a name: searched inside words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Latin letters that Unicode does not decompose, in lower case, each with what people type instead. The
 * first spelling of a sharp s is Unicode's own (full case folding); the others are common practice.
 */
export const undecomposed: ReadonlyMap<string, string> = new Map(
  'ßss æae œoe øo đd ðd þth łl ħh ıi ŋn ŧt ĸk'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

/**
 * @file What a name sounds like, roughly and in no language's own way, so that another spelling or another script
 * of it is found. Our own rules, after the idea of Soundex: letters that are written for one another become one.
 */
import anyAscii from 'any-ascii'

const latinLetters = /^[a-z]+$/

/** A name or a word of any script in plain Latin letters, small. */
export const toLatin = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z]/g, '')

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^(?:ps|x)/, 's'],
  [/ough|augh|igh|eigh/g, 'a'],
  [/ph/g, 'f'],
  [/[bm]h(?=[aeiouy])/g, 'v'],
  [/tsch|tch|tsh/g, 'c'],
  [/sch|sh|sz|zh/g, 's'],
  [/ch(?=[rlnmtaouk])|ck|kh|q/g, 'k'],
  [/ch|cz/g, 'c'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/g(?=[eiy])|dj/g, 'j'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/[aeiouy]+/g, 'a'],
  [/(.)\1+/g, '$1'],
]

/** By sound, vowels told from consonants only. Empty for what is not in plain Latin letters. */
export const soundOf = (latin: string): string => {
  if (!latinLetters.test(latin)) return ''
  let sound = latin.replace(/(?<=[^aeiouy][a-z])e$/, '')
  for (const [pattern, by] of spellings) sound = sound.replace(pattern, by)
  return sound
}

/** The consonants of a sound, its opening vowel kept. */
export const skeletonOf = (sound: string): string =>
  sound.slice(0, 1) +
  sound
    .slice(1)
    .replaceAll('a', '')
    .replace(/(.)\1+/g, '$1')

/** Consonants that one letter of a script without vowels stands for, or that romanizations write for one another. */
const oneConsonant: readonly (readonly [RegExp, string])[] = [
  [/sh|t[sz]|z/g, 's'],
  [/ph|f/g, 'p'],
  [/th/g, 't'],
  [/v/g, 'b'],
]

/** The consonants as scripts without vowels have them (Arabic, Hebrew): h counts, half-vowels do not. */
const abjadOf = (latin: string): string =>
  oneConsonant
    .reduce((text, [pattern, by]) => text.replace(pattern, by), latin)
    .replace(/(?!^[yw])[aeiouyw]/g, '')
    .replace(/[qc]/g, 'k')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '')

/**
 * The consonants of a word of any script, each way to read it: a Hebrew vav inside of a word is a vowel or a v, "ch" and "kh"
 * are a k or an h.
 */
export const abjadsOf = (shown: string): string[] => {
  const readings = [shown, shown.replace(/(?<=\p{Script=Hebrew})ו(?=\p{Script=Hebrew})/gu, '')].map(toLatin)
  return [
    ...new Set(
      readings.flatMap((latin) => [
        abjadOf(latin),
        abjadOf(latin.replace(/[ck]h/g, 'h')),
        abjadOf(latin.replace(/[ck]h/g, 'k')),
      ]),
    ),
  ]
}

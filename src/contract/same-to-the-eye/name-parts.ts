/** @file What a name is called by besides its words as they stand: letters spelled out, given names without a space. Pure. */
import { unspaced } from './letters'

const letterPairs: ReadonlyMap<string, string> = new Map(
  'äae öoe üue åaa øoe ñny'.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

/** A name in small letters spelled out, as people do who lack them on their keyboard: "juergen"; null where it is the same. */
export const spelledOut = (name: string): string | null => {
  const small = name.normalize('NFC').toLowerCase()
  const spelled = small.replace(/[äöüåøñ]/g, (letter) => letterPairs.get(letter) ?? letter)
  return spelled === small ? null : spelled
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

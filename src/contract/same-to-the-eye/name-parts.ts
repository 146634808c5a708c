/** @file What a name is called by besides its words as they stand: letters spelled out, given names without a space. Pure. */
import { unspaced } from './letters'

const letterPairs: ReadonlyMap<string, string> = new Map(
  'äae öoe üue åaa øoe ñny đdj'.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

/** A name in small letters spelled out, as people do who lack them on their keyboard: "juergen"; null where it is the same. */
export const spelledOut = (name: string): string | null => {
  const small = name.normalize('NFC').toLowerCase()
  const spelled = small.replace(/[äöüåøñđ]/g, (letter) => letterPairs.get(letter) ?? letter)
  return spelled === small ? null : spelled
}

/** Korean family names of two syllables; all others have one. */
const longKorean = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방'.split(' '))

const familyOf = (signs: readonly string[]): number => (longKorean.has(signs.slice(0, 2).join('')) ? 2 : 1)

const givenOfSyllables = (signs: readonly string[]): string[] => {
  const family = familyOf(signs)
  return signs.length > family ? [signs.slice(family).join('')] : []
}

/**
 * What is called by itself in a full name without spaces: given name and family name, by script and length, or where
 * the script changes. The whole name is not among it.
 */
export const givenParts = (run: string): string[] => {
  const signs = Array.from(run)
  if (/^\p{Script=Hangul}+$/u.test(run)) {
    if (signs.length < 3 || signs.length > 5) return []
    const family = signs.slice(0, familyOf(signs)).join('')
    return longKorean.has(family) ? [...givenOfSyllables(signs), family] : givenOfSyllables(signs)
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

/** What stands in front of one sign of a Chinese name, and behind a family name. */
const before = '小 老 阿'.split(' ')
const behindFamily = '姐 哥 总 叔 姨 先生 女士 小姐 老师 太太 医生'.split(' ')
/** What is said behind a Japanese name, of one sign too. */
const behindJapanese = 'さん くん ちゃん さま 君 様 氏'.split(' ')
/** The same in Korean. */
const behindKorean = '씨 님 이가 이는 이랑 이한테'.split(' ')
/** What is called behind a syllable that ends in a consonant; words that end so. */
const calledInKorean = '아'
const calledWords = new Set('안아 남아 담아 산아 돌아 많아 좋아'.split(' '))
const hasFinal = (syllable: string) => ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28 !== 0
/** Words that begin as these forms do, and name nobody. */
const words = new Set(
  '小心 小时 小時 小组 小組 小孩 小学 小學 小说 小說 小姐 小吃 小区 小區 老师 老師 老人 老是 老板 老公 老婆 老家 老年'.split(
    ' ',
  ),
)

/** A given name of one syllable is the end of many words: with what is said behind it, it is a name. */
const addressedInKorean = (signs: readonly string[]): string[] => {
  const [given = ''] = givenOfSyllables(signs)
  if (Array.from(given).length !== 1) return []
  const called = `${given}${calledInKorean}`
  const isCalledSo = hasFinal(given) && !calledWords.has(called)
  return [...behindKorean.map((word) => `${given}${word}`), ...(isCalledSo ? [called] : [])]
}

/** Forms in which one sign of a name of Han signs stands for a person: 小李, 王姐, 阿明, 健くん. None for other scripts. */
export const addressedParts = (run: string): string[] => {
  const signs = Array.from(run)
  const [family = ''] = signs
  const last = signs.at(-1) ?? ''
  if (/^\p{Script=Hangul}{2,3}$/u.test(run)) return addressedInKorean(signs)
  if (!/^\p{Script=Han}{1,3}$/u.test(run)) return []
  const forms = [
    ...before.flatMap((word) => [`${word}${family}`, `${word}${last}`]),
    ...behindFamily.map((word) => `${family}${word}`),
    ...(signs.length === 1 ? behindJapanese.map((word) => `${run}${word}`) : []),
    // 松本愛: a family name of two signs, a given name of one.
    ...(signs.length === 3
      ? behindJapanese.flatMap((word) => [`${last}${word}`, `${signs.slice(0, 2).join('')}${word}`])
      : []),
  ]
  return forms.filter((form) => !words.has(form))
}

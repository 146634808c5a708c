/**
 * @file Words of English, and given names, from the lists that the passphrase check carries: what is an ordinary
 * word is no misspelt name, and what is a given name is no ordinary word.
 */
import { dictionary } from '@zxcvbn-ts/language-en'
import { commonWords, neverNames, twoLetterWords } from './common-words'
import { formsOfName } from './nicknames'

/** Words of this rank and better are ordinary even where somebody is called so. */
const PLAIN_RANK_MAX = 2500
/** What is rarer may be a name that is on no list, sooner with a capital: half of the rare words are names. */
const CAPITAL_RANK_MAX = 8000
const SMALL_RANK_MAX = 15_000
const list = (name: keyof typeof dictionary): readonly string[] => dictionary[name] ?? []

const ranks = new Map(list('commonWords-en').map((word, at) => [word, at]))
const written = new Map(list('wikipedia-en').map((word, at) => [word, at]))
/** On the list of given names, and words all the same. */
const wordsFirst = new Set(
  (
    'asia austin bell bride carry con cookie dallas deny doll else fan fancy florida gates gay glad lane min mommy nanny ' +
    'pan page pen pet row shell sunshine tuesday van'
  ).split(' '),
)
const given = new Set(list('firstnames-en').filter((name) => name.length >= 3 && !wordsFirst.has(name)))
const family = new Set(list('lastnames-en'))

const isShortlisted = (word: string) => commonWords.has(word) || neverNames.has(word)

/** True for a given name that is no word on our own lists. Folded. */
export const isGivenName = (word: string): boolean =>
  (given.has(word) || formsOfName(word).size > 0) && !isShortlisted(word)

const rankOf = (word: string): number => Math.min(ranks.get(word) ?? Infinity, written.get(word) ?? Infinity)

/** True for a name of a person or a family that is no everyday word. Folded. */
export const isPersonName = (word: string): boolean =>
  isGivenName(word) || (family.has(word) && !isShortlisted(word) && rankOf(word) > PLAIN_RANK_MAX)

/** The plain form of a plural or of a verb's ending, so that what the lists leave out is known by it. */
const stems = (word: string): string[] => {
  const stem = /^(.{3,}?)(?:s|es|ed|d|ing|ly|er|ers|ness|y)$/.exec(word)?.[1]
  return stem === undefined ? [] : [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]
}

/** True when a folded word is ordinary English, as it is written here: "bryan" is not, nor is "Bryan". */
export const isOrdinary = (word: string, isCapitalised: boolean): boolean => {
  if (word.length === 2) return twoLetterWords.has(word) || neverNames.has(word)
  if (isShortlisted(word)) return true
  if (isGivenName(word)) return false
  if (isCapitalised && isPersonName(word)) return false
  if (rankOf(word) < (isCapitalised ? CAPITAL_RANK_MAX : SMALL_RANK_MAX)) return true
  return !isCapitalised && stems(word).some((stem) => rankOf(stem) < SMALL_RANK_MAX && !isGivenName(stem))
}

/**
 * @file What languages put around a name: endings of cases, particles glued in front. Short lists of the common
 * ones, from grammars of the languages named; a name with an ending is the name.
 */
import { fold } from './fold'

const folded = (text: string) => text.trim().split(/\s+/).map(fold)

/** Endings in Latin script, accents dropped: Slavic, Baltic, Finnish and Estonian, Hungarian, Turkish, Basque, German. */
const latin = folded(`
  owi owie owej ami ach om em iem ie ego emu ej oj ou ovi ova ove ovou ov ovo ovu ina iny inou ine ju ku im ym ych ymi
  iego iej iemu imi ich iho imu eho
  lle lla lta ssa sta lle ille illa ilta issa ista ksi tta ton
  rel ral nel mal mel sel sal kel kal tel tal bel bal zel zal gel gal del dal lel lal
  ot at et chen lein
  nak nek val vel hoz hez ban ben bol rol tol nal nel ra re ert kent
  nin nun un yi ye ya de da den dan te ta ten tan le la yle yla ler lar lerin larin ce ca
  rekin ren ri ari ak ek
  as aus ui uje ai ei os lui ului ule
  cim cigim cum cugum ekin en
  ens imiz iniz ar
  llekin lleko ltakin stakin ssakin llakin nkin kin kaan han
  n t a e i y u o in
`)
/** Proof enough beside no English and no Spanish only: they end other names too. */
const weakEndings: ReadonlySet<string> = new Set(['in', 'os', 'en', 'lui', 'ule', 'ot', 'at', 'et', 'ar'])
/** Endings in Cyrillic. */
const cyrillic = folded(`
  а у е ы и ю я і ї є о ой ою ей ею єю ом ем ам ям ами ями ах ях ов ев ин ина ину ины иной ович овичу ові еві єві
  йо ого его ому ему им ым ая яя ую юю ых их ими ыми ої ій
`)
/** Endings in Greek. */
const greek = folded(`ς ν ο η ου ω ε α ας ης οι ων ους ι ις`)
/**
 * Scripts whose languages put so many endings behind a name that whatever follows it is taken for one: Georgian, Armenian,
 * Ethiopic, those of India, Arabic letters (Persian, Urdu).
 */
const glued = /[\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}\u0900-\u0dff\p{Script=Arabic}]/u
/** Longest of them, in UTF-16 units. */
const GLUED_MAX = 9
/** A shorter name is the beginning of other words too. */
const GLUED_NAME_MIN = 4

const hebrew = new RegExp(`^[${fold('ושהבכלמ')}]{1,4}`, 'u')
const arabic = new RegExp(`^(?:[${fold('وفبلكس')}]{0,2}${fold('ال')}|[${fold('وفبلكس')}]{1,2})`, 'u')
const forArticle = new RegExp(`^[${fold('وف')}]?${fold('لل')}`, 'u')
const ethiopic = /^(?:ስለ|እንደ|እነ|[ለበከየ])/u
const isHebrew = /\p{Script=Hebrew}/u
const isArabic = /\p{Script=Arabic}/u
const isCyrillic = /\p{Script=Cyrillic}/u
const isGreek = /\p{Script=Greek}/u
const isEthiopic = /\p{Script=Ethiopic}/u

const finalVowels =
  /(?:[aeiouyаеёиоуыэюяйьαεηιουωი\u094d\u09cd\u0acd\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]|ος|ης|ας)$/u

/** What stays of a name when endings come: itself, without its last vowel, and with the vowel before it gone (Marek, Markowi). */
export const stemsOf = (name: string): string[] => {
  const stems = [name, name.replace(finalVowels, '')]
  const fleeting = /^(.{2,})[eo]([^aeiou])$/u.exec(name)
  if (fleeting) stems.push(`${fleeting[1] ?? ''}${fleeting[2] ?? ''}`)
  // A doubled consonant becomes single before a Finnish ending: Matti, Matille.
  const doubled = /^(.+)(.)\2[aeiouy]$/u.exec(name)
  if (doubled) stems.push(`${doubled[1] ?? ''}${doubled[2] ?? ''}i`)
  return [...new Set(stems)].filter((stem) => Array.from(stem).length >= 3)
}

const endingsFor = (shown: string): readonly string[] => {
  if (isCyrillic.test(shown)) return cyrillic
  if (isGreek.test(shown)) return greek
  return latin
}

/**
 * What a word may be without its ending or its glued particle, with how long the ending is: a single letter is
 * weak proof in Latin script.
 *
 * @param word - folded.
 * @param shown - as written, which tells the script.
 */
export const withoutEndings = (word: string, shown: string): { stem: string; isWeak: boolean }[] => {
  if (glued.test(shown)) {
    // علي, Ali, begins "on them" and "on her".
    const least = Math.max(isArabic.test(shown) ? GLUED_NAME_MIN : 3, word.length - GLUED_MAX)
    return Array.from({ length: Math.max(0, word.length - least) }, (_, at) => ({
      stem: word.slice(0, least + at),
      isWeak: least + at < GLUED_NAME_MIN || isArabic.test(shown),
    }))
  }
  // A letter with a mark is an ending, and no slip: "Kasię".
  const isPlainLast = /[a-z]$/i.test(shown)
  const isLatin = !isCyrillic.test(shown) && !isGreek.test(shown)
  return endingsFor(shown)
    .filter((ending) => word.length > ending.length + 2 && word.endsWith(ending))
    .map((ending) => ({
      stem: word.slice(0, -ending.length),
      isWeak: isLatin && ((ending.length === 1 && isPlainLast) || weakEndings.has(ending)),
    }))
}

/** Words of Hebrew that begin as if something were glued in front of a name of two letters: "mine", "without", "white". */
export const gluedWords: ReadonlySet<string> = new Set(
  folded('שלי בלי כלי שלו שלה לבן ברז שלב כלב לחן בחן בטל מדן הבן הלב הגל הטל כבן משי בשל לשם בשם'),
)

/** A word of Hebrew, Arabic or Ethiopic letters without what is glued in front of it, each way it can be cut; itself not. */
export const withoutPrefixes = (word: string): string[] => {
  const prefix = isHebrew.test(word)
    ? hebrew
    : isArabic.test(word)
      ? arabic
      : isEthiopic.test(word)
        ? ethiopic
        : null
  const glued = prefix?.exec(word)?.[0].length ?? 0
  const rests = Array.from({ length: glued }, (_, at) => word.slice(at + 1))
  // "For" before the article takes its first letter: للحسن.
  const article = forArticle.exec(word)?.[0].length
  if (article !== undefined) rests.push(`${fold('ال')}${word.slice(article)}`)
  return rests.filter((rest) => rest.length >= 2)
}

/**
 * @file What languages put around a name: endings of cases, particles glued in front. Short lists of the common
 * ones, from grammars of the languages named; a name with an ending is the name.
 */
import { fold } from './fold'

const folded = (text: string) => text.trim().split(/\s+/).map(fold)

/** Endings in Latin script, accents dropped: Slavic, Baltic, Finnish and Estonian, Hungarian, Turkish, Basque, German. */
const latin = folded(`
  owi owie owej ami ach om em iem ie ego emu ej oj ou ovi ova ove ovou ov ovo ovu ina iny inou ine ju ku im ym ych ymi
  lle lla lta ssa sta lle ille illa ilta issa ista ksi tta ton
  rel ral nel mal mel sel sal kel kal tel tal bel bal zel zal gel gal del dal lel lal
  nak nek val vel hoz hez ban ben bol rol tol nal nel ra re ert kent
  nin nun un yi ye ya de da den dan te ta ten tan le la yle yla ler lar lerin larin ce ca
  rekin ren ri ari ak ek
  as aus ui uje ai ei
  n t a e i y u o
`)
/** Endings in Cyrillic. */
const cyrillic = folded(`
  а у е ы и ю я ой ою ей ею ом ем ем ам ям ами ями ах ях ов ев ин ина ину ины иной ович овичу ові еві єві
`)
/** Endings in Greek. */
const greek = folded(`ς ν ο η ου ω ε α ας ης οι ων ους`)
/** Endings of scripts of India, as they stand behind a name. */
const indic = folded(`ने को का की के से में ला चा ची चे ला র কে এর য়`)

const hebrew = /^[ושהבכלמ]{1,3}/u
const arabic = /^(?:[وفبلكس]{0,2}ال|[وفبلكس]{1,2})/u
const isHebrew = /\p{Script=Hebrew}/u
const isArabic = /\p{Script=Arabic}/u
const isCyrillic = /\p{Script=Cyrillic}/u
const isGreek = /\p{Script=Greek}/u
const isIndic = /[\u0900-\u0dff]/u

const finalVowels = /(?:[aeiouyаеёиоуыэюяйьαεηιουω]|ος|ης|ας)$/u

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
  if (isIndic.test(shown)) return indic
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
  const isLatin = !isCyrillic.test(shown) && !isGreek.test(shown) && !isIndic.test(shown)
  return endingsFor(shown)
    .filter((ending) => word.length > ending.length + 2 && word.endsWith(ending))
    .map((ending) => ({ stem: word.slice(0, -ending.length), isWeak: isLatin && ending.length === 1 }))
}

/** A word of Hebrew or Arabic without what is glued in front of it, each way it can be cut; itself not. */
export const withoutPrefixes = (word: string): string[] => {
  const prefix = isHebrew.test(word) ? hebrew : isArabic.test(word) ? arabic : null
  const glued = prefix?.exec(word)?.[0].length ?? 0
  return Array.from({ length: glued }, (_, at) => word.slice(at + 1)).filter((rest) => rest.length >= 2)
}

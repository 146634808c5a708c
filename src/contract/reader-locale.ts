/**
 * @file Which locale the console speaks: the language of its words, and the country by which days, times and numbers are
 * written. Pure.
 */
import type { Preferences } from './preferences'

/** Where English is written the American way; elsewhere words that differ are British. */
const AMERICAN_REGIONS = ['US', 'PR', 'PH']

/** Chromium's and Android's name for a locale that nobody reads: long, accented, from right to left. */
export const PSEUDO_LOCALE = 'ar-XB'

/** What a system says it reads; null where it is no locale at all. */
const parsed = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}

/**
 * The locale of this reader, BCP 47: `es-MX`, `en-GB`.
 *
 * @param chosen - the preference.
 * @param systemTags - what the system's person reads, best first (`navigator.languages`).
 * @param known - languages there are words for, without a country: `en`, `es`.
 * @returns the system's own where there are words for it; otherwise a language of ours in the system's country, because a
 *   day is written as the reader writes it at home.
 */
export const readerLocale = (
  chosen: Preferences['language'],
  systemTags: readonly string[],
  known: readonly string[],
): string => {
  const system = systemTags.map(parsed).filter((locale) => locale !== null)
  const region = system.find((locale) => locale.region !== undefined)?.region
  const inRegion = (language: string): string =>
    region === undefined || region === 'XB' ? language : `${language}-${region}`
  if (chosen === 'system') {
    for (const locale of system) {
      if (locale.baseName === PSEUDO_LOCALE) return PSEUDO_LOCALE
      if (!known.includes(locale.language)) continue
      return locale.region === undefined ? inRegion(locale.language) : `${locale.language}-${locale.region}`
    }
    return inRegion('en')
  }
  if (chosen.includes('-')) return chosen
  const own = system.find((locale) => locale.language === chosen && locale.region !== undefined)
  return own === undefined ? inRegion(chosen) : `${chosen}-${own.region}`
}

/** Where words for a locale are looked for, best first; English, which is complete by being first, is the last. */
export const wordsFor = (locale: string): string[] => {
  const { language, region } = new Intl.Locale(locale)
  if (locale === PSEUDO_LOCALE) return [PSEUDO_LOCALE, 'en']
  if (language === 'es') return ['es', 'en']
  const isBritish = language === 'en' && region !== undefined && !AMERICAN_REGIONS.includes(region)
  return isBritish ? ['en-GB', 'en'] : ['en']
}

/** Which way lines run. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === PSEUDO_LOCALE ? 'rtl' : 'ltr')

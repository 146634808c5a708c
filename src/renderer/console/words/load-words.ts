/** @file Loads the words of a language when they are first wanted. */
import { LANGUAGES } from '../../../contract/preference-choices'
import { PSEUDO_LOCALE, wordsFor } from '../../../contract/reader-locale'
import { catalogue } from '.'
import type { Words } from './namespaces'

const whole = async (language: string, load: () => Promise<{ words: Words }>): Promise<void> => {
  for (const [namespace, words] of (await load()).words) {
    catalogue.addResourceBundle(language, namespace, words, true, true)
  }
}

const made = async (locale: string, rule: (text: string) => string): Promise<void> =>
  (await import('./made-of-english')).addMadeOfEnglish(catalogue, locale, rule)

/** How each language is had. English is not here: it comes with the pages. */
const languages: Readonly<Record<string, () => Promise<void>>> = {
  es: async () => {
    const { speakHours } = await import('./spanish-hours')
    speakHours(catalogue)
    await whole('es', () => import('./es'))
  },
  'en-GB': async () => made('en-GB', (await import('./british')).britishText),
  [PSEUDO_LOCALE]: async () => made(PSEUDO_LOCALE, (await import('./pseudo')).pseudoText),
}
/** Languages there are words in, without a country. */
export const knownLanguages = [
  ...new Set(LANGUAGES.filter((each) => each !== 'system').map((each) => each.slice(0, 2))),
]

/** Loads the words of a locale. @throws where their file cannot be had. */
export const loadWords = async (locale: string): Promise<void> => {
  for (const language of wordsFor(locale)) {
    if (!catalogue.hasResourceBundle(language, 'app')) await languages[language]?.()
  }
}

/**
 * Loads the words of a language besides the reader's own.
 *
 * @returns whether there are any.
 */
export const haveWords = async (locale: string): Promise<boolean> => {
  if (!knownLanguages.includes(new Intl.Locale(locale).language)) return false
  try {
    await loadWords(locale)
    return true
  } catch {
    return false
  }
}

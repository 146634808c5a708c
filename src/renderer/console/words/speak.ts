/**
 * @file Speaks the reader's language: loads its words when they are first wanted, and says on the page's own element which
 * language it is and which way it runs. English comes with the pages; another language is one file, whole, so that no screen
 * of an open room ever waits for its words.
 */
import { LANGUAGES } from '../../../contract/preference-choices'
import { readPreferences, subscribePreferences } from '../preferences'
import { catalogue } from '.'
import type { Words } from './namespaces'
import { directionOf, PSEUDO_LOCALE, readerLocale, wordsFor } from './reader-locale'

const made = async (locale: string, rule: (text: string) => string): Promise<void> =>
  (await import('./made-of-english')).addMadeOfEnglish(catalogue, locale, rule)

const whole = async (language: string, load: () => Promise<{ words: Words }>): Promise<void> => {
  for (const [namespace, words] of (await load()).words) {
    catalogue.addResourceBundle(language, namespace, words, true, true)
  }
}

/** How each language is had. English is not here: it comes with the pages. */
const languages: Readonly<Record<string, () => Promise<void>>> = {
  es: () => whole('es', () => import('./es')),
  'en-GB': async () => made('en-GB', (await import('./british')).britishText),
  [PSEUDO_LOCALE]: async () => made(PSEUDO_LOCALE, (await import('./pseudo')).pseudoText),
}
const known = [...new Set(LANGUAGES.filter((each) => each !== 'system').map((each) => each.slice(0, 2)))]

const load = async (locale: string): Promise<void> => {
  for (const language of wordsFor(locale)) {
    if (!catalogue.hasResourceBundle(language, 'app')) await languages[language]?.()
  }
}

const speak = async (): Promise<void> => {
  const locale = () => readerLocale(readPreferences().language, navigator.languages, known)
  const wanted = locale()
  if (wanted === catalogue.language) return
  try {
    await load(wanted)
  } catch {
    // Without its file the page goes on in the language it has; the next change or start tries again.
    return
  }
  // Another may have been chosen meanwhile.
  if (wanted === locale()) await catalogue.changeLanguage(wanted)
}

/** Says on the page's element what is spoken: for screen readers, hyphens and the way lines run. */
const tellPage = (locale: string): void => {
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
}

/**
 * Speaks from now on as the preferences and the system say.
 *
 * @returns once the words are there, or could not be had.
 */
export const followLanguage = async (): Promise<void> => {
  catalogue.on('languageChanged', tellPage)
  tellPage(catalogue.language)
  subscribePreferences(() => void speak())
  addEventListener('languagechange', () => void speak())
  await speak()
}

/**
 * @file Speaks the reader's language: loads its words when they are first wanted, and says on the page's own element which
 * language it is and which way it runs. English comes with the pages; another language is one file, whole, so that no screen
 * of an open room ever waits for its words.
 */
import { directionOf, readerLocale } from '../../../contract/reader-locale'
import { readPreferences, subscribePreferences } from '../preferences'
import { catalogue } from '.'
import { knownLanguages, loadWords } from './load-words'

const speak = async (): Promise<void> => {
  const locale = () => readerLocale(readPreferences().language, navigator.languages, knownLanguages)
  const wanted = locale()
  if (wanted === catalogue.language) return
  try {
    await loadWords(wanted)
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

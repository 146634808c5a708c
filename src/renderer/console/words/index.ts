/**
 * @file The catalogue: every word on screen that is not a pack's, one folder per language, one file per
 * domain. `app` and `vault` come with the first load; the others register when their pages are loaded.
 */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { wordsFor } from '../../../contract/reader-locale'
import app from './en/app.json'
import vault from './en/vault.json'
import { isolated } from './names-in-text'

/** Asked with every word on screen: reading a locale anew each time costs more than finding the word. */
const fallbacksOnce = () => {
  let last: { locale: string; words: string[] } = { locale: 'en', words: wordsFor('en') }
  return (locale: string = 'en'): string[] => {
    if (last.locale !== locale) last = { locale, words: wordsFor(locale) }
    return last.words
  }
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  // A locale's own words, then its language's, then English, which has them all.
  load: 'currentOnly',
  fallbackLng: fallbacksOnce(),
  resources: { en: { app, vault } },
  defaultNS: 'app',
  // React escapes; what is filled in is kept from turning the sentence round, whoever wrote it.
  interpolation: { escapeValue: true, escape: isolated },
  initAsync: false,
  returnNull: false,
})

/** The catalogue's instance. */
export const catalogue = i18next

/**
 * Adds a domain's words. Called once at the top of a domain's pages, beside the import of its JSON.
 *
 * @param domain - namespace, the domain's name.
 * @param english - nested words; `{{name}}` marks what is filled in.
 */
export const registerWords = (domain: string, english: object): void => {
  i18next.addResourceBundle('en', domain, english, true, true)
}

/**
 * @file Languages whose words are made of the English ones by a rule, so that no word of them can be missing or out of date.
 */
import type { i18n as Catalogue } from 'i18next'

const made = (words: unknown, rule: (text: string) => string): unknown => {
  if (typeof words === 'string') return rule(words)
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, made(value, rule)]))
}

/** What is filled into a text, `{{name}}`: a rule leaves it alone. */
const FILLED_IN = /(\{\{[^}]*\}\})/

/**
 * Adds such a language to a catalogue: of the English words that are there, and of those that come later.
 *
 * @param locale - BCP 47.
 * @param rule - given texts without what is filled in.
 */
export const addMadeOfEnglish = (
  catalogue: Catalogue,
  locale: string,
  rule: (text: string) => string,
): void => {
  const ofText = (text: string) =>
    text
      .split(FILLED_IN)
      .map((part) => (part === '' || part.startsWith('{{') ? part : rule(part)))
      .join('')
  const add = (namespace: string, words: object): void => {
    catalogue.addResourceBundle(locale, namespace, made(words, ofText), true, true)
  }
  for (const [namespace, words] of Object.entries(catalogue.getDataByLanguage('en') ?? {})) {
    if (typeof words === 'object') add(namespace, words)
  }
  catalogue.store.on('added', (language: string, namespace: string) => {
    if (language === 'en') add(namespace, catalogue.getResourceBundle('en', namespace))
  })
}

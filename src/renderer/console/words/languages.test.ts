/** @file Which locale is spoken, and where its words are looked for. */
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { directionOf, readerLocale, wordsFor } from '../../../contract/reader-locale'
import { britishText } from './british'
import { addMadeOfEnglish } from './made-of-english'
import { pseudoText } from './pseudo'

const known = ['en', 'es']

describe('the reader’s locale', () => {
  it.each([
    ['system', ['es-MX', 'en-US'], 'es-MX'],
    ['system', ['en-AU'], 'en-AU'],
    ['system', ['fr-CA', 'es', 'en-CA'], 'es-CA'],
    ['system', ['de-DE', 'fr'], 'en-DE'],
    ['system', ['zh-Hant-TW', 'en'], 'en-TW'],
    ['system', ['not a locale', 'en-US'], 'en-US'],
    ['system', [], 'en'],
    ['system', ['ar-XB'], 'ar-XB'],
    ['en-US', ['ar-XB'], 'en-US'],
    ['en-GB', ['en-US'], 'en-GB'],
    ['es', ['en-US', 'es-MX'], 'es-MX'],
    ['es', ['en-US'], 'es-US'],
    ['es', [], 'es'],
  ] as const)('%s on a system that reads %j is %s', (chosen, system, locale) => {
    // The list of choices grows; the rule is the same for each.
    expect(readerLocale(chosen as 'system', system, known)).toBe(locale)
  })

  it.each([
    ['en-US', ['en']],
    ['en', ['en']],
    ['en-GB', ['en-GB', 'en']],
    ['en-AU', ['en-GB', 'en']],
    ['es-MX', ['es', 'en']],
    ['ar-XB', ['ar-XB', 'en']],
  ])('the words of %s are those of %j', (locale, languages) => {
    expect(wordsFor(locale)).toEqual(languages)
  })

  it('runs from left to right, but for the one that nobody reads', () => {
    expect(['en-US', 'es-MX', 'ar-XB'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl'])
  })
})

describe('words made of the English ones', () => {
  const catalogue = () => {
    const made = i18next.createInstance()
    void made.init({
      lng: 'en-GB',
      load: 'currentOnly',
      fallbackLng: (locale) => wordsFor(locale ?? 'en'),
      resources: { en: { app: { colors: 'Colors', of: { note: 'Colorado, organized by {{color}}' } } } },
      defaultNS: 'app',
      initAsync: false,
    })
    return made
  }

  it('are British, with what is filled in left alone', () => {
    const made = catalogue()
    expect(made.t('colors')).toBe('Colors')
    addMadeOfEnglish(made, 'en-GB', britishText)
    expect(made.t('colors')).toBe('Colours')
    expect(made.t('of.note', { color: 'color' })).toBe('Colorado, organised by color')
    // Another domain's words, registered when its page is loaded.
    made.addResourceBundle('en', 'later', { note: 'An organization' }, true, true)
    expect(made.t('later:note')).toBe('An organisation')
  })

  it('are longer, accented and turned', async () => {
    const made = catalogue()
    addMadeOfEnglish(made, 'ar-XB', pseudoText)
    await made.changeLanguage('ar-XB')
    expect(made.t('colors')).toBe('\u202eÇöölörš\u202c')
    expect(made.t('of.note', { color: 'Sol' })).toMatch(/\u202c?Sol$/)
  })
})

/**
 * @file Finds phone numbers. libphonenumber's metadata is heavy, so it comes after the page; until then, and
 * for numbers it does not know as valid, a plain rule of digits stands in. Crisis numbers are nobody's.
 */
import { type Finding, type Span, severityOf } from './finding'
import { findSaidAloud } from './said-aloud'

/** Finds phone numbers in a text. */
export type PhoneFinder = (text: string) => Span[]

/** Digits that reach a service, not a person: never a finding. Pack numbers are added by the caller. */
const servicesOfAll = ['988', '911', '112', '999', '111', '000', '116123', '741741', '85258', '18002738255']

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Seven digits with a break, or ten to fifteen with usual signs between them. */
const plainly =
  /(?<![\p{L}\p{N}.,#:/-])(?:\+|00)?\(?\d(?:[\s().\u2010-\u2015-]{0,3}\d){6,14}(?![\p{L}\p{N}]|[.,/]\d)/gu
/** Seven digits of the United States in two, nine of Spain and its neighbours in one, three or four. */
const localShape =
  /^(?:\d{3}[\s.\u2010-\u2015-]\d{4}|[6-9]\d{2}([\s.-])\d{2,3}\1\d{2,3}(?:\1\d{2})?|9\d([\s.-])\d{3}\2\d{2}\2\d{2}|9\s\d{4}[\s-]\d{4}|[679]\d{8})$/u

/** Finds numbers by their digits alone. */
export const findPhonesPlainly: PhoneFinder = (text) =>
  [...text.matchAll(plainly)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => {
      const shown = text.slice(start, end)
      const count = digitsOf(shown).length
      return count >= 10 || localShape.test(shown) || (count >= 7 && /^(?:\+|00|0\d)/.test(shown))
    })

/** Fewer are no number of a person. */
const LETTERED_DIGITS_MIN = 7
const withLetters = /(?<![\p{L}\p{N}])[\dOoIl]{2,4}(?:[\s.-][\dOoIl]{2,5}){1,3}(?![\p{L}\p{N}])/gu

/** Numbers with letters for noughts and ones: "3O3-555-O142". */
const findWithLetters: PhoneFinder = (text) =>
  [...text.matchAll(withLetters)]
    .filter(
      ({ 0: shown }) =>
        digitsOf(shown).length >= 5 &&
        /[OoIl]/.test(shown) &&
        shown.replace(/[\s.-]/g, '').length >= LETTERED_DIGITS_MIN,
    )
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))

/** A text with more digits is no prose, and the library tries each of them as a number's beginning. */
const LIBRARY_DIGITS_MAX = 200

/**
 * Loads the finder that knows every country's numbers.
 *
 * @returns a finder for numbers as dialled in the US and international ones, together with the plain rule, which
 * knows local numbers of other countries by their nought. The library is asked once: each pass costs milliseconds.
 */
export const loadPhoneFinder = async (): Promise<PhoneFinder> => {
  const { findPhoneNumbersInText } = await import('libphonenumber-js/min')
  return (text) => {
    const plain = findPhonesPlainly(text)
    if (digitsOf(text).length > LIBRARY_DIGITS_MAX) return plain
    const known = findPhoneNumbersInText(text, { defaultCountry: 'US' })
    return [...known.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })), ...plain]
  }
}

/**
 * Tells numbers that reach a service from those that reach a person.
 *
 * @param publicNumbers - as printed; compared by their digits, with or without the country's prefix.
 */
export const serviceNumbers = (publicNumbers: readonly string[]): ((shown: string) => boolean) => {
  const services = [...new Set([...servicesOfAll, ...publicNumbers.map(digitsOf)])].filter(
    (d) => d.length > 2,
  )
  return (shown) => {
    const digits = digitsOf(shown)
    return services.some((service) => {
      if (service === digits) return true
      if (Math.min(service.length, digits.length) < 6 || Math.abs(digits.length - service.length) > 3)
        return false
      return digits.endsWith(service) || service.endsWith(digits)
    })
  }
}

/** Findings for phone numbers. */
export const findPhones = (text: string, finder: PhoneFinder): Finding[] =>
  [...finder(text), ...findSaidAloud(text), ...findWithLetters(text)].map((span) => ({
    kind: 'phone',
    severity: severityOf('phone'),
    ...span,
  }))

/**
 * @file Finds phone numbers. libphonenumber's metadata is heavy, so it comes after the page; until then, and
 * for numbers it does not know as valid, a plain rule of digits stands in. Crisis numbers are nobody's.
 */
import { type Finding, type Span, severityOf } from './finding'

/** Finds phone numbers in a text. */
export type PhoneFinder = (text: string) => Span[]

/** Digits that reach a service, not a person: never a finding. Pack numbers are added by the caller. */
const servicesOfAll = ['988', '911', '112', '999', '111', '000', '116123', '741741', '85258', '18002738255']

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Seven digits with a break, or ten to fifteen with usual signs between them. */
const plainly =
  /(?<![\p{L}\p{N}.,#:/-])(?:\+|00)?\(?\d(?:[\s().\u2010-\u2015-]{0,3}\d){6,14}(?![\p{L}\p{N}]|[.,/]\d)/gu
const localShape = /^\d{3}[\s.\u2010-\u2015-]\d{4}$/u

/** Finds numbers by their digits alone. */
export const findPhonesPlainly: PhoneFinder = (text) =>
  [...text.matchAll(plainly)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => {
      const shown = text.slice(start, end)
      const count = digitsOf(shown).length
      return count >= 10 || localShape.test(shown) || (count >= 7 && /^(?:\+|00|0\d)/.test(shown))
    })

/**
 * Loads the finder that knows every country's numbers.
 *
 * @returns a finder for numbers as dialled in the US, then in the UK, and international ones, together with
 * the plain rule.
 */
export const loadPhoneFinder = async (): Promise<PhoneFinder> => {
  const { findPhoneNumbersInText } = await import('libphonenumber-js/min')
  return (text) => [
    ...(['US', 'GB'] as const).flatMap((defaultCountry) =>
      findPhoneNumbersInText(text, { defaultCountry }).map(({ startsAt, endsAt }) => ({
        start: startsAt,
        end: endsAt,
      })),
    ),
    ...findPhonesPlainly(text),
  ]
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
  finder(text).map((span) => ({ kind: 'phone', severity: severityOf('phone'), ...span }))

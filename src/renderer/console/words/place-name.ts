/** @file A place's name in the reader's language, never its code. */
import type { Region } from '../../../contract/conduct'
import { catalogue, registerWords } from '.'
import english from './en/places.json'

registerWords('places', english)

const regionPattern = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

/**
 * The name of a place: "Colorado, United States", "Scotland, United Kingdom", "European Union".
 *
 * @param code - a part of a country that the catalogue does not name is given its country's name; what is no code
 *   of a place is given back as it is.
 * @param language - BCP 47.
 */
export const placeName = (code: Region, language: string): string => {
  const named = (key: string): string | null => {
    const lookup = { lng: language, ns: 'places' }
    return catalogue.exists(key, lookup) ? catalogue.t(key, lookup) : null
  }
  if (code === 'WORLD') return named('WORLD') ?? code
  if (!regionPattern.test(code)) return code
  const countryCode = code.slice(0, 2)
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(countryCode) ?? countryCode
  const part = code.length > 2 ? named(code) : null
  return part === null ? country : catalogue.t('part', { lng: language, ns: 'places', part, country })
}

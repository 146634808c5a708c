/** @file The places to choose from: those that resources are known for, then every country by name. Pure. */
import type { Region } from '../../../../contract/conduct'
import { placeName } from '../../words/place-name'

/** Codes that the platform names but that are no country. */
const notCountries = new Set([
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'NT',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
])
/** The Union is none, but it is a place to choose: people are in it, and it has a number of its own. */
const union = 'EU'
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const regionPattern = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

/** A place to choose, in words. */
export interface NamedPlace {
  code: Region
  name: string
}

/**
 * Places in the order of a list: those the packs know first, then every country by name.
 *
 * @param known - codes of places with resources; what is no country or part of one is left out.
 */
export const placesFor = (
  known: readonly string[],
  language: string,
): {
  near: NamedPlace[]
  all: NamedPlace[]
} => {
  const near = [...new Set(known)].filter((code) => regionPattern.test(code) && !notCountries.has(code))
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const all = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => code !== union && !notCountries.has(code))
    .flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [{ code, name }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, language))
  return { near: near.map((code) => ({ code, name: placeName(code, language) })), all }
}

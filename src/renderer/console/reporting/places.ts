/** @file Places a report may concern: countries by name, and the states the packs know. Pure. */

/** Codes that the platform names but that are no country. */
const notCountries = new Set([
  'EU',
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
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const regionPattern = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

/** A place to choose. */
export interface Place {
  code: string
  name: string
}

/** A code in words: the country's name, and the code of its part. */
export const placeName = (code: string, language: string): string => {
  const country = code.slice(0, 2)
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country
  return code.length > 2 ? `${name}, ${code.slice(3)}` : name
}

/**
 * Places in the order of a list: those the packs know first, then every country by name.
 *
 * @param known - codes of the crisis resources and the charter; others are left out.
 */
export const placesFor = (known: readonly string[], language: string): { near: Place[]; all: Place[] } => {
  const near = [...new Set(known)].filter((code) => regionPattern.test(code) && !notCountries.has(code))
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const all = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code))
    .flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [{ code, name }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, language))
  return { near: near.map((code) => ({ code, name: placeName(code, language) })), all }
}

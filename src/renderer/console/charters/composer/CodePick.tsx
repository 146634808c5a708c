/** @file Where an organization is, and in which language its charter is written: chosen by name, kept as a code. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '../../words/place-name'
import { CodeField, type FieldProps } from './plain-fields'

const A = 65
const LETTERS = 26
/** Codes that are no country to anybody: unions, and those that stand for nothing. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const languages = [
  ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IE', 'en-NZ', 'es', 'es-US', 'es-MX', 'fr', 'fr-CA', 'de', 'pt'],
  ['pt-BR', 'it', 'nl', 'pl', 'ro', 'el', 'sv', 'da', 'fi', 'nb', 'cs', 'hu', 'uk', 'ru', 'tr', 'ar', 'fa'],
  ['he', 'ur', 'hi', 'bn', 'pa', 'ta', 'so', 'sw', 'vi', 'zh', 'ja', 'ko', 'cy', 'ga', 'ht', 'tl'],
].flat()

/** Every country that the browser has a name for. */
const countries = (): string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: LETTERS }, (_, at) => String.fromCharCode(A + at))
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => !noCountries.has(code) && names.of(code) !== undefined)
}

/** The list of places or languages. A part of a country that a copied charter names stays in it. */
export const CodePick = ({ part, ...field }: FieldProps<string> & { part: 'jurisdiction' | 'language' }) => {
  const { i18n } = useTranslation('composer')
  const known = useMemo(countries, [])
  const languageNames = useMemo(
    () => new Intl.DisplayNames(i18n.language, { type: 'language', fallback: 'code' }),
    [i18n.language],
  )
  return part === 'jurisdiction' ? (
    <CodeField {...field} codes={known} nameOf={(code) => placeName(code, i18n.language)} />
  ) : (
    <CodeField {...field} codes={languages} nameOf={(code) => languageNames.of(code) ?? code} />
  )
}

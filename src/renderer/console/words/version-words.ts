/** @file A charter's version as it is said: its day, and which of that day where there were several. */
import type { i18n } from 'i18next'
import { type CharterVersion, partsOfVersion } from '../../../contract/charter-version'
import { calendarDayOf } from '../ui/when'

/** `27 November 2026`, or `27 November 2026, number 2 of that day`; in the language of `catalogue`. */
export const versionWords = (version: CharterVersion, catalogue: i18n): string => {
  const { day, number } = partsOfVersion(version)
  const said = calendarDayOf(day, catalogue.language)
  return number === 1 ? said : catalogue.t('app:versionOfDay', { day: said, number })
}

/** @file The language of the drills, by the reader's: theirs where there are words for it, otherwise English. */
import { useTranslation } from 'react-i18next'
import { DrillLanguage } from '../../../contract/rehearsal'

/**
 * The language of drills for a reader.
 *
 * @param locale - the reader's, BCP 47.
 */
export const drillLanguage = (locale: string): DrillLanguage =>
  DrillLanguage.options.find((language) => language === locale.split('-')[0]) ?? 'en'

/** The language of drills for whoever reads this page. */
export const useDrillLanguage = (): DrillLanguage => drillLanguage(useTranslation('rehearsal').i18n.language)

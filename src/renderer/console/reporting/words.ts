/** @file The domain's words, registered once, and what its drafts are called where leaving asks. */
import { useTranslation } from 'react-i18next'
import { catalogue, registerWords } from '../words'
import words from '../words/en/reporting.json'
import sealedWords from '../words/en/reporting-sealed.json'
import type { Translate } from './answer-words'

registerWords('reporting', words)
registerWords('reporting', sealedWords)

/** The domain's words as a function of their key, for what is put into words outside of components. */
export const useWords = (): Translate => {
  const { t } = useTranslation('reporting')
  return (key, options) => t(key, options ?? {})
}

/** Says that a report is not stored, and no word of it. */
export const describeDraft = (): readonly string[] => [catalogue.t('reporting:leaving')]

/** @file Where a clause stands in the organization's text, in words that can be passed on. */
import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../contract/charters'

/** Gives `line 47`, or what the organization itself calls the place, such as `Section 3`. */
export const useClausePlace = (): ((clause: Pick<Clause, 'line' | 'reference'>) => string) => {
  const { t } = useTranslation('app')
  return ({ line, reference }) => reference ?? t('clauseLine', { line })
}

/** The same words with a capital, where they stand first. */
export const capitalized = (words: string, language: string): string =>
  words.slice(0, 1).toLocaleUpperCase(language) + words.slice(1)

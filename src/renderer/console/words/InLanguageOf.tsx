/** @file A part of a page in the language of a charter, headings and numbers included: what is printed to be read to a group. */
import { type ReactNode, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { catalogue } from '.'
import { useLanguageWithWords } from './group-language'

/**
 * Everything inside says its words in another language; in the reader's own while its words are not there.
 *
 * @param language - BCP 47, of a charter.
 */
export const InLanguageOf = ({ language, children }: { language: string; children: ReactNode }) => {
  const spoken = useLanguageWithWords(language)
  const words = useMemo(() => catalogue.cloneInstance({ lng: spoken }), [spoken])
  return <I18nextProvider i18n={words}>{children}</I18nextProvider>
}

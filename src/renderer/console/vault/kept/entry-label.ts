/** @file What an entry of What is kept is called on screen: its own words, a place by its name, or that it is damaged. */
import { useTranslation } from 'react-i18next'
import type { KeptEntry } from '../../../../contract/vault'
import { placeName } from '../../words/place-name'

/** Names an entry in the reader's language. */
export const useEntryLabel = (): ((entry: KeptEntry) => string) => {
  const { t, i18n } = useTranslation('vault')
  return ({ label, region, role, isDamaged }) => {
    if (isDamaged) return t('kept.damaged')
    const place = region === undefined ? '' : placeName(region, i18n.language)
    const what = role === undefined ? '' : t(`kept.role.${role}`)
    return [place, what, label].filter((part) => part !== '').join(', ')
  }
}

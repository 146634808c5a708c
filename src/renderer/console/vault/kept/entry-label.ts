/** @file What an entry of What is kept is called on screen: its own words, a place by its name, or that it is damaged. */
import { useTranslation } from 'react-i18next'
import type { KeptEntry } from '../../../../contract/vault'
import { calendarDayOf, monthOf } from '../../ui/when'
import { placeName } from '../../words/place-name'

/** What an entry's own words may end in: a day, a month or a quarter, as they are stored. */
const STORED_DATE = /(?:^|(?<=, ))(\d{4}-\d{2}-\d{2}|\d{4}-(?:0[1-9]|1[0-2])|\d{4}-Q[1-4])$/

/** Names an entry in the reader's language. */
export const useEntryLabel = (): ((entry: KeptEntry) => string) => {
  const { t, i18n } = useTranslation('vault')
  return ({ label, region, role, isDamaged }) => {
    if (isDamaged) return t('kept.damaged')
    const place = region === undefined ? '' : placeName(region, i18n.language)
    const what = role === undefined ? '' : t(`kept.role.${role}`)
    const said = label.replace(STORED_DATE, (date) =>
      date.includes('Q')
        ? t('kept.quarter', { quarter: date.slice(-1), year: date.slice(0, 4) })
        : date.length > 7
          ? calendarDayOf(date, i18n.language)
          : monthOf(date, i18n.language),
    )
    return [place, what, said].filter((part) => part !== '').join(', ')
  }
}

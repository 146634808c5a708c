/** @file What an entry of What is kept is called on screen: its own words, a place by its name, its date, or that it is damaged. */
import { useTranslation } from 'react-i18next'
import { periodKey } from '../../../../contract/insight'
import type { KeptDate, KeptEntry } from '../../../../contract/vault'
import { calendarDayOf, monthOf } from '../../ui/when'
import { isolated } from '../../words/names-in-text'
import { placeName } from '../../words/place-name'

/** Names an entry in the reader's language. */
export const useEntryLabel = (): ((entry: KeptEntry) => string) => {
  const { t, i18n } = useTranslation('vault')
  const said = (date: KeptDate): string => {
    switch (date.kind) {
      case 'day':
        return calendarDayOf(date.day, i18n.language)
      case 'month':
        return monthOf(periodKey(date), i18n.language)
      case 'quarter':
        return t('kept.quarter', { quarter: date.quarter, year: date.year })
      case 'year':
        return `${date.year}`
    }
  }
  return ({ label, date, region, role, isDamaged }) => {
    if (isDamaged) return t('kept.damaged')
    const place = region === undefined ? '' : placeName(region, i18n.language)
    const what = role === undefined ? '' : t(`kept.role.${role}`)
    const when = date === undefined ? '' : said(date)
    return [place, what, isolated(label), when].filter((part) => part !== '').join(', ')
  }
}

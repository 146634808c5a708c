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
    const place = region === undefined ? '' : placeName(region, i18n.language)
    const what = role === undefined ? '' : t(`kept.role.${role}`)
    const when = date === undefined ? '' : said(date)
    const damaged = isDamaged ? t('kept.damaged') : ''
    const words = isolated(label)
    const parts = [damaged, place, what, words, when].filter((part) => part !== '')
    // Words that turn are not what the line begins with: its order stays the reader's own.
    const turns = words !== label && parts.length > 1
    return `${turns ? (i18n.dir() === 'rtl' ? '\u200f' : '\u200e') : ''}${parts.join(', ')}`
  }
}

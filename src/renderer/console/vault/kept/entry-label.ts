/** @file What an entry of What is kept is called on screen: its own words, a place by its name, or that it is damaged. */
import { useTranslation } from 'react-i18next'
import type { KeptEntry } from '../../../../contract/vault'
import { calendarDayOf, monthOf } from '../../ui/when'
import { placeName } from '../../words/place-name'

/** A part of an entry's words: a day, a month or a quarter, as they are stored. */
const STORED_DATE = /(?<=^|, )(?:\d{4}-\d{2}-\d{2}|\d{4}-(?:0[1-9]|1[0-2])|\d{4}-Q[1-4])(?=$|, )/

/** False for what only looks like a day, such as somebody's own words that end in 2026-13-45. */
const isDay = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

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
        : date.length === 7
          ? monthOf(date, i18n.language)
          : isDay(date)
            ? calendarDayOf(date, i18n.language)
            : date,
    )
    return [place, what, said].filter((part) => part !== '').join(', ')
  }
}

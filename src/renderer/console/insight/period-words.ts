/** @file What a period is called, and which periods are offered first. Pure. */
import type { TFunction } from 'i18next'
import { monthsOf, type Period, periodKey } from '../../../contract/insight'

/** How many of each kind stand before "Another period". */
const OFFERED = { quarter: 4, year: 1, month: 3 } as const satisfies Record<Period['kind'], number>

/**
 * The periods that are offered at once: the last four quarters, the last year, the last three months.
 *
 * @param periods - those that can be counted, newest first.
 */
export const offeredFirst = (periods: readonly Period[]): Period[] =>
  (['quarter', 'year', 'month'] as const).flatMap((kind) =>
    periods.filter((period) => period.kind === kind).slice(0, OFFERED[kind]),
  )

/** A month (`YYYY-MM`) as a reader says it: "March 2026". */
const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00.000Z`),
  )

/**
 * What a period is called.
 *
 * @param t - of the words `insight`.
 */
export const periodName = (period: Period, t: TFunction<'insight'>, language: string): string => {
  switch (period.kind) {
    case 'month':
      return monthName(periodKey(period), language)
    case 'quarter':
      return t('period.quarter', { quarter: period.quarter, year: period.year })
    case 'year':
      return t('period.year', { year: period.year })
  }
}

/** First and last day of a period, `YYYY-MM-DD`. */
export const periodDays = (period: Period): { from: string; to: string } => {
  const months = monthsOf(period)
  const last = months.at(-1) ?? ''
  const [year = 0, month = 1] = last.split('-').map(Number)
  const to = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: `${months[0] ?? ''}-01`, to }
}

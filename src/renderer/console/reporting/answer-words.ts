/** @file Answers in words, for the form and for paper. Pure. */
import type { Age, Occurred } from '../../../contract/report-questions'

/** The catalogue's words for the domain. */
export type Translate = (key: string, options?: Record<string, unknown>) => string

/** An age; empty where neither years nor a day were typed. */
export const sayAge = ({ by, years, isEstimate, day }: Age, t: Translate): string => {
  switch (by) {
    case 'years':
      return years === null ? '' : t(isEstimate ? 'age.about' : 'age.inYears', { years })
    case 'dateOfBirth':
      return day === null ? '' : t('age.born', { day })
  }
}

/** When it happened, as it was told; empty where no words were typed. */
export const sayOccurred = ({ precision, from, to }: Occurred, t: Translate): string => {
  if (from.trim() === '' && to.trim() === '') return ''
  const words = { precision: t(`precision.${precision}`), from: from.trim() === '' ? t('notSaid') : from, to }
  return t(to.trim() === '' ? 'event.at' : 'event.fromTo', words)
}

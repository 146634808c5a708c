/** @file How often a duty comes round, in words. */
import type { TFunction } from 'i18next'
import type { DutyRhythm } from '../../../contract/duties'

/** A sentence; null for what happens once. */
export const rhythmWords = (rhythm: DutyRhythm, t: TFunction<'duties'>): string | null => {
  switch (rhythm.kind) {
    case 'once':
      return null
    case 'days':
      return t('again.days', { count: rhythm.days })
    case 'months':
      return t('again.months', { count: rhythm.months })
    case 'hours':
      return t('again.hours', { soon: rhythm.soonHours, due: rhythm.dueHours })
  }
}

/** @file One line that says what is kept, what is not yet, and why. */
import { useTranslation } from 'react-i18next'
import { dayOf, timeOf } from '../ui/when'
import classes from './SavingLine.module.css'
import type { Saving } from './use-writing'
import { type Findings, isEmpty, isStored, type Writing } from './writing'

/** What the line tells of. */
export interface SavingLineProps {
  writing: Writing
  open: Findings
  saving: Saving
  isTooLong: boolean
  /** "Save debrief" was pressed with nothing written. */
  isPressedEmpty: boolean
}

/** Announced politely; a finding is told as a count, in words. */
export const SavingLine = ({ writing, open, saving, isTooLong, isPressedEmpty }: SavingLineProps) => {
  const { t, i18n } = useTranslation('debrief')
  const { stored } = writing
  const all = [...open.values()].flat()
  const nameCount = all.filter((finding) => finding.severity === 'blocks').length
  const time = stored ? timeOf(stored.changedAt, i18n.language) : ''
  const day = stored ? dayOf(stored.keptUntil, i18n.language) : ''

  const reason = () => {
    if (nameCount > 0) return t('saving.names', { count: nameCount })
    if (all.length > 0) return t('saving.patterns', { count: all.length })
    return isTooLong ? t('saving.tooLong') : ''
  }
  const state = () => {
    if (isEmpty(writing) && !stored) return isPressedEmpty ? t('saving.pressedEmpty') : t('saving.empty')
    if (all.length > 0 || isTooLong) return stored ? t('saving.behind', { time }) : t('saving.nothing')
    if (isStored(writing) && stored) {
      return stored.isDraft ? t('saving.draft', { time, day }) : t('saving.saved', { time, day })
    }
    if (saving.is === 'failed') return stored ? t('saving.behind', { time }) : t('saving.nothing')
    return t('saving.soon')
  }
  return (
    <div className={classes.line} role="status">
      {reason() ? <p className={classes.reason}>{reason()}</p> : null}
      <p>{state()}</p>
    </div>
  )
}

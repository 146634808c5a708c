/** @file One line that says what is stored, what is not, and why. */
import { useTranslation } from 'react-i18next'
import type { Saving } from '../autosave'
import { dayOf, timeOf } from '../ui/when'
import type { HeldBack } from './debrief-writing'
import classes from './SavingLine.module.css'

/** What the line tells of. */
export interface SavingLineProps {
  /** The last stored version; null when nothing was stored yet. */
  stored: { isDraft: boolean; changedAt: string; keptUntil: string } | null
  saving: Saving
  heldBack: readonly HeldBack[]
  /** Patterns that want a look. They hold nothing back. */
  patternCount: number
  isEmpty: boolean
  /** "Save debrief" was pressed with nothing written. */
  isPressedEmpty: boolean
}

/** Announced politely; what is held back is told as a count, in words. */
export const SavingLine = (props: SavingLineProps) => {
  const { stored, saving, heldBack, patternCount, isEmpty, isPressedEmpty } = props
  const { t, i18n } = useTranslation('debrief')
  const time = stored ? timeOf(stored.changedAt, i18n.language) : ''
  const day = stored ? dayOf(stored.keptUntil, i18n.language) : ''
  const nameCount = heldBack.reduce((sum, held) => sum + (held.kind === 'roomName' ? held.count : 0), 0)
  const isTooLong = heldBack.some((held) => held.kind === 'tooLong')

  const reasons = [
    nameCount > 0 ? t('saving.names', { count: nameCount }) : '',
    isTooLong ? t('saving.tooLong') : '',
    patternCount > 0 ? t('saving.patterns', { count: patternCount }) : '',
  ].filter((reason) => reason !== '')

  const state = (): string => {
    if (isEmpty && !stored) return isPressedEmpty ? t('saving.pressedEmpty') : t('saving.empty')
    if (saving.kind === 'failed') return stored ? t('saving.behind', { time }) : t('saving.nothing')
    if (heldBack.length > 0) return stored ? t('saving.rest', { time }) : t('saving.nothingYet')
    // While the typing goes on the line stays as it is: it is read aloud each time it changes.
    if (!stored) return t('saving.soon')
    if (stored.isDraft || saving.kind !== 'stored') return t('saving.draft', { time, day })
    return t('saving.saved', { time, day })
  }
  return (
    <div className={classes.line} role="status">
      {reasons.length > 0 ? <p className={classes.reason}>{reasons.join(' ')}</p> : null}
      <p>{state()}</p>
    </div>
  )
}

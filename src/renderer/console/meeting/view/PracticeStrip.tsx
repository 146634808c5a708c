/** @file Above the room of a drill: what it practises, that nothing of it is kept, and the way to its end. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Practice, usePractice } from '../practice'
import classes from './PracticeStrip.module.css'

/** The drill, and how to leave it. */
export interface PracticeStripProps {
  practice: Practice
  isClosing: boolean
  onClose: () => void
}

/** One line with one act; what comes up is said by a live region that is always there. */
export const PracticeStrip = ({ practice, isClosing, onClose }: PracticeStripProps) => {
  const { t } = useTranslation('meeting')
  const { isOver, hasReported } = usePractice(practice)
  return (
    <section className={classes.strip} aria-label={t('practice.label', { title: practice.title })}>
      <div className={classes.words}>
        <p>
          <strong>{practice.title}</strong> {practice.practises}
        </p>
        <div role="status">
          {isOver ? <p>{t('practice.over')}</p> : null}
          {hasReported ? <p>{t('practice.reported')}</p> : null}
        </div>
      </div>
      <Button variant={isOver ? 'filled' : 'default'} disabled={isClosing} onClick={onClose}>
        {t('practice.end')}
      </Button>
    </section>
  )
}

/** @file Above the room of a drill: what it practises, that nothing of it is kept, and the way to its end. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Strip } from '../../ui/Strip'
import { type Practice, usePractice } from '../practice'

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
    <Strip
      label={t('practice.label', { title: practice.title })}
      actions={
        <Button variant={isOver ? 'filled' : 'default'} disabled={isClosing} onClick={onClose}>
          {t('practice.end')}
        </Button>
      }
    >
      <p>
        <strong>{practice.title}</strong> {practice.practises}
      </p>
      <div role="status">
        {isOver ? <p>{t('practice.over')}</p> : null}
        {hasReported ? <p>{t('practice.reported')}</p> : null}
      </div>
    </Strip>
  )
}

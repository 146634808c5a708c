/** @file End for everyone asks once: it cannot be undone. In the rail, never over the room. */
import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/Card'
import classes from './Rail.module.css'

/** The question; the safe answer has the keyboard first. */
export const EndQuestion = ({ onYes, onNo }: { onYes: () => void; onNo: () => void }) => {
  const { t } = useTranslation('meeting')
  const id = useId()
  const no = useRef<HTMLButtonElement>(null)
  useEffect(() => no.current?.focus(), [])
  return (
    <div
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo()
      }}
    >
      <Card tone="asks">
        <h2 id={`${id}-title`}>{t('end.title')}</h2>
        <p id={`${id}-body`}>{t('end.body')}</p>
        <div className={classes.actions}>
          <Button onClick={onYes}>{t('end.yes')}</Button>
          <Button ref={no} variant="default" onClick={onNo}>
            {t('end.no')}
          </Button>
        </div>
      </Card>
    </div>
  )
}

/** @file Opening a session at another time than its own asks once, and says what it means. */
import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './prepare.module.css'

/** `early`: before the hour in which it begins. `late`: its planned end has passed. */
export interface OtherTimeQuestionProps {
  kind: 'early' | 'late'
  /** The planned time in words. */
  when: string
  onYes: () => void
  onNo: () => void
}

/** The question in place; the safe answer has the keyboard first. */
export const OtherTimeQuestion = ({ kind, when, onYes, onNo }: OtherTimeQuestionProps) => {
  const { t } = useTranslation('sessions')
  const id = useId()
  const no = useRef<HTMLButtonElement>(null)
  useEffect(() => no.current?.focus(), [])
  return (
    <div
      className={classes.asks}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo()
      }}
    >
      <h3 id={`${id}-title`}>{t(`prepare.${kind}.title`, { when })}</h3>
      <p id={`${id}-body`}>{t(`prepare.${kind}.body`)}</p>
      <div className={classes.answers}>
        <Button ref={no} onClick={onNo}>
          {t('prepare.otherTime.no')}
        </Button>
        <Button variant="default" onClick={onYes}>
          {t('prepare.otherTime.yes')}
        </Button>
      </div>
    </div>
  )
}

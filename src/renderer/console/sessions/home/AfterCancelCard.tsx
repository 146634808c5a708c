/** @file After a cancel: the words to tell those registered, to be copied and put away. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Copy } from '../../Copy'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import classes from '../sessions.module.css'
import { useAfterCancel } from '../use-cancel'
import cardClasses from './AfterCancelCard.module.css'

/** Nothing where nothing was cancelled. */
export const AfterCancelCard = () => {
  const { t } = useTranslation('sessions')
  const { t: tApp } = useTranslation('app')
  const problemWords = useProblemWords()
  const [after, change] = useAfterCancel()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that cancelled is gone: without this the keyboard would start at the top of the page.
    if (after.kind === 'announcement' && document.activeElement === document.body) heading.current?.focus()
  }, [after.kind])
  const putAway = () => change(() => ({ kind: 'none' }))
  switch (after.kind) {
    case 'none':
      return null
    case 'undoFailed': {
      const { title, body } = problemWords(after.error)
      return (
        <Notice
          tone="problem"
          title={t('cancel.undoFailed')}
          actions={
            <Button variant="default" onClick={putAway}>
              {tApp('close')}
            </Button>
          }
        >
          {title}. {body}
        </Notice>
      )
    }
    case 'announcement': {
      const title = t('announcement.title', { name: after.groupName })
      return (
        <Card tone="asks" label={title}>
          <h2 ref={heading} tabIndex={-1} className={classes.heading}>
            {title}
          </h2>
          <p className={classes.quiet}>{t('announcement.lead')}</p>
          <p className={cardClasses.text}>{after.text}</p>
          <div className={classes.actions}>
            <Copy
              variant="filled"
              label={t('announcement.copy')}
              copiedWords={t('announcement.copied')}
              dialogTitle={title}
              failedWords={t('invitation.failed')}
              getText={() => Promise.resolve(after.text)}
            />
            <Button variant="default" onClick={putAway}>
              {t('announcement.done')}
            </Button>
          </div>
        </Card>
      )
    }
  }
}

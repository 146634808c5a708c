/** @file What can be done with a planned session besides starting it: copy its invitation, cancel it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../contract/sessions'
import { Answered } from '../Answered'
import { Copy } from '../Copy'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { sessionPackOptions } from './queries'
import classes from './sessions.module.css'
import { useCancel } from './use-cancel'

/** The two actions; the kinds of reason open in place. `onCancelled` is called once it is cancelled. */
export const SessionActions = ({ session, onCancelled }: { session: Session; onCancelled?: () => void }) => {
  const { t } = useTranslation('sessions')
  const [isAsking, setIsAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const keep = () => {
    setIsAsking(false)
    opener.current?.focus()
  }
  return (
    <div className={classes.column}>
      <div className={classes.actions}>
        <Copy
          label={t('invitation.copy')}
          copiedWords={t('invitation.copied')}
          dialogTitle={t('invitation.title')}
          failedWords={t('invitation.failed')}
          getText={async () => (await client.sessions.invitation({ sessionId: session.id })).text}
        />
        <Button
          ref={opener}
          variant="default"
          aria-expanded={isAsking}
          aria-controls={panelId}
          onClick={() => setIsAsking((now) => !now)}
        >
          {t('cancel.act')}
        </Button>
      </div>
      <div id={panelId} className={classes.panelPlace}>
        {isAsking ? <CancelReasons session={session} onKeep={keep} onCancelled={onCancelled} /> : null}
      </div>
    </div>
  )
}

interface CancelReasonsProps {
  session: Session
  onKeep: () => void
  onCancelled: (() => void) | undefined
}

const CancelReasons = ({ session, onKeep, onCancelled }: CancelReasonsProps) => {
  const { t } = useTranslation('sessions')
  const pack = useQuery(sessionPackOptions(session.id))
  const { cancel, isPending, error } = useCancel(onCancelled)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <section className={classes.panel} aria-labelledby={`${session.id}-why`}>
      <h3 ref={heading} tabIndex={-1} id={`${session.id}-why`} className={classes.heading}>
        {t('cancel.ask')}
      </h3>
      <p className={classes.quiet}>{t('cancel.lead')}</p>
      <Answered asked={pack} failed={t('cancel.noReasons')}>
        {({ cancelReasons, onCancel }) => (
          <>
            {onCancel.length > 0 ? (
              <div>
                <p>{t('cancel.due')}</p>
                <ul className={classes.due}>
                  {onCancel.map((duty) => (
                    <li key={duty.id}>{duty.text}</li>
                  ))}
                </ul>
              </div>
            ) : null}
            <div className={classes.actions}>
              {cancelReasons.map((reason) => (
                <Button
                  key={reason.id}
                  variant="default"
                  disabled={isPending}
                  onClick={() => cancel(session, reason.id)}
                >
                  {reason.label}
                </Button>
              ))}
            </div>
          </>
        )}
      </Answered>
      <ProblemNotice error={error} title={t('cancel.failed')} />
      <div>
        <Button variant="subtle" onClick={onKeep}>
          {t('cancel.keep')}
        </Button>
      </div>
    </section>
  )
}

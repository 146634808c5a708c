/** @file A session that is open: back to its room, or, after a crash, rejoin or close it. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../../contract/sessions'
import { client } from '../../client'
import { enterSession, useEnteredSession } from '../../meeting'
import { ProblemNotice } from '../../ProblemNotice'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { readToken, TokenField } from '../prepare/TokenField'
import classes from '../sessions.module.css'

/** The card that stands alone on home while a session is open. */
export const OpenSession = ({ session }: { session: Session }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const entered = useEnteredSession()
  const [typedToken, setTypedToken] = useState('')
  const [isTokenAsked, setIsTokenAsked] = useState(false)
  const isFree = session.groupId === null
  const name = isFree ? t('rehearsal.name') : session.groupName
  const close = useMutation({
    mutationFn: () => client.sessions.close({ sessionId: session.id }),
    onSuccess: () => queryClient.invalidateQueries(),
  })

  if (entered?.session.id === session.id) {
    return (
      <Card tone="asks" label={t('open.here')}>
        <div className={classes.next}>
          <div>
            <p className={classes.when}>{t('open.here')}</p>
            <h2 className={classes.name}>
              <bdi>{name}</bdi>
            </h2>
          </div>
          <Button h={56} className={classes.large ?? ''} onClick={() => navigate('/room')}>
            {t('open.back')}
          </Button>
        </div>
      </Card>
    )
  }
  const rejoin = () => {
    const token = readToken(typedToken)
    setIsTokenAsked(true)
    if (!token.isAccepted) return
    enterSession({ session, jwt: token.jwt, moved: null })
    navigate('/room')
  }
  return (
    <Card tone="asks" label={t('open.title')}>
      <div className={classes.actions}>
        <h2>{t('open.title')}</h2>
        {session.isRehearsal ? <Pill state="quiet">{t('rehearsal.word')}</Pill> : null}
      </div>
      <p>
        {t(isFree ? 'open.bodyRehearsal' : session.isRehearsal ? 'open.bodyRehearsalOf' : 'open.body', {
          name,
        })}
      </p>
      {session.server.kind === 'jitsi' ? (
        <TokenField typed={typedToken} onType={setTypedToken} isAsked={isTokenAsked} />
      ) : null}
      <ProblemNotice error={close.error} />
      <div className={classes.actions}>
        <Button h={56} className={classes.large ?? ''} onClick={rejoin}>
          {t('open.rejoin')}
        </Button>
        <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
          {t('open.close')}
        </Button>
      </div>
    </Card>
  )
}

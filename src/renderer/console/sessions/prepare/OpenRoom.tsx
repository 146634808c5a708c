/** @file Open the room: what is not ticked is said, and never blocks. */

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../../contract/sessions'
import { useComingVersions } from '../../charters'
import { client } from '../../client'
import { enterSession } from '../../meeting'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { useNow } from '../../ui/use-now'
import { codeOf } from '../../words/problems'
import { versionWords } from '../../words/version-words'
import { sessionPackOptions } from '../queries'
import { isEarly, isOverdue } from '../session-times'
import { useSessionWhen } from '../use-session-when'
import { isCharterGone, OtherCharter } from './OtherCharter'
import { OtherTimeQuestion } from './OtherTimeQuestion'
import classes from './prepare.module.css'
import { readToken, TokenField } from './TokenField'
import type { Before } from './use-before'

/** The one primary action of the page, with an optional pasted token. */
export const OpenRoom = ({ session, before }: { session: Session; before: Before }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [typedToken, setTypedToken] = useState('')
  const [isTokenAsked, setIsTokenAsked] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const nowMs = useNow(30_000)
  const stopId = useId()
  const pack = useQuery(sessionPackOptions(session.id))
  const open = useMutation({
    mutationFn: () => client.sessions.open({ sessionId: session.id }),
  })
  const leave = useMutation({
    mutationFn: () => client.sessions.abandonRehearsal({ sessionId: session.id }),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
      navigate('/')
    },
  })
  const opener = useRef<HTMLButtonElement>(null)
  const { full: when } = useSessionWhen(session, nowMs)
  const ask = () => {
    setIsTokenAsked(true)
    if (!readToken(typedToken).isAccepted) return
    // Nothing of a rehearsal stays, so none is used up.
    const isOtherTime = isEarly(session, Date.now()) || isOverdue(session, Date.now())
    if (isOtherTime && !session.isRehearsal) setIsAsking(true)
    else start()
  }
  const answer = (isYes: boolean) => {
    // The question is gone before the keyboard goes back to what asked it.
    flushSync(() => setIsAsking(false))
    if (isYes) start()
    else opener.current?.focus()
  }
  const start = () => {
    const token = readToken(typedToken)
    if (!token.isAccepted) return
    // The token is not part of the mutation: the cache of mutations would remember it.
    open.mutate(undefined, {
      onSuccess: (opened) => {
        enterSession({ session: opened, jwt: token.jwt, moved: null })
        setTypedToken('')
        navigate('/room')
        void queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
      },
    })
  }
  const { untickedCount, warningCount } = before
  const required = pack.data?.settings.requiredItemId.value ?? null
  const missing = required === null ? undefined : before.lines.find(({ id }) => id === required)
  const isStopped = missing !== undefined && !missing.isTicked

  return (
    <Card>
      <div role="status" className={classes.quiet}>
        {untickedCount > 0 ? <p>{t('prepare.openLead', { count: untickedCount })}</p> : null}
        {warningCount > 0 ? <p>{t('prepare.warnLead', { count: warningCount })}</p> : null}
        {/* Of a list that is not here it is not known. */}
        {pack.data && untickedCount === 0 && warningCount === 0 ? <p>{t('prepare.ready')}</p> : null}
      </div>
      <WhoCouldHear session={session} />
      <UnderWhichVersion charterId={session.charterId} />
      {isStopped ? (
        <p id={stopId} className={classes.stop}>
          {t('prepare.stop', { item: missing.text })}
        </p>
      ) : null}
      {session.server.kind === 'jitsi' ? (
        <TokenField typed={typedToken} onType={setTypedToken} isAsked={isTokenAsked} />
      ) : null}
      <ProblemNotice
        error={open.error}
        title={t('prepare.failed')}
        actions={
          codeOf(open.error) === 'SESSION_OPEN' ? (
            <Button variant="default" onClick={() => navigate('/')}>
              {t('prepare.notNow.home')}
            </Button>
          ) : isCharterGone(open.error, session) ? (
            <OtherCharter session={session} />
          ) : undefined
        }
      />
      {isAsking ? (
        <OtherTimeQuestion
          kind={isOverdue(session, nowMs) ? 'late' : 'early'}
          when={when}
          onYes={() => answer(true)}
          onNo={() => answer(false)}
        />
      ) : (
        <Button
          ref={opener}
          h={56}
          className={classes.open ?? ''}
          fullWidth
          loading={open.isPending}
          disabled={isStopped}
          aria-describedby={isStopped ? stopId : undefined}
          onClick={ask}
        >
          {t('prepare.open')}
        </Button>
      )}
      {session.groupId === null ? (
        <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('prepare.leaveRehearsal')}
        </Button>
      ) : null}
    </Card>
  )
}

/** Where a newer version of the charter waits to be read: under which one the room opens. */
const UnderWhichVersion = ({ charterId }: { charterId: string }) => {
  const { t, i18n } = useTranslation('sessions')
  const coming = useComingVersions()
  const due = coming.data?.find((one) => one.charterId === charterId && one.isDue)
  if (!due) return null
  return (
    <p className={classes.quiet}>{t('prepare.under', { version: versionWords(due.actingVersion, i18n) })}</p>
  )
}

/** Who runs the server, and that whoever runs it could hear the group (docs/promises.md). */
const WhoCouldHear = ({ session }: { session: Session }) => {
  const { t } = useTranslation('sessions')
  const groups = useQuery(queries.sessions.groups.queryOptions())
  if (session.server.kind === 'rehearsal') return null
  const operator = groups.data?.find(({ id }) => id === session.groupId)?.serverOperator
  return (
    <p className={classes.quiet}>
      {operator
        ? t('prepare.server.run', { host: session.server.host, operator })
        : t('prepare.server.unknown', { host: session.server.host })}
    </p>
  )
}

/** @file Prepare: the charter's before-checklist, the crisis numbers, and Open the room. Nothing here blocks. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../contract/sessions'
import { Answered } from '../Answered'
import { NewVersion } from '../charters'
import { CrisisInPlace } from '../conduct'
import { ProblemNotice } from '../ProblemNotice'
import { Page } from '../ui/Page'
import { Pill } from '../ui/Pill'
import { useNow } from '../ui/use-now'
import { OpenSession } from './home/OpenSession'
import { BeforeChecklist } from './prepare/BeforeChecklist'
import { OpenRoom } from './prepare/OpenRoom'
import { isCharterGone, OtherCharter } from './prepare/OtherCharter'
import classes from './prepare/prepare.module.css'
import { useBefore } from './prepare/use-before'
import { readSession, sessionPackOptions } from './queries'
import { SessionActions } from './SessionActions'
import { useSessionWhen } from './use-session-when'
import './words'

/** The page of one planned session. */
export const PreparePage = ({ sessionId }: { sessionId: string }) => {
  const { t } = useTranslation('sessions')
  const { t: tApp } = useTranslation('app')
  const [, navigate] = useLocation()
  const { isNamed, options } = readSession(sessionId)
  const session = useQuery(options)
  const title = useTitle(session.data)

  if (session.isError || !isNamed) {
    return (
      <Page title={t('prepare.readFailed')} width="narrow">
        <ProblemNotice
          error={session.error ?? { code: 'NOT_FOUND' }}
          actions={
            <>
              <Button variant="default" onClick={() => void session.refetch()}>
                {tApp('tryAgain')}
              </Button>
              <Button variant="subtle" onClick={() => navigate('/')}>
                {t('prepare.notNow.home')}
              </Button>
            </>
          }
        />
      </Page>
    )
  }
  if (!session.data) {
    return (
      <Page title={title}>
        <p role="status">{tApp('loading')}</p>
      </Page>
    )
  }
  switch (session.data.state) {
    case 'scheduled':
      return <Planned session={session.data} />
    case 'open':
      return (
        <Page title={title}>
          <OpenSession session={session.data} />
        </Page>
      )
    case 'held':
    case 'cancelled':
    case 'missed':
      return (
        <Page title={t('prepare.notNow.title')} width="narrow">
          <p>{t(`prepare.notNow.${session.data.state}`)}</p>
          <div>
            <Button onClick={() => navigate('/')}>{t('prepare.notNow.home')}</Button>
          </div>
        </Page>
      )
  }
}

const useTitle = (session: Session | undefined): string => {
  const { t } = useTranslation('sessions')
  if (!session) return t('prepare.checklist')
  return session.groupId === null
    ? t('prepare.rehearsalTitle')
    : t('prepare.title', { name: session.groupName })
}

const Planned = ({ session }: { session: Session }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const nowMs = useNow(30_000)
  const title = useTitle(session)
  const { full, here } = useSessionWhen(session, nowMs)
  const pack = useQuery(sessionPackOptions(session.id))
  const before = useBefore(session, pack.data?.checklists.before ?? [])
  const isFree = session.groupId === null
  const lead = isFree ? t('prepare.rehearsalLead') : here ? `${full} (${here})` : full

  return (
    <Page
      title={title}
      lead={lead}
      actions={session.server.kind === 'rehearsal' ? <Pill state="quiet">{t('rehearsal.word')}</Pill> : null}
    >
      <div className={classes.columns}>
        <div className={classes.left}>
          <NewVersion charterId={session.charterId} />
          <Answered
            asked={pack}
            wayOn={isCharterGone(pack.error, session) ? <OtherCharter session={session} /> : undefined}
          >
            {(asked) => <BeforeChecklist before={before} pack={asked} />}
          </Answered>
          <CrisisInPlace />
        </div>
        <div className={classes.rail}>
          <OpenRoom session={session} before={before} />
          {isFree ? null : <SessionActions session={session} onCancelled={() => navigate('/')} />}
        </div>
      </div>
    </Page>
  )
}

/** @file Home answers one question: what is next? One primary action; within an hour, only that session. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Answered, bothAsked } from '../Answered'
import { LeftOut } from '../LeftOut'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { useNow } from '../ui/use-now'
import { AfterCancelCard } from './home/AfterCancelCard'
import { BackupLine } from './home/BackupLine'
import { DutiesLine } from './home/DutiesLine'
import { NextSession } from './home/NextSession'
import { OpenSession } from './home/OpenSession'
import { PromiseLine } from './home/PromiseLine'
import { QuietCards } from './home/QuietCards'
import { ReportsLine } from './home/ReportsLine'
import { SheetCard } from './home/SheetCard'
import { isNear, partOfDay } from './session-times'
import classes from './sessions.module.css'
import { useRehearse } from './use-rehearse'
import './words'

/** The first page. */
export const HomePage = () => {
  const { t } = useTranslation('sessions')
  const nowMs = useNow(15_000)
  const profile = useQuery(queries.vault.profile.queryOptions())
  const name = profile.data?.displayName
  const part = partOfDay(new Date(nowMs).getHours())
  return (
    <Page title={name === undefined ? t('greeting.nameless') : t(`greeting.${part}`, { name })}>
      <Inside nowMs={nowMs} />
    </Page>
  )
}

const Inside = ({ nowMs }: { nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const active = useQuery(queries.sessions.active.queryOptions())
  const upcoming = useQuery(queries.sessions.upcoming.queryOptions())
  const groups = useQuery(queries.sessions.groups.queryOptions())

  if (!upcoming.data || !groups.data || active.data === undefined) {
    return (
      <Answered asked={bothAsked(bothAsked(active, upcoming), groups)} failed={t('home.failed')}>
        {() => null}
      </Answered>
    )
  }
  if (active.data) {
    return (
      <>
        <OpenSession session={active.data} />
        <ReportsLine />
        <PromiseLine />
      </>
    )
  }
  const planned = upcoming.data.filter(({ state, groupId }) => state === 'scheduled' && groupId !== null)
  const [next, ...others] = planned
  const group = groups.data.find(({ id }) => id === next?.groupId)
  if (next && isNear(next, nowMs)) {
    return (
      <>
        <AfterCancelCard />
        <NextSession key={next.id} session={next} group={group} nowMs={nowMs} />
        <ReportsLine />
      </>
    )
  }
  return (
    <>
      <AfterCancelCard />
      <LeftOut of={['groups', 'sessions']} />
      {next ? <NextSession key={next.id} session={next} group={group} nowMs={nowMs} /> : null}
      {!next && groups.data.length === 0 ? <FirstGroup /> : null}
      {!next && groups.data.length > 0 ? <NothingPlanned /> : null}
      <ReportsLine />
      <SheetCard />
      <BackupLine />
      <DutiesLine />
      <QuietCards others={others} nowMs={nowMs} />
      <PromiseLine />
    </>
  )
}

const FirstGroup = () => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const rehearse = useRehearse()
  return (
    <EmptyState
      title={t('home.empty.title')}
      action={
        <div className={classes.actions}>
          <Button onClick={() => navigate('/groups/new')}>{t('groups.new')}</Button>
          <Button variant="subtle" onClick={rehearse}>
            {t('home.empty.rehearse')}
          </Button>
        </div>
      }
    >
      {t('home.empty.body')}
    </EmptyState>
  )
}

const NothingPlanned = () => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  return (
    <EmptyState
      title={t('home.nothing.title')}
      action={<Button onClick={() => navigate('/groups')}>{t('home.nothing.groups')}</Button>}
    >
      {t('home.nothing.body')}
    </EmptyState>
  )
}

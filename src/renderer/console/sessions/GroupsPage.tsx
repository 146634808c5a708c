/** @file All groups with their next session, and the sessions that are behind. */

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Group, Session } from '../../../contract/sessions'
import { Answered } from '../Answered'
import { LeftOut } from '../LeftOut'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { Section } from '../ui/Section'
import { useNow } from '../ui/use-now'
import { zoneWords } from './session-times'
import classes from './sessions.module.css'
import { useSessionWhen } from './use-session-when'
import './words'

/** How many past sessions are listed. */
const PAST_MAX = 20

/** The page Groups. */
export const GroupsPage = () => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const nowMs = useNow(60_000)
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const upcoming = useQuery(queries.sessions.upcoming.queryOptions())
  const past = useQuery(queries.sessions.past.queryOptions({ input: { limit: PAST_MAX } }))
  const newGroup = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate('/groups/new')}>
      {t('groups.new')}
    </Button>
  )
  const hasGroups = (groups.data?.length ?? 0) > 0

  return (
    <Page title={t('groups.title')} lead={t('groups.lead')} actions={hasGroups ? newGroup : undefined}>
      <LeftOut of={['groups', 'sessions']} />
      <Answered
        asked={groups}
        failed={t('groups.failed')}
        empty={{
          isEmpty: (all) => all.length === 0,
          shown: (
            <EmptyState title={t('groups.empty.title')} action={newGroup}>
              {t('groups.empty.body')}
            </EmptyState>
          ),
        }}
      >
        {(all) =>
          all.map((group) => (
            <GroupCard
              key={group.id}
              group={group}
              next={(upcoming.data ?? []).find(({ groupId }) => groupId === group.id)}
              nowMs={nowMs}
            />
          ))
        }
      </Answered>
      {hasGroups ? <p className={classes.quiet}>{t('groups.forget')}</p> : null}
      {past.data && past.data.length > 0 ? <Past sessions={past.data} nowMs={nowMs} /> : null}
    </Page>
  )
}

const GroupCard = (props: { group: Group; next: Session | undefined; nowMs: number }) => {
  const { group, next, nowMs } = props
  const { t, i18n } = useTranslation('sessions')
  const [, navigate] = useLocation()
  return (
    <Card>
      <div className={classes.next}>
        <div>
          <h2>
            <bdi>{group.name}</bdi>
          </h2>
          <div className={classes.facts}>
            <span>
              {t('groups.every', {
                weekday: t(`weekdays.${group.weekday}`),
                time: group.startsAtLocal,
                zone: zoneWords(group.timeZone, i18n.language, nowMs),
              })}
            </span>
            <span>{t('when.minutes', { count: group.plannedMinutes })}</span>
            <span>{t('home.readiness.plain', { count: group.registeredCount })}</span>
            <span>{group.server.kind === 'rehearsal' ? t('rehearsal.room') : group.server.host}</span>
          </div>
          {next ? <Next session={next} nowMs={nowMs} /> : null}
        </div>
        <div className={classes.actions}>
          {next?.state === 'scheduled' ? (
            <Button
              variant="default"
              aria-label={t('groups.prepare', { name: group.name })}
              onClick={() => navigate(`/sessions/${next.id}`)}
            >
              {t('home.prepare')}
            </Button>
          ) : null}
          <Button
            variant="default"
            aria-label={t('groups.edit', { name: group.name })}
            onClick={() => navigate(`/groups/${group.id}`)}
          >
            {t('groups.change')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

const Next = ({ session, nowMs }: { session: Session; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const { full } = useSessionWhen(session, nowMs)
  return <p className={classes.when}>{t('groups.next', { when: full })}</p>
}

const Past = ({ sessions, nowMs }: { sessions: Session[]; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  return (
    <Section title={t('groups.past.title')}>
      <Rows>
        {sessions.map((session) => (
          <PastRow key={session.id} session={session} nowMs={nowMs} />
        ))}
      </Rows>
    </Section>
  )
}

const PastRow = ({ session, nowMs }: { session: Session; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const { when } = useSessionWhen(session, nowMs)
  return (
    <Row
      label={session.groupName}
      said={when}
      aside={<span className={classes.quiet}>{t(`groups.past.${session.state}`)}</span>}
    />
  )
}

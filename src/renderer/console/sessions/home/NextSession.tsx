/** @file The next session: when, what, readiness, and the one primary action. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Group, Session } from '../../../../contract/sessions'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { sessionPackOptions } from '../queries'
import { SessionActions } from '../SessionActions'
import { isEarly, isOverdue } from '../session-times'
import classes from '../sessions.module.css'
import { useSessionWhen } from '../use-session-when'

/** The card of the next session. */
export const NextSession = (props: { session: Session; group: Group | undefined; nowMs: number }) => {
  const { session, group, nowMs } = props
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const pack = useQuery(sessionPackOptions(session.id))
  const { full, here } = useSessionWhen(session, nowMs)
  const early = isEarly(session, nowMs)
  const needed = pack.data?.settings.registrationsMinimum.value ?? null
  const hours = pack.data?.settings.cancelFreeHours.value ?? null
  const freeUntilMs = Date.parse(session.plannedAt) - (hours ?? 0) * 3_600_000
  const free = useSessionWhen({ ...session, plannedAt: new Date(freeUntilMs).toISOString() }, nowMs)
  // Once it has passed there is nothing to say any more.
  const freeUntil = hours === null || freeUntilMs <= nowMs ? null : free
  const isShort = needed !== null && group !== undefined && group.registeredCount < needed
  return (
    <Card label={session.groupName}>
      <div className={classes.next}>
        <div>
          <p className={classes.when}>
            <time dateTime={session.plannedAt}>{full}</time>
          </p>
          <h2 className={classes.name}>
            <bdi>{session.groupName}</bdi>
          </h2>
          <div className={classes.facts}>
            {here ? <span>{here}</span> : null}
            {pack.data ? <span>{t('home.charter', { name: pack.data.name })}</span> : null}
            {group ? (
              <Readiness registered={group.registeredCount} needed={needed} isShort={isShort} />
            ) : null}
            {freeUntil ? <span>{t('home.freeUntil', { when: freeUntil.full })}</span> : null}
            <span>{session.server.kind === 'rehearsal' ? t('rehearsal.room') : session.server.host}</span>
          </div>
        </div>
        <Button
          h={56}
          className={classes.large ?? ''}
          {...(early ? { 'aria-label': t('groups.prepare', { name: session.groupName }) } : {})}
          onClick={() => navigate(`/sessions/${session.id}`)}
        >
          {t(early ? 'home.prepare' : 'home.start')}
        </Button>
      </div>
      {isOverdue(session, nowMs) ? <p className={classes.quiet}>{t('home.overdue')}</p> : null}
      <SessionActions session={session} />
    </Card>
  )
}

const Readiness = (props: { registered: number; needed: number | null; isShort: boolean }) => {
  const { t } = useTranslation('sessions')
  const words =
    props.needed === null
      ? t('home.readiness.plain', { count: props.registered })
      : t('home.readiness.needed', { registered: props.registered, needed: props.needed })
  return props.isShort ? <Pill state="wait">{words}</Pill> : <span>{words}</span>
}

/** @file Everything else on home, quietly: later sessions, a waiting rehearsal, entries that ask to go. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../../contract/sessions'
import { client } from '../../client'
import { Card } from '../../ui/Card'
import { askingCount } from '../promise'
import { keptQuery } from '../queries'
import classes from '../sessions.module.css'
import { useSessionWhen } from '../use-session-when'

/** How many later sessions are listed; all of them are on the page Groups. */
const LATER_MAX = 4

/** Cards below the next session; nothing where there is nothing to say. */
export const QuietCards = (props: { others: Session[]; rehearsal: Session | null; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const kept = useQuery(keptQuery)
  const asking = askingCount(kept.data ?? [])
  if (props.others.length === 0 && props.rehearsal === null && asking === 0) return null
  return (
    <div className={classes.cards}>
      {asking > 0 ? <Asking count={asking} /> : null}
      {props.rehearsal ? <WaitingRehearsal session={props.rehearsal} /> : null}
      {props.others.length > 0 ? (
        <Card label={t('home.later')}>
          <h3>{t('home.later')}</h3>
          <ul className={classes.rows}>
            {props.others.slice(0, LATER_MAX).map((session) => (
              <Later key={session.id} session={session} nowMs={props.nowMs} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}

const Later = ({ session, nowMs }: { session: Session; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const { full } = useSessionWhen(session, nowMs)
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>
          <bdi>{session.groupName}</bdi>
        </p>
        <p className={classes.quiet}>{full}</p>
      </div>
      <Button
        variant="default"
        aria-label={t('groups.prepare', { name: session.groupName })}
        onClick={() => navigate(`/sessions/${session.id}`)}
      >
        {t('home.prepare')}
      </Button>
    </li>
  )
}

const Asking = ({ count }: { count: number }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  return (
    <Card label={t('home.asks.title', { count })}>
      <h3>{t('home.asks.title', { count })}</h3>
      <p className={classes.quiet}>{t('home.asks.body')}</p>
      <div>
        <Button variant="default" onClick={() => navigate('/kept')}>
          {t('home.asks.open')}
        </Button>
      </div>
    </Card>
  )
}

const WaitingRehearsal = ({ session }: { session: Session }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const leave = useMutation({
    mutationFn: () => client.sessions.abandonRehearsal({ sessionId: session.id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <Card label={t('home.rehearsalWaits.title')}>
      <h3>{t('home.rehearsalWaits.title')}</h3>
      <p className={classes.quiet}>{t('home.rehearsalWaits.body')}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => navigate(`/sessions/${session.id}`)}>
          {t('home.rehearsalWaits.go')}
        </Button>
        <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('home.rehearsalWaits.leave')}
        </Button>
      </div>
    </Card>
  )
}

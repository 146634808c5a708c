/** @file Everything else on home, quietly: later sessions, entries that ask to go. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Session } from '../../../../contract/sessions'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { Row, Rows } from '../../ui/Rows'
import { askingCount } from '../promise'
import classes from '../sessions.module.css'
import { useSessionWhen } from '../use-session-when'

/** How many later sessions are listed; all of them are on the page Groups. */
const LATER_MAX = 4

/** Cards below the next session; nothing where there is nothing to say. */
export const QuietCards = (props: { others: Session[]; nowMs: number }) => {
  const { t } = useTranslation('sessions')
  const kept = useQuery(queries.vault.kept.queryOptions())
  const asking = askingCount(kept.data ?? [])
  if (props.others.length === 0 && asking === 0) return null
  return (
    <div className={classes.cards}>
      {asking > 0 ? <Asking count={asking} /> : null}
      {props.others.length > 0 ? (
        <Card label={t('home.later')}>
          <h3>{t('home.later')}</h3>
          <Rows>
            {props.others.slice(0, LATER_MAX).map((session) => (
              <Later key={session.id} session={session} nowMs={props.nowMs} />
            ))}
          </Rows>
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
    <Row
      label={session.groupName}
      said={full}
      aside={
        <Button
          variant="default"
          aria-label={t('groups.prepare', { name: session.groupName })}
          onClick={() => navigate(`/sessions/${session.id}`)}
        >
          {t('home.prepare')}
        </Button>
      }
    />
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

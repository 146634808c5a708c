/** @file One quiet line on home when duties of the facilitator's own are due; never near a session. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { queries } from '../../queries'
import classes from '../sessions.module.css'

/** The line; nothing where none is due, within an hour of a session, and while that is not known. */
export const DutiesLine = () => {
  const { t } = useTranslation('sessions')
  const reminders = useQuery(queries.duties.reminders.queryOptions({ refetchInterval: 60_000 }))
  const count = reminders.data?.count ?? 0
  if (count === 0) return null
  return (
    <p className={classes.quiet}>
      {t('home.duties.due', { count })} <Link to="/duties">{t('home.duties.open')}</Link>
    </p>
  )
}

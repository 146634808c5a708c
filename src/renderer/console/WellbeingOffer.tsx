/**
 * @file One quiet line that leads to the wellbeing check. It knows its address and nothing of what is kept there, asks
 * nothing again, and is not there within an hour before a session.
 */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { queries } from './queries'
import { useNow } from './ui/use-now'
import classes from './WellbeingOffer.module.css'

/** Where the check is. */
export const WELLBEING_PATH = '/wellbeing'

/** So long before a session nobody is asked how they are, in milliseconds. */
const QUIET_MS = 3_600_000

/** The line. `onOpen`: called instead of following the link, where a room has to be left first. */
export const WellbeingOffer = ({ onOpen }: { onOpen?: () => void }) => {
  const { t } = useTranslation('app')
  const nowMs = useNow(30_000)
  const { data: planned } = useQuery(queries.sessions.upcoming.queryOptions())
  const isQuiet =
    planned === undefined ||
    planned.some(({ state, plannedAt }) => {
      const untilMs = Date.parse(plannedAt) - nowMs
      return state === 'scheduled' && untilMs > 0 && untilMs <= QUIET_MS
    })
  if (isQuiet) return null
  return (
    <p className={classes.offer}>
      {t('wellbeing.offer')}{' '}
      <Link
        to={WELLBEING_PATH}
        onClick={(event) => {
          if (!onOpen) return
          event.preventDefault()
          onOpen()
        }}
      >
        {t('wellbeing.open')}
      </Link>
    </p>
  )
}

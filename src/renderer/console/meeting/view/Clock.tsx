/** @file How long the room has been open, of the planned minutes. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPageClock } from '../guard/clock'
import { elapsedTime } from './clock-time'
import classes from './Header.module.css'

/** Counts on its own, so that nothing else is drawn each second. */
export const Clock = ({ openedAt, plannedMinutes }: { openedAt: string | null; plannedMinutes: number }) => {
  const { t } = useTranslation('meeting')
  const [clock] = useState(createPageClock)
  const [enteredMs] = useState(() => clock.nowMs())
  const [nowMs, setNowMs] = useState(enteredMs)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock.nowMs()), 1000)
    return () => clearInterval(timer)
  }, [clock])
  const sinceMs = openedAt === null ? enteredMs : Date.parse(openedAt)
  return (
    <p className={classes.clock} title={t('elapsed')}>
      <time role="timer" aria-label={t('elapsed')} className="tabular">
        {elapsedTime(nowMs - sinceMs)}
      </time>{' '}
      <span className={classes.planned}>{t('of', { minutes: plannedMinutes })}</span>
    </p>
  )
}

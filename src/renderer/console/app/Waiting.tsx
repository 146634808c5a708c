/** @file A moment's wait: words, no spinner that blinks. Appears only when the wait is long enough to notice. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Waiting.module.css'

/** Shorter waits show nothing, so that pages do not flash. In milliseconds. */
const SHOW_AFTER_MS = 300

/** Says "One moment" after a third of a second. */
export const Waiting = () => {
  const { t } = useTranslation('app')
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes.waiting} role="status">
      {isShown ? t('loading') : null}
    </div>
  )
}

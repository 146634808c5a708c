/** @file Said on the lock screen when the console locked by itself. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../preferences'
import { Notice } from '../../ui/Notice'
import { clearLockedForIdle, useLockedForIdle } from './idle-lock'
import classes from './LostAtLock.module.css'

/** The notice, until the vault is unlocked again. */
export const LockedForIdle = () => {
  const { t } = useTranslation('app')
  const isLocked = useLockedForIdle()
  const { idleLockMinutes } = usePreferences()
  useEffect(() => clearLockedForIdle, [])
  if (!isLocked) return null
  return (
    <div className={classes.place} role="status">
      <Notice tone="plain" title={t('idleLock.title')}>
        {t('idleLock.body', { count: idleLockMinutes })}
      </Notice>
    </div>
  )
}

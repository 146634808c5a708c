/** @file Said on the lock screen when the lock took words that were not stored: they may not outlive it (promise 1). */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { clearWordsLostAtLock, useWordsLostAtLock } from '../../autosave'
import { Notice } from '../../ui/Notice'
import classes from './LostAtLock.module.css'

/** The notice, until the vault is unlocked again. */
export const LostAtLock = () => {
  const { t } = useTranslation('app')
  const isLost = useWordsLostAtLock()
  useEffect(() => clearWordsLostAtLock, [])
  if (!isLost) return null
  return (
    <div className={classes.place} role="status">
      <Notice tone="wait" title={t('leaving.lostAtLock.title')}>
        {t('leaving.lostAtLock.body')}
      </Notice>
    </div>
  )
}

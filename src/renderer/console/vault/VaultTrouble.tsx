/** @file What is wrong with the vault's files, what was kept, and what a person can do. Nothing is created over it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultProblem } from '../../../contract/vault'
import { client } from '../client'
import { loaded } from '../ui/loaded'
import { isRestorable } from './restorable'
import classes from './UnlockScreen.module.css'

const RestoreBackup = loaded(async () => (await import('./backup/RestoreBackup')).RestoreBackup)

/** The problem, and whether an earlier copy of the key file lies beside it. */
export interface VaultTroubleProps {
  problem: VaultProblem
  hasPreviousCopy: boolean
  /** Called instead of asking for the status again: back to the unlock form. */
  onTryAgain?: () => void
}

/** The problem in words, with one way on. A changed status comes by `vault.watch` and replaces the screen. */
export const VaultTrouble = ({ problem, hasPreviousCopy, onTryAgain }: VaultTroubleProps) => {
  const { t } = useTranslation('vault')
  const [isRestoring, setIsRestoring] = useState(false)
  const [look, setLook] = useState<'idle' | 'looking' | 'looked'>('idle')
  const tryAgain = () => {
    if (onTryAgain) return onTryAgain()
    setLook('looking')
    client.vault
      .status()
      .catch(() => undefined)
      .finally(() => setLook('looked'))
  }
  return (
    <div className={classes.form}>
      <p>{t(`trouble.${problem}.body`)}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('trouble.kept')}</dt>
          <dd>
            {t('trouble.untouched')} {hasPreviousCopy ? t('trouble.previousCopy') : null}
          </dd>
        </div>
        <div>
          <dt>{t('trouble.todo')}</dt>
          <dd>{t(`trouble.${problem}.todo`)}</dd>
        </div>
      </dl>
      <div className={classes.actions}>
        <Button onClick={tryAgain} loading={look === 'looking'}>
          {t('trouble.tryAgain')}
        </Button>
        {isRestorable(problem) ? (
          <Button variant="default" aria-expanded={isRestoring} onClick={() => setIsRestoring((now) => !now)}>
            {t('trouble.restore')}
          </Button>
        ) : null}
        <span role="status">{look === 'looked' ? t('trouble.still') : null}</span>
      </div>
      {/* Once it is restored the vault's status says so, and another screen stands here. */}
      {isRestoring ? <RestoreBackup isReplacing onRestored={() => {}} /> : null}
    </div>
  )
}

/**
 * @file The lock screen, the app's first paint: unlock, or what is wrong with the vault. It imports little on
 * purpose, and always has the crisis numbers.
 */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '../../../contract/vault'
import { Entry } from '../Entry'
import { Notice } from '../ui/Notice'
import { Crisis } from './Crisis'
import { UnlockForm } from './UnlockForm'
import { VaultTrouble } from './VaultTrouble'

/** Where the vault stands, and the crisis numbers, which need no unlocked vault. */
export interface UnlockScreenProps {
  status: VaultStatus
  crisis: ReactNode
}

/** Shown while the vault is locked or cannot be opened. It never offers to create over a vault. */
export const UnlockScreen = ({ status, crisis }: UnlockScreenProps) => {
  const { t } = useTranslation('vault')
  const foot = <Crisis>{crisis}</Crisis>
  switch (status.state) {
    case 'none':
    case 'unlocked':
      return null
    case 'unusable':
      return (
        <Entry title={t(`trouble.${status.problem}.title`)} foot={foot} isHeadingFocused>
          <VaultTrouble problem={status.problem} hasPreviousCopy={status.hasPreviousCopy} />
        </Entry>
      )
    case 'locked':
      return (
        <Entry title={t('unlock.title')} lead={t('unlock.lead')} foot={foot}>
          {status.isPreviousHeader ? (
            <Notice tone="wait" title={t('unlock.previousHeader.title')}>
              {t('unlock.previousHeader.body')}
            </Notice>
          ) : null}
          <UnlockForm nextTryAt={status.nextTryAt} />
        </Entry>
      )
  }
}

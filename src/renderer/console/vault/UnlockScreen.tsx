/**
 * @file The lock screen, the app's first paint: unlock, or what is wrong with the vault. It imports little on
 * purpose, and always has the crisis numbers.
 */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RestoreEnd, VaultStatus } from '../../../contract/vault'
import { Entry } from '../Entry'
import { loaded } from '../ui/loaded'
import { Notice } from '../ui/Notice'
import { Crisis } from './Crisis'
import { UnlockForm } from './UnlockForm'
import { VaultTrouble } from './VaultTrouble'

/** Not of the first paint: what became of the data folder's move is said a moment later. */
const FolderMoved = loaded(async () => (await import('../FolderMoved')).FolderMoved)

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
          <CutOff end={status.restore} />
          <FolderMoved />
          <VaultTrouble problem={status.problem} hasPreviousCopy={status.hasPreviousCopy} />
        </Entry>
      )
    case 'locked':
      return (
        <Entry title={t('unlock.title')} lead={t('unlock.lead')} foot={foot}>
          <CutOff end={status.restore} />
          <FolderMoved />
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

/** How a restore ended that was cut off. */
const CutOff = ({ end }: { end: RestoreEnd | undefined }) => {
  const { t } = useTranslation('vault')
  return end === undefined ? null : (
    <Notice tone={end === 'finished' ? 'plain' : 'wait'} title={t(`cutOff.${end}.title`)}>
      {t(`cutOff.${end}.body`)}
    </Notice>
  )
}

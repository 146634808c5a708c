/** @file Unlocking by passphrase or recovery key, with the growing wait in words. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../client'
import { Notice } from '../ui/Notice'
import { PassphraseField } from '../ui/PassphraseField'
import { SecretOutcome } from './SecretOutcome'
import classes from './UnlockScreen.module.css'
import { useSecretTry } from './use-secret-try'
import { VaultTrouble } from './VaultTrouble'

/** The unlock form. `nextTryAt`: earliest instant of the next try as the status has it, null when at once. */
export const UnlockForm = ({ nextTryAt }: { nextTryAt: string | null }) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [secretKind, setSecretKind] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const { answer, isWaiting, isBusy, ...box } = useSecretTry(
    (secret) => client.vault.unlock({ secretKind, secret }),
    { nextTryAt },
  )
  const switchKind = () => {
    setSecretKind((now) => (now === 'passphrase' ? 'recoveryKey' : 'passphrase'))
    box.clear()
  }

  if (answer.kind === 'unusable') {
    return (
      <>
        <Notice tone="problem" title={t(`trouble.${answer.problem}.title`)} />
        <VaultTrouble problem={answer.problem} hasPreviousCopy={false} onTryAgain={box.putAway} />
      </>
    )
  }
  return (
    <div className={classes.form} ref={box.place}>
      <PassphraseField
        label={t(`unlock.${secretKind}`)}
        description={secretKind === 'recoveryKey' ? t('unlock.recoveryHint') : undefined}
        value={box.secret}
        onChange={box.setSecret}
        onEnter={() => void box.attempt()}
        isAutoFocused
        showLabel={tApp('show')}
        error={answer.kind === 'empty' ? t(`unlock.empty.${secretKind}`) : undefined}
      />
      <SecretOutcome answer={answer} secretKind={secretKind} wait={box.wait} />
      <div className={classes.actions}>
        <Button
          size="md"
          loading={isBusy}
          {...(isWaiting ? { 'aria-disabled': true, 'data-disabled': true } : {})}
          onClick={() => void box.attempt()}
        >
          {t('unlock.unlock')}
        </Button>
        <Button variant="subtle" onClick={switchKind}>
          {t(secretKind === 'passphrase' ? 'unlock.useRecovery' : 'unlock.usePassphrase')}
        </Button>
      </div>
      <span role="status">{isBusy ? t('unlock.opening') : null}</span>
    </div>
  )
}

/** @file Making a new recovery sheet: the passphrase, then the sheet, which must be said to be on paper. */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { PassphraseField } from '../../ui/PassphraseField'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { SecretOutcome } from '../SecretOutcome'
import { useSecretTry } from '../use-secret-try'
import { RecoverySheet } from './RecoverySheet'
import classes from './sheet.module.css'

registerWords('vault', words)

/** What is offered beside the button, and what follows the sheet. */
export interface NewSheetProps {
  /** Called when the new sheet is on paper. */
  onDone: () => void
  /** Leaves it for now; left out where a page can simply be left. */
  onLater?: () => void
  /** Called when the new sheet is in force and shown. */
  onMade?: () => void
}

/** The form, and then the sheet in its place. */
export const NewSheet = ({ onDone, onLater, onMade }: NewSheetProps) => {
  const { t } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const { answer, isWaiting, isBusy, ...box } = useSecretTry(
    (passphrase) => client.vault.renewRecoverySheet({ passphrase }),
    {
      onTaken: (made) => {
        setRecoveryKey(made.recoveryKey)
        onMade?.()
      },
    },
  )
  const said = useRef<HTMLParagraphElement>(null)
  // The box is gone: the keyboard, and a screen reader, go to what came of it.
  useEffect(() => {
    if (recoveryKey !== null) said.current?.focus()
  }, [recoveryKey])
  if (recoveryKey !== null) {
    return (
      <>
        <p ref={said} tabIndex={-1} className="no-print">
          {t('newSheet.made')}
        </p>
        <RecoverySheet recoveryKey={recoveryKey} onDone={onDone} />
      </>
    )
  }
  return (
    <div className={classes.fields} ref={box.place}>
      <p>{t('newSheet.what')}</p>
      <PassphraseField
        label={t('unlock.passphrase')}
        description={t('newSheet.passphraseHint')}
        value={box.secret}
        onChange={box.setSecret}
        onEnter={() => void box.attempt()}
        showLabel={tApp('show')}
        error={answer.kind === 'empty' ? t('unlock.empty.passphrase') : undefined}
      />
      <SecretOutcome answer={answer} secretKind="passphrase" wait={box.wait} />
      <div className={classes.actions}>
        <Button
          loading={isBusy}
          {...(isWaiting ? { 'aria-disabled': true, 'data-disabled': true } : {})}
          onClick={() => void box.attempt()}
        >
          {t('newSheet.make')}
        </Button>
        {onLater ? (
          <Button variant="subtle" onClick={onLater}>
            {t('contacts.later')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

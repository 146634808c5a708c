/** @file Choosing one of the backups in a folder, and the secret for it: to prove that it opens, or to restore it. */
import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupContent, FoundBackup } from '../../../../contract/backup'
import { Notice } from '../../ui/Notice'
import { PassphraseField } from '../../ui/PassphraseField'
import { byteWords } from '../kept/byte-words'
import { SecretOutcome } from '../SecretOutcome'
import classes from '../sheet/sheet.module.css'
import { useSecretTry } from '../use-secret-try'
import { BackupProblemNotice } from './backup-problem'
import { madeWords } from './backup-words'

/** What is opened. */
export interface OpenedWith {
  name: FoundBackup['name']
  secretKind: 'passphrase' | 'recoveryKey'
  secret: string
}

/** The backups found, newest first, and what is done with the one that is chosen. */
export interface OpenBackupProps {
  backups: readonly FoundBackup[]
  /** Words of the button. */
  label: string
  open: (what: OpenedWith) => Promise<BackupContent>
  onOpened: (content: BackupContent, name: FoundBackup['name']) => void
}

/** How many backups are offered: the newest ones. */
const OFFERED_MAX = 8

/** The choice and the box. */
export const OpenBackup = ({ backups, label, open, onOpened }: OpenBackupProps) => {
  const { t, i18n } = useTranslation('vault')
  const { t: tApp } = useTranslation('app')
  const offered = backups.slice(0, OFFERED_MAX)
  const [chosen, setChosen] = useState<string | null>(null)
  const [secretKind, setSecretKind] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const backup = offered.find(({ name }) => name === chosen) ?? offered[0]
  const { answer, isWaiting, isBusy, ...box } = useSecretTry(
    async (secret) => {
      if (!backup) throw new Error('There is no backup to open.')
      return { content: await open({ name: backup.name, secretKind, secret }), name: backup.name }
    },
    { onTaken: ({ content, name }) => onOpened(content, name) },
  )
  if (!backup) return <p>{t('backup.none')}</p>
  return (
    <div className={classes.fields}>
      <Radio.Group label={t('backup.which')} value={backup.name} onChange={setChosen}>
        <div className={classes.fields}>
          {offered.map(({ name, bytes }) => (
            <Radio
              key={name}
              value={name}
              label={`${madeWords(name, i18n.language)}, ${byteWords(bytes, i18n.language)}`}
            />
          ))}
        </div>
      </Radio.Group>
      <div ref={box.place}>
        <PassphraseField
          label={t(`backup.secret.${secretKind}`)}
          description={t('backup.secretHint')}
          value={box.secret}
          onChange={box.setSecret}
          onEnter={() => void box.attempt()}
          showLabel={tApp('show')}
          error={answer.kind === 'empty' ? t(`unlock.empty.${secretKind}`) : undefined}
        />
      </div>
      {answer.kind === 'failed' ? <BackupProblemNotice error={answer.error} /> : null}
      {answer.kind === 'wrong' ? (
        <Notice tone="problem" title={t('backup.wrong.title')}>
          {t('backup.wrong.body')}
        </Notice>
      ) : null}
      <SecretOutcome
        answer={answer.kind === 'failed' || answer.kind === 'wrong' ? { kind: 'none' } : answer}
        secretKind={secretKind}
        wait={box.wait}
      />
      <div className={classes.actions}>
        <Button
          loading={isBusy}
          {...(isWaiting ? { 'aria-disabled': true, 'data-disabled': true } : {})}
          onClick={() => void box.attempt()}
        >
          {label}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setSecretKind((now) => (now === 'passphrase' ? 'recoveryKey' : 'passphrase'))
            box.clear()
          }}
        >
          {t(secretKind === 'passphrase' ? 'unlock.useRecovery' : 'unlock.usePassphrase')}
        </Button>
        <span role="status">{isBusy ? t('backup.opening') : null}</span>
      </div>
    </div>
  )
}

/** @file Making this computer's vault from a backup: the folder, which backup, the secret. Only where there is none, or a damaged one. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import classes from '../sheet/sheet.module.css'
import { BackupProblemNotice, Unreadable } from './backup-problem'
import { FolderField } from './FolderField'
import { OpenBackup } from './OpenBackup'
import { restored } from './restored'

registerWords('vault', words)

/** `isReplacing`: a damaged vault is there. `onRestored`: the vault is there, and unlocked. */
export const RestoreBackup = (props: { isReplacing?: boolean; onRestored: () => void }) => {
  const { isReplacing = false, onRestored } = props
  const { t } = useTranslation('vault')
  const [folder, setFolder] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const find = useMutation({ mutationFn: () => client.vault.backup.find({ folder }) })
  const look = () => {
    setIsChecked(true)
    if (folder.trim() === '') place.current?.querySelector('input')?.focus()
    else find.mutate()
  }
  return (
    <div className={classes.fields} ref={place}>
      <FolderField
        value={folder}
        onChange={(value) => {
          setFolder(value)
          find.reset()
        }}
        onEnter={look}
        isForReading
        isAutoFocused
        error={isChecked && folder.trim() === '' ? t('backup.folderNeeded') : undefined}
      />
      <div className={classes.actions}>
        <Button variant={find.data ? 'default' : 'filled'} loading={find.isPending} onClick={look}>
          {t('restore.look')}
        </Button>
      </div>
      <BackupProblemNotice error={find.error} />
      {find.data ? (
        <>
          <Unreadable count={find.data.unreadableCount} />
          <p>{t(isReplacing ? 'restore.replaces' : 'restore.comesBack')}</p>
          {isReplacing ? <p>{t('restore.setAside')}</p> : null}
          <OpenBackup
            backups={find.data.backups}
            label={t('restore.restore')}
            open={(what) => client.vault.backup.restore({ folder: find.data.folder, ...what })}
            onOpened={() => {
              restored.set(true)
              onRestored()
            }}
          />
        </>
      ) : null}
    </div>
  )
}

/** @file A damaged vault: all that can be read of it saved as a backup, into a folder of one's own. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { Notice } from '../../ui/Notice'
import { byteWords } from '../kept/byte-words'
import classes from '../sheet/sheet.module.css'
import { BackupProblemNotice } from './backup-problem'
import { FolderField } from './FolderField'

/** The form, and below it what was saved and what could not be read. */
export const SaveReadable = () => {
  const { t, i18n } = useTranslation('vault')
  const [folder, setFolder] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  // A second Enter comes before anything is drawn anew.
  const isSaving = useRef(false)
  const save = useMutation({
    mutationFn: () => client.vault.backup.makeReadable({ folder }),
    onSettled: () => {
      isSaving.current = false
    },
  })
  const start = () => {
    if (isSaving.current) return
    setIsChecked(true)
    if (folder.trim() === '') {
      place.current?.querySelector('input')?.focus()
      return
    }
    isSaving.current = true
    save.mutate()
  }
  useEffect(() => {
    if (save.data) said.current?.focus()
  }, [save.data])
  return (
    <div className={classes.fields} ref={place}>
      <p>{t('readable.what')}</p>
      <FolderField
        value={folder}
        onChange={setFolder}
        onEnter={start}
        isAutoFocused
        error={isChecked && folder.trim() === '' ? t('backup.folderNeeded') : undefined}
      />
      <div className={classes.actions}>
        <Button loading={save.isPending} onClick={start}>
          {t('readable.save')}
        </Button>
        <span role="status">{save.isPending ? t('readable.saving') : null}</span>
      </div>
      <BackupProblemNotice error={save.error} />
      {save.data ? (
        <div ref={said} tabIndex={-1}>
          <Notice tone={save.data.passedOver > 0 ? 'wait' : 'plain'} title={t('readable.done')}>
            {t('readable.doneBody', {
              name: save.data.name,
              size: byteWords(save.data.bytes, i18n.language),
              count: save.data.rows,
            })}{' '}
            {save.data.passedOver > 0 ? t('readable.passedOver', { count: save.data.passedOver }) : null}
          </Notice>
        </div>
      ) : null}
    </div>
  )
}

/** @file The folder for backups: typed, or chosen in the system's own window where this shell can show one. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import classes from '../sheet/sheet.module.css'

/** What is typed, and what Enter does. */
export interface FolderFieldProps {
  value: string
  onChange: (value: string) => void
  onEnter: () => void
  /** True where a backup is looked for and none is made. */
  isForReading?: boolean
  isAutoFocused?: boolean
  error?: string | undefined
}

/** The box, and the button beside it. */
export const FolderField = (props: FolderFieldProps) => {
  const { t } = useTranslation('vault')
  const shell = useQuery(queries.vault.backup.shell.queryOptions())
  const canChoose = shell.data?.canChooseFolder ?? false
  const choose = useMutation({
    mutationFn: () => client.vault.backup.chooseFolder(),
    onSuccess: ({ folder }) => {
      if (folder !== null) props.onChange(folder)
    },
  })
  return (
    <>
      <TextInput
        label={t('backup.folder')}
        description={t(
          `${props.isForReading ? 'restore' : 'backup'}.${canChoose ? 'folderHint' : 'folderTyped'}`,
        )}
        value={props.value}
        autoFocus={props.isAutoFocused ?? false}
        autoComplete="off"
        spellCheck={false}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter()
        }}
      />
      {canChoose ? (
        <div className={classes.actions}>
          <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate()}>
            {t('backup.choose')}
          </Button>
        </div>
      ) : null}
      <ProblemNotice error={choose.error} />
    </>
  )
}

/** @file The folder for backups. */
import { useTranslation } from 'react-i18next'
import { type FolderFieldProps, FolderField as PlainFolderField } from '../../FolderField'

/** What is typed, and what Enter does. `isForReading`: a backup is looked for and none is made. */
type BackupFolderProps = Omit<FolderFieldProps, 'label' | 'hint' | 'choose'> & { isForReading?: boolean }

/** The box, and the button below it. */
export const FolderField = ({ isForReading = false, ...props }: BackupFolderProps) => {
  const { t } = useTranslation('vault')
  const of = isForReading ? 'restore' : 'backup'
  return (
    <PlainFolderField
      {...props}
      label={t('backup.folder')}
      hint={{ chosen: t(`${of}.folderHint`), typed: t(`${of}.folderTyped`) }}
      choose={t('backup.choose')}
    />
  )
}

/** @file How often somebody wants to be reminded of a backup, and whether it is made by itself then. */
import { Checkbox, Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupPlace, ReminderDays } from '../../../../contract/backup'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import classes from '../sheet/sheet.module.css'

const choices: readonly ReminderDays[] = [7, 30, 90, null]

/** The choice; it holds at once. */
export const BackupReminder = ({ place }: { place: BackupPlace }) => {
  const { t } = useTranslation('vault')
  const cache = useQueryClient()
  const change = useMutation({
    mutationFn: (next: { days: ReminderDays; isByItself: boolean }) => client.vault.backup.remind(next),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.vault.backup.place.key() }),
  })
  const { days, isByItself } = change.isPending
    ? change.variables
    : { days: place.reminderDays, isByItself: place.isByItself }
  return (
    <>
      <Radio.Group
        label={t('backup.remind.label')}
        value={String(days)}
        onChange={(value) => {
          const next = choices.find((choice) => String(choice) === value)
          if (next !== undefined) change.mutate({ days: next, isByItself })
        }}
      >
        <div className={classes.fields}>
          {choices.map((choice) => (
            <Radio
              key={String(choice)}
              value={String(choice)}
              label={choice === null ? t('backup.remind.never') : t('backup.remind.days', { count: choice })}
            />
          ))}
        </div>
      </Radio.Group>
      <Checkbox
        label={t('backup.remind.byItself')}
        description={
          place.folder === null
            ? t('backup.remind.byItselfFirst')
            : t('backup.remind.byItselfHelp', { folder: place.folder })
        }
        checked={isByItself && place.folder !== null && days !== null}
        disabled={place.folder === null || days === null}
        onChange={(event) => change.mutate({ days, isByItself: event.currentTarget.checked })}
      />
      <ProblemNotice error={change.error} />
    </>
  )
}

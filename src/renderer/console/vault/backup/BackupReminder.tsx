/** @file How often somebody wants to be reminded of a backup. */
import { Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReminderDays } from '../../../../contract/backup'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import classes from '../sheet/sheet.module.css'

const choices: readonly ReminderDays[] = [7, 30, 90, null]

/** The choice; it holds at once. */
export const BackupReminder = ({ days }: { days: ReminderDays }) => {
  const { t } = useTranslation('vault')
  const cache = useQueryClient()
  const change = useMutation({
    mutationFn: (next: ReminderDays) => client.vault.backup.remind({ days: next }),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.vault.backup.place.key() }),
  })
  const shown = change.isPending ? change.variables : days
  return (
    <>
      <Radio.Group
        label={t('backup.remind.label')}
        value={String(shown)}
        onChange={(value) => {
          const next = choices.find((choice) => String(choice) === value)
          if (next !== undefined) change.mutate(next)
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
      <ProblemNotice error={change.error} />
    </>
  )
}

/** @file A group's sessions as a file for the facilitator's own calendar: without the link, and without its name. */
import { Button, Checkbox } from '@mantine/core'
import { IconCalendarUp } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../../contract/sessions'

import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { saveAsFile } from '../../save-file'
import { Section } from '../../ui/Section'
import classes from '../sessions.module.css'
import { makeCalendar } from './load'

/** The same for every group: a file's name is seen in places where the group's should not be. */
const FILE_NAME = 'sessions.ics'

/** One press hands over the file, as the sessions stand now. */
export const SaveCalendar = ({ group }: { group: Group }) => {
  const { t } = useTranslation('sessions')
  const [isNamed, setIsNamed] = useState(false)
  const upcoming = useQuery(queries.sessions.upcoming.queryOptions())
  const save = useMutation({
    mutationFn: async () => {
      const { data: all } = await upcoming.refetch({ throwOnError: true })
      const text = await makeCalendar({
        group,
        sessions: (all ?? []).filter(({ groupId }) => groupId === group.id),
        title: isNamed ? group.name : t('calendar.title'),
        madeAt: new Date(),
      })
      return saveAsFile(text, FILE_NAME, 'text/calendar')
    },
  })
  return (
    <Section title={t('calendar.saveTitle')} lead={t('calendar.saveLead')} isRegion>
      <Checkbox
        label={t('calendar.named')}
        description={t('calendar.namedHint')}
        checked={isNamed}
        onChange={(event) => setIsNamed(event.currentTarget.checked)}
      />
      <ProblemNotice error={save.error} title={t('calendar.notSaved')} />
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconCalendarUp size={20} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('calendar.save')}
        </Button>
        <span role="status">{save.data ? t('calendar.saved', { name: save.data.fileName }) : null}</span>
      </div>
    </Section>
  )
}

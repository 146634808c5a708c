/** @file One more session of a group beside the usual one, at a wall-clock time in the group's zone. */

import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Day, LocalTime } from '../../../../contract/primitives'
import type { Group } from '../../../../contract/sessions'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Section } from '../../ui/Section'
import { useEnterActs } from '../../ui/save-keys'
import { useNow } from '../../ui/use-now'
import { useProblemWords } from '../../words/problems'
import classes from '../sessions.module.css'
import { useSessionWhen } from '../use-session-when'

/** Beside which field a refusal stands. */
const fieldOf: Readonly<Record<string, 'day' | 'time'>> = {
  IN_THE_PAST: 'day',
  TOO_FAR_AHEAD: 'day',
  NO_SUCH_TIME: 'time',
}

/** A date, a time, and a button. */
export const OneMoreSession = ({ group }: { group: Group }) => {
  const { t } = useTranslation('sessions')
  const problemWords = useProblemWords()
  const queryClient = useQueryClient()
  const nowMs = useNow(60_000)
  const [typedDay, setTypedDay] = useState('')
  const [typedTime, setTypedTime] = useState(group.startsAtLocal)
  const [isChecked, setIsChecked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const day = Day.safeParse(typedDay)
  const time = LocalTime.safeParse(typedTime.slice(0, 5))
  const schedule = useMutation({
    mutationFn: (input: { day: Day; startsAtLocal: LocalTime }) =>
      client.sessions.schedule({ groupId: group.id, ...input }),
    onSuccess: async () => {
      setTypedDay('')
      setIsChecked(false)
      await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
    },
  })
  const focusBad = () =>
    requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  const add = () => {
    setIsChecked(true)
    if (day.success && time.success) {
      schedule.mutate({ day: day.data, startsAtLocal: time.data }, { onError: () => focusBad() })
    } else focusBad()
  }
  useEnterActs(place, schedule.isPending ? undefined : add)
  const problem = schedule.isError ? problemWords(schedule.error) : null
  const saysOf = (field: 'day' | 'time') =>
    problem && fieldOf[problem.code] === field ? `${problem.title}. ${problem.body}` : undefined
  const planned = useSessionWhen(
    schedule.data ?? { plannedAt: group.createdAt, timeZone: group.timeZone, plannedMinutes: 0 },
    nowMs,
  )
  return (
    <Section title={t('group.more.title')} lead={t('group.more.lead')} isRegion>
      <div className={classes.actions} ref={place}>
        <TextInput
          type="date"
          label={t('group.more.day')}
          value={typedDay}
          error={isChecked && !day.success ? t('group.more.badDay') : saysOf('day')}
          onChange={(event) => {
            setTypedDay(event.currentTarget.value)
            schedule.reset()
          }}
        />
        <TextInput
          type="time"
          label={t('group.more.time')}
          value={typedTime}
          error={isChecked && !time.success ? t('group.more.badTime') : saysOf('time')}
          onChange={(event) => {
            setTypedTime(event.currentTarget.value)
            schedule.reset()
          }}
        />
      </div>
      <ProblemNotice
        error={problem && fieldOf[problem.code] === undefined ? schedule.error : null}
        title={t('group.more.failed')}
      />
      <div className={classes.actions}>
        <Button variant="default" loading={schedule.isPending} onClick={add}>
          {t('group.more.add')}
        </Button>
        <span role="status">{schedule.data ? t('group.more.added', { when: planned.full }) : null}</span>
      </div>
    </Section>
  )
}

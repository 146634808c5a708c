/** @file Fills day, time and length of a new group from a calendar file that the person chooses. */
import { Button, Radio } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { OpenFile } from '../../ui/OpenFile'
import classes from '../sessions.module.css'
import { openCalendar } from './load'
import type { CalendarEntry } from './read-calendar'

/** `ownZone`: this computer's. `onFill` is given one entry, by a press of its own. */
export interface FromCalendarProps {
  ownZone: string
  onFill: (entry: CalendarEntry) => void
}

/** A button; then what the file holds, to choose from; then the form is filled. */
export const FromCalendar = ({ ownZone, onFill }: FromCalendarProps) => {
  const { t } = useTranslation('sessions')
  const [chosen, setChosen] = useState('0')
  const [filled, setFilled] = useState<CalendarEntry | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const noteId = useId()
  const read = useMutation({ mutationFn: (file: File) => openCalendar(file, ownZone) })
  const entries = read.data?.kind === 'read' ? read.data.entries : []
  const wordsOf = ({ title, weekday, startsAtLocal, timeZone, unknownZone, rhythm }: CalendarEntry) =>
    t(`calendar.rhythm.${rhythm}`, {
      title: title === '' ? t('calendar.untitled') : title,
      weekday: t(`weekdays.${weekday}`),
      time: startsAtLocal,
      zone: timeZone ?? unknownZone ?? ownZone,
    })
  const open = (file: File) => {
    setFilled(null)
    setChosen('0')
    read.mutate(file)
  }
  return (
    <div className={classes.column}>
      <div>
        <OpenFile
          ref={button}
          label={t('calendar.from')}
          accept=".ics,text/calendar"
          icon={<IconCalendarDown size={20} aria-hidden />}
          describedBy={noteId}
          isBusy={read.isPending}
          onFile={open}
        />
      </div>
      <p id={noteId} className={classes.quiet}>
        {t('calendar.fromNote')}
      </p>
      {read.data?.kind === 'refused' ? (
        <Notice tone="problem" title={t(`calendar.refused.${read.data.reason}`)} />
      ) : null}
      {read.error ? <Notice tone="problem" title={t('calendar.refused.unreadable')} /> : null}
      {entries.length > 0 && filled === null ? (
        <>
          <Radio.Group label={t('calendar.which')} value={chosen} onChange={setChosen}>
            <div className={classes.column}>
              {entries.map((entry, index) => (
                <Radio
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file's entries never change.
                  key={index}
                  value={String(index)}
                  label={wordsOf(entry)}
                />
              ))}
            </div>
          </Radio.Group>
          <div className={classes.actions}>
            <Button
              variant="default"
              onClick={() => {
                const entry = entries[Number(chosen)]
                if (!entry) return
                onFill(entry)
                setFilled(entry)
                button.current?.focus()
              }}
            >
              {t('calendar.use')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                read.reset()
                button.current?.focus()
              }}
            >
              {t('calendar.useNone')}
            </Button>
          </div>
        </>
      ) : null}
      <p role="status" className={classes.quiet}>
        {filled === null
          ? null
          : [
              t('calendar.filled'),
              filled.rhythm === 'weekly' ? null : t('calendar.notWeekly'),
              filled.timeZone === null ? t('calendar.chooseZone', { zone: filled.unknownZone ?? '' }) : null,
              filled.plannedMinutes === null ? t('calendar.chooseLength') : null,
            ]
              .filter((words) => words !== null)
              .join(' ')}
      </p>
    </div>
  )
}

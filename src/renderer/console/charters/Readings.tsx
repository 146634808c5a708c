/**
 * @file Who read this charter: somebody of the organization, and oneself. Another fact than that it is complete; empty
 * until it is noted here.
 */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack, ReaderKind, Reading } from '../../../contract/charters'
import { Day } from '../../../contract/primitives'
import { Answered } from '../Answered'
import { client } from '../client'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { dayOf } from '../ui/when'
import { versionWords } from '../words/version-words'
import classes from './charters.module.css'
import './files/words'

/** One line per reader. */
export const Readings = ({ pack }: { pack: Pick<CharterPack, 'id' | 'version'> }) => {
  const { t } = useTranslation('charters')
  const readings = useQuery(queries.charters.readings.queryOptions({ input: { charterId: pack.id } }))
  return (
    <Answered asked={readings} failed={t('readings.failed')}>
      {(noted) => (
        <>
          <LeftOut of={['readings']} />
          {(['organization', 'facilitator'] as const).map((by) => (
            <OneReading key={by} pack={pack} by={by} reading={noted.find((one) => one.by === by) ?? null} />
          ))}
          <Acknowledged charterId={pack.id} />
        </>
      )}
    </Answered>
  )
}

/** When what is different in this version was read, where there was a version before it. */
const Acknowledged = ({ charterId }: { charterId: string }) => {
  const { t, i18n } = useTranslation('charterFiles')
  const taken = useQuery(queries.charters.files.taken.queryOptions())
  const at = taken.data?.find((one) => one.charterId === charterId)?.acknowledgedAt ?? null
  return at === null ? null : <p>{t('version.readOn', { day: dayOf(at, i18n.language) })}</p>
}

interface OneReadingProps {
  pack: Pick<CharterPack, 'id' | 'version'>
  by: ReaderKind
  reading: Reading | null
}

const OneReading = ({ pack, by, reading }: OneReadingProps) => {
  const { t, i18n } = useTranslation('charters')
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const day = Day.safeParse(typed)
  const note = useMutation({
    mutationFn: (readOn: Day | null) => client.charters.noteReading({ charterId: pack.id, by, readOn }),
    onSuccess: async () => {
      setTyped('')
      setIsAsked(false)
      await cache.invalidateQueries({ queryKey: queries.charters.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
    },
  })
  const dayWords = (of: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(of))
  return (
    <section aria-label={t(`readings.${by}.label`)} className={classes.reading}>
      <p>
        {reading === null
          ? t(`readings.${by}.none`)
          : t(`readings.${by}.readOn`, { day: dayWords(reading.readOn) })}{' '}
        {reading !== null && reading.version !== pack.version
          ? t('readings.olderVersion', { version: versionWords(reading.version, i18n) })
          : null}
      </p>
      <div className={`${classes.readingActs} no-print`}>
        <TextInput
          type="date"
          label={t(`readings.${by}.day`)}
          value={typed}
          error={isAsked && !day.success ? t('readings.noDay') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={note.isPending}
          onClick={() => {
            setIsAsked(true)
            if (day.success) note.mutate(day.data)
          }}
        >
          {t(`readings.${by}.note`)}
        </Button>
        {reading === null ? null : (
          <Button variant="subtle" disabled={note.isPending} onClick={() => note.mutate(null)}>
            {t(`readings.${by}.remove`)}
          </Button>
        )}
      </div>
      <ProblemNotice error={note.error} title={t('readings.notNoted')} />
    </section>
  )
}

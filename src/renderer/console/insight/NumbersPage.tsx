/** @file Numbers of a quarter or longer: choose the period, see everything that would leave, export it. */
import { Button, Radio, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../contract/insight'
import { client } from '../client'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/insight.json'
import { useProblemWords } from '../words/problems'
import classes from './NumbersPage.module.css'
import { Preview } from './Preview'
import { isNothing, type Preset, presetsOn, readPeriod } from './periods'

registerWords('insight', words)

const presetId = (preset: Preset) => `${preset.period.from}/${preset.period.to}`
const CUSTOM = 'custom'

/** The page. */
export const NumbersPage = () => {
  const { t } = useTranslation('insight')
  const problem = useProblemWords()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const presets = presetsOn(today)
  const [choice, setChoice] = useState(() => presets.map(presetId)[0] ?? CUSTOM)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')

  const typed = readPeriod(from, to, today)
  const preset = presets.find((one) => presetId(one) === choice)
  const period: Period | null = preset?.period ?? (typed.is === 'period' ? typed.period : null)
  const { data, error, refetch } = useQuery({
    queryKey: ['insight', 'preview', period],
    queryFn: () => {
      if (!period) throw new Error('No period is chosen')
      return client.insight.preview({ period })
    },
    enabled: period !== null,
  })

  return (
    <Page title={t('title')} lead={t('lead')}>
      <Card label={t('period.label')}>
        <Radio.Group
          label={t('period.label')}
          description={t('period.help')}
          value={choice}
          onChange={setChoice}
        >
          <div className={classes.choices}>
            {presets.map((one) => (
              <Radio
                key={presetId(one)}
                value={presetId(one)}
                label={
                  one.kind === 'quarter'
                    ? t('period.quarter', { quarter: one.quarter, year: one.year })
                    : t('period.year', { year: one.year })
                }
              />
            ))}
            <Radio value={CUSTOM} label={t('period.custom')} />
          </div>
        </Radio.Group>
        {choice === CUSTOM ? (
          <>
            <div className={classes.days}>
              <TextInput
                type="date"
                label={t('period.from')}
                value={from}
                max={today}
                onChange={(event) => setFrom(event.currentTarget.value)}
              />
              <TextInput
                type="date"
                label={t('period.to')}
                value={to}
                max={today}
                onChange={(event) => setTo(event.currentTarget.value)}
              />
            </div>
            {typed.is === 'not' ? <p role="status">{t(`period.${typed.why}`)}</p> : null}
          </>
        ) : null}
      </Card>
      {error ? (
        <Notice
          tone="problem"
          title={problem(error).title}
          actions={<Button onClick={() => void refetch()}>{t('app:tryAgain')}</Button>}
        >
          {problem(error).body}
        </Notice>
      ) : period === null ? null : data === undefined ? (
        <p role="status">{t('app:loading')}</p>
      ) : isNothing(data.measures) ? (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.body')}</p>
        </EmptyState>
      ) : (
        <Preview key={presetKey(data.period)} preview={data} />
      )}
    </Page>
  )
}

const presetKey = ({ from, to }: Period) => `${from}/${to}`

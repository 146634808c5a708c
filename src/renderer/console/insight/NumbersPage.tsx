/** @file Numbers of a quarter or longer: choose the period, see everything that would leave, export it. */
import { Radio, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../contract/insight'
import { Answered } from '../Answered'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/insight.json'
import classes from './NumbersPage.module.css'
import { Preview } from './Preview'
import { isNothing, type Preset, presetsOn, readPeriod } from './periods'

registerWords('insight', words)

const presetId = (preset: Preset) => `${preset.period.from}/${preset.period.to}`
const CUSTOM = 'custom'

/** The page. */
export const NumbersPage = () => {
  const { t } = useTranslation('insight')
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const presets = presetsOn(today)
  const [choice, setChoice] = useState(() => presets.map(presetId)[0] ?? CUSTOM)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')

  const typed = readPeriod(from, to, today)
  const preset = presets.find((one) => presetId(one) === choice)
  const period: Period | null = preset?.period ?? (typed.kind === 'period' ? typed.period : null)
  const preview = useQuery(
    queries.insight.preview.queryOptions({ input: period === null ? skipToken : { period } }),
  )

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
            {typed.kind === 'not' ? <p role="status">{t(`period.${typed.why}`)}</p> : null}
          </>
        ) : null}
      </Card>
      {period === null ? null : (
        <Answered
          asked={preview}
          empty={{
            isEmpty: ({ measures }) => isNothing(measures),
            shown: (
              <EmptyState title={t('empty.title')}>
                <p>{t('empty.body')}</p>
              </EmptyState>
            ),
          }}
        >
          {(data) => <Preview key={presetKey(data.period)} preview={data} />}
        </Answered>
      )}
    </Page>
  )
}

const presetKey = ({ from, to }: Period) => `${from}/${to}`

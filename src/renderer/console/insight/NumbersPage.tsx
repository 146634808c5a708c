/** @file Numbers of a month, quarter or year: choose the period, see everything that would leave, export it. */
import { Checkbox } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HealthReasons, type Period, periodKey } from '../../../contract/insight'
import { Answered, bothAsked } from '../Answered'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/insight.json'
import { Charts } from './Charts'
import { Compared } from './Compared'
import { Definitions } from './Definitions'
import classes from './NumbersPage.module.css'
import { PeriodChoice } from './PeriodChoice'
import { Preview } from './Preview'
import { offeredFirst } from './period-words'
import { SendBundle } from './SendBundle'
import { usePacks } from './use-packs'

registerWords('insight', words)

/** The page. */
export const NumbersPage = () => {
  const { t } = useTranslation('insight')
  const periods = useQuery(queries.insight.periods.queryOptions())
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answered asked={periods}>{(data) => <OfPeriods periods={data} />}</Answered>
    </Page>
  )
}

const OfPeriods = ({ periods }: { periods: readonly Period[] }) => {
  const { t } = useTranslation('insight')
  const [chosen, setChosen] = useState<Period | null>(() => offeredFirst(periods)[0] ?? null)
  const [healthReasons, setHealthReasons] = useState<HealthReasons>('folded')
  const numbers = useQuery(
    queries.insight.numbers.queryOptions({
      input: chosen === null ? skipToken : { period: chosen, healthReasons },
      // What is on screen stays until the next is there: the control that was pressed keeps the keyboard.
      placeholderData: keepPreviousData,
    }),
  )
  const packs = usePacks()
  const healthHelpId = useId()
  if (chosen === null) return null
  return (
    <>
      <PeriodChoice periods={periods} chosen={chosen} onChoose={setChosen} />
      <Answered
        asked={bothAsked(numbers, packs)}
        empty={{
          // Without any session nothing can have been counted; hidden counts are then all there is.
          isEmpty: ([{ measures }]) => measures.every(({ about, value }) => about === 'acts' || value === 0),
          shown: (
            <EmptyState title={t('empty.title')}>
              <p>{t('empty.body')}</p>
            </EmptyState>
          ),
        }}
      >
        {([data, byId]) => (
          <>
            <Preview key={periodKey(data.period)} numbers={data} packs={byId}>
              <div>
                <Checkbox
                  label={t('health.label')}
                  aria-describedby={healthHelpId}
                  checked={healthReasons === 'named'}
                  onChange={(event) => setHealthReasons(event.currentTarget.checked ? 'named' : 'folded')}
                />
                <p id={healthHelpId} className={classes.help}>
                  {t('health.help')}
                </p>
              </div>
            </Preview>
            <Charts numbers={data} packs={byId} periods={periods} />
            <Compared numbers={data} packs={byId} periods={periods} />
          </>
        )}
      </Answered>
      <Definitions />
      <SendBundle
        quarter={chosen.kind === 'quarter' ? { year: chosen.year, quarter: chosen.quarter } : null}
      />
    </>
  )
}

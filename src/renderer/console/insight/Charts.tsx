/** @file The quiet charts of a period: its facts beside the period before, and the counts about conduct as they leave. */
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Numbers, type Period, periodBefore, periodKey } from '../../../contract/insight'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { BarsFigure } from './BarsFigure'
import { actRows, drawnFacts, workRows } from './chart-rows'
import type { PacksById } from './measure-words'
import classes from './Preview.module.css'
import { periodName } from './period-words'

/** The period before, where it can be counted; null otherwise. */
export const countedBefore = (numbers: Numbers, periods: readonly Period[]): Period | null => {
  const before = periodBefore(numbers.period)
  return before && periods.some((one) => periodKey(one) === periodKey(before)) ? before : null
}

/** The numbers, the charters' words, and the periods that can be counted. */
export interface ChartsProps {
  numbers: Numbers
  packs: PacksById
  periods: readonly Period[]
}

/** The card. Until the period before is there, this one is shown alone. */
export const Charts = ({ numbers, packs, periods }: ChartsProps) => {
  const { t, i18n } = useTranslation('insight')
  const before = countedBefore(numbers, periods)
  const earlier = useQuery(
    queries.insight.numbers.queryOptions({
      input: before === null ? skipToken : { period: before, healthReasons: numbers.healthReasons },
    }),
  )
  const named = (of: Numbers) => ({ name: periodName(of.period, t, i18n.language), numbers: of })
  return (
    <Card label={t('charts.title')}>
      <div>
        <h2>{t('charts.title')}</h2>
        <p className={classes.quiet}>{t('charts.help')}</p>
      </div>
      <ChartsOf shown={[...(earlier.data ? [named(earlier.data)] : []), named(numbers)]} packs={packs} />
    </Card>
  )
}

/** The charts of a period beside earlier ones; counts about conduct of the last one alone. */
export const ChartsOf = (props: {
  /** Earliest first. */
  shown: readonly { name: string; numbers: Numbers }[]
  packs: PacksById
}) => {
  const { shown, packs } = props
  const { t, i18n } = useTranslation('insight')
  const series = shown.map(({ name }) => name)
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <>
      {drawnFacts.map((drawn) => (
        <BarsFigure
          key={drawn}
          title={t(`charts.${drawn}`)}
          rows={workRows(drawn, shown, t)}
          series={series}
          format={(value) => format.format(value)}
        />
      ))}
      {shown
        .slice(-1)
        .map(({ name, numbers }) =>
          actRows(numbers, packs, name, t).map(({ charterId, title, rows }) => (
            <BarsFigure
              key={charterId}
              title={title}
              rows={rows}
              series={[name]}
              format={(value) => format.format(value)}
            />
          )),
        )}
    </>
  )
}

/** @file The facts of a period beside those of the one before it: for the facilitator's eyes, no part of an export. */
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { measureId, type Numbers, type Period, periodKey } from '../../../contract/insight'
import { Answered } from '../Answered'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { countedBefore } from './Charts'
import { measureName, type PacksById } from './measure-words'
import classes from './Preview.module.css'
import { periodName } from './period-words'

/** The card. Counts of what people did are not compared: the difference of two rounded counts says nothing sure. */
export const Compared = (props: {
  numbers: Numbers
  packs: PacksById
  /** Those that can be counted: of an older one something has reached its end. */
  periods: readonly Period[]
}) => {
  const { numbers, packs, periods } = props
  const { t } = useTranslation('insight')
  const before = countedBefore(numbers, periods)
  const earlier = useQuery(
    queries.insight.numbers.queryOptions({
      input: before === null ? skipToken : { period: before, healthReasons: numbers.healthReasons },
    }),
  )
  if (before === null) return null
  return (
    <Card label={t('compared.title')}>
      <div>
        <h2>{t('compared.title')}</h2>
        <p className={classes.quiet}>{t('compared.help')}</p>
      </div>
      <Answered asked={earlier}>
        {(earlierNumbers) => <ComparedTable before={earlierNumbers} now={numbers} packs={packs} />}
      </Answered>
    </Card>
  )
}

/** The facts of two periods, a column each. */
export const ComparedTable = (props: { before: Numbers; now: Numbers; packs: PacksById }) => {
  const { before, now, packs } = props
  const { t, i18n } = useTranslation('insight')
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const was = new Map(before.measures.map((measure) => [measureId(measure), measure.value]))
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('preview.what')}</th>
          {[before, now].map(({ period }) => (
            <th key={periodKey(period)} scope="col" className={classes.number}>
              {periodName(period, t, i18n.language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {now.measures.flatMap((measure) =>
          measure.about === 'work'
            ? [
                <tr key={measureId(measure)}>
                  <th scope="row">{measureName(measure, packs, t)}</th>
                  <td className={classes.number}>{format.format(was.get(measureId(measure)) ?? 0)}</td>
                  <td className={classes.number}>{format.format(measure.value)}</td>
                </tr>,
              ]
            : [],
        )}
      </tbody>
    </table>
  )
}

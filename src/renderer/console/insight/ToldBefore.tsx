/** @file What was told of the organization, newest first: its numbers, charts, the period before, a file or paper. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { periodBefore, periodKey } from '../../../contract/insight'
import type { RolledUp } from '../../../contract/roll-up'
import { Answered, bothAsked } from '../Answered'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { dayOf } from '../ui/when'
import { ChartsOf } from './Charts'
import { ComparedTable } from './Compared'
import { Emptied } from './Emptied'
import { methodLines } from './export-text'
import { HandOver } from './HandOver'
import type { PacksById } from './measure-words'
import { NumbersTable } from './NumbersTable'
import classes from './Preview.module.css'
import { periodName } from './period-words'
import { usePacks } from './use-packs'

/** The list; nothing where nothing was told. */
export const ToldBefore = () => {
  const told = useQuery(queries.insight.rollUp.told.queryOptions())
  const packs = usePacks()
  return (
    <Answered asked={bothAsked(told, packs)}>
      {([all, byId]) =>
        all.map((one) => (
          <OneTold key={one.countedAt} told={one} before={toldBefore(one, all)} packs={byId} />
        ))
      }
    </Answered>
  )
}

/** What was told last of the period before: nothing is shown beside it that was not told by itself. */
const toldBefore = ({ numbers }: RolledUp, all: readonly RolledUp[]): RolledUp | null => {
  const before = periodBefore(numbers.period)
  return all.find((one) => before !== null && periodKey(one.numbers.period) === periodKey(before)) ?? null
}

const OneTold = (props: { told: RolledUp; before: RolledUp | null; packs: PacksById }) => {
  const { told, before, packs } = props
  const { t, i18n } = useTranslation('insight')
  const { numbers, bundles } = told
  const words = { numbers, packs, t, language: i18n.language, bundles }
  const period = periodName(numbers.period, t, i18n.language)
  const title = t('desk.told', { period, count: bundles, day: dayOf(told.countedAt, i18n.language) })
  const earlier = before
    ? [{ name: periodName(before.numbers.period, t, i18n.language), numbers: before.numbers }]
    : []
  return (
    <Card label={title}>
      <h2>{title}</h2>
      <NumbersTable measures={numbers.measures} packs={packs} />
      <Emptied numbers={numbers} packs={packs} />
      <ChartsOf shown={[...earlier, { name: period, numbers }]} packs={packs} />
      {before ? (
        <details className={classes.exact}>
          <summary>{t('compared.title')}</summary>
          <ComparedTable before={before.numbers} now={numbers} packs={packs} />
        </details>
      ) : null}
      <details className={classes.exact}>
        <summary>{t('method.title')}</summary>
        <ul>
          {methodLines(words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <HandOver words={words} noted={t('desk.noted')} take={async () => numbers} />
    </Card>
  )
}

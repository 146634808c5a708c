/** @file What is drawn of a period's numbers, on screen and on paper: the same numbers as everywhere. Pure. */
import type { TFunction } from 'i18next'
import type { ActNumber, Numbers, WorkMeasure } from '../../../contract/insight'
import type { BarRow } from './Bars'
import type { PacksById } from './measure-words'

/** Facts that are drawn beside one another: they have one unit. */
const drawnWork = {
  sessions: ['sessionsPlanned', 'sessionsHeld', 'sessionsCancelled', 'sessionsMissed'],
  hours: ['hoursPlanned', 'hoursHeld'],
} as const satisfies Record<string, readonly WorkMeasure[]>

/** Names of what is drawn. */
export type DrawnWork = keyof typeof drawnWork

const isDrawnWork = (key: string): key is DrawnWork => key in drawnWork
/** All of them, in the order in which they are shown. */
export const drawnFacts: readonly DrawnWork[] = Object.keys(drawnWork).filter(isDrawnWork)

/** A fact's number; 0 where the period has no such row. */
export const workValue = (numbers: Numbers, measure: WorkMeasure): number =>
  numbers.measures.find((one) => one.about === 'work' && one.measure === measure)?.value ?? 0

/** Rows of facts, one series for each period that is given. */
export const workRows = (
  drawn: DrawnWork,
  series: readonly { name: string; numbers: Numbers }[],
  t: TFunction<'insight'>,
): BarRow[] =>
  drawnWork[drawn].map((measure) => ({
    name: t(`work.${measure}`),
    values: Object.fromEntries(series.map(({ name, numbers }) => [name, workValue(numbers, measure)])),
  }))

/** Charters whose counts are in the numbers, each with its total and its kinds as they leave: hidden ones are null. */
export const actRows = (
  numbers: Numbers,
  packs: PacksById,
  series: string,
  t: TFunction<'insight'>,
): { charterId: string; title: string; rows: BarRow[] }[] => {
  const totals = numbers.measures.filter(
    (one): one is ActNumber => one.about === 'acts' && one.reason.kind === 'all',
  )
  return [...Map.groupBy(totals, ({ charterId }) => charterId)].map(([charterId, counts]) => ({
    charterId,
    title: t('charts.acts', { charter: packs.get(charterId)?.name ?? charterId }),
    rows: counts.map(({ act, value }) => ({
      name: act === null ? t('charts.all') : t(`acts.${act}`),
      values: { [series]: value },
    })),
  }))
}

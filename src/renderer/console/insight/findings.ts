/** @file What a period's numbers say, in sentences for a board. Pure. */
import type { WorkMeasure } from '../../../contract/insight'
import { workValue } from './chart-rows'
import type { ExportWords } from './export-text'
import { measureName } from './measure-words'

/** The sentences: sessions, hours, groups, then each total of what people did that may be shown. */
export const findings = ({ numbers, packs, t, language }: ExportWords): string[] => {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const of = (measure: WorkMeasure): number => workValue(numbers, measure)
  const acts = numbers.measures.flatMap((one) =>
    one.about === 'acts' && one.act === null && one.value !== null
      ? [t('findings.acts', { what: measureName(one, packs, t), number: format.format(one.value) })]
      : [],
  )
  return [
    t('findings.sessions', {
      count: of('sessionsPlanned'),
      held: format.format(of('sessionsHeld')),
      cancelled: format.format(of('sessionsCancelled')),
      missed: format.format(of('sessionsMissed')),
    }),
    t('findings.hours', {
      held: format.format(of('hoursHeld')),
      planned: format.format(of('hoursPlanned')),
    }),
    t('findings.groups', { count: of('groupsMet') }),
    ...acts,
  ]
}

/** @file Insight: the numbers of a period, and byte for byte what an export of them holds. */
import Papa from 'papaparse'
import type { ExportPreview, Measure, Period } from '../../contract/insight'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { VaultAccess } from '../vault/handles'
import type { MeasureSource } from './measure-source'
import { suppress } from './suppress'

export type { CountedMeasure, MeasureSource, OwnMeasure, PeopleMeasure } from './measure-source'
export { periodBounds } from './measure-source'

/** What stands in a CSV cell whose number is hidden. */
export const HIDDEN = 'hidden'

/** Version of the JSON export's shape. */
export const EXPORT_FORMAT = 1

/** CSV as RFC 4180 has it: CRLF after every line; a cell that a spreadsheet would run begins with a quote mark. */
export const exportCsv = (period: Period, measures: readonly Measure[]): string => {
  const rows = measures.map((measure) => ({
    from: period.from,
    to: period.to,
    measure: measure.id,
    label: measure.label,
    about: measure.about,
    unit: measure.unit,
    value: measure.value ?? HIDDEN,
  }))
  const columns = ['from', 'to', 'measure', 'label', 'about', 'unit', 'value']
  return `${Papa.unparse(rows, { columns, newline: '\r\n', escapeFormulae: true })}\r\n`
}

/** The same as JSON, keys always in this order; a hidden number is null. */
export const exportJson = (period: Period, measures: readonly Measure[]): string =>
  `${JSON.stringify(
    {
      format: EXPORT_FORMAT,
      period: { from: period.from, to: period.to },
      measures: measures.map(({ id, label, about, unit, value }) => ({ id, label, about, unit, value })),
    },
    null,
    2,
  )}\n`

/** What the router may ask of insight. */
export interface InsightService {
  /** Everything that would leave. @throws Refusal PERIOD_NOT_OVER, VaultLockedError */
  preview(period: Period): ExportPreview
}

/** Makes the service over the domains' sources of numbers, in the order they are shown. */
export const createInsight = (needs: {
  vault: VaultAccess
  clock: Clock
  sources: readonly MeasureSource[]
}): InsightService => ({
  preview: (period) => {
    const vault = needs.vault.read()
    const today = needs.clock.now().toISOString().slice(0, 10)
    // Numbers of a day that is not over would change, and the difference of two exports would tell.
    if (period.to >= today) throw Refusal.of('PERIOD_NOT_OVER')
    const measures = suppress(needs.sources.flatMap((source) => source.measures(vault, period)))
    const name = `holdspace-numbers-${period.from}-to-${period.to}`
    return {
      period,
      measures,
      csv: exportCsv(period, measures),
      json: exportJson(period, measures),
      csvFileName: `${name}.csv`,
      jsonFileName: `${name}.json`,
    }
  },
})

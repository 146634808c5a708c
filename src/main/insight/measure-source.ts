/** @file The seam through which a domain says what may be counted. Numbers and enumerations only. */
import type { Measure, Period } from '../../contract/insight'
import type { ReadVault } from '../vault/handles'

/** A number about the facilitator's own work: always shown. */
export type OwnMeasure = Omit<Measure, 'about' | 'value'> & { about: 'facilitator'; value: number }

/** A number about people: hidden below its charter's k, and wherever it would give a hidden one away. */
export type PeopleMeasure = Omit<Measure, 'about' | 'value'> & {
  about: 'people'
  value: number
  /** Smallest count that may leave, by the charter it belongs to (`settings.exportK`), 3..100. */
  k: number
  /** The total this is a part of, by its id; null for a total that is part of none. A total has all its parts. */
  totalId: string | null
}

/** A number before anything is hidden. */
export type CountedMeasure = OwnMeasure | PeopleMeasure

/** A domain's own source of numbers. Handed to insight by `core.ts`. */
export interface MeasureSource {
  /** Every number of a period, in the order it is shown. Totals come before their parts. */
  measures(vault: ReadVault, period: Period): CountedMeasure[]
}

/** First instant of a period and the first after it, as ISO instants in UTC. */
export const periodBounds = (period: Period): { from: string; before: string } => ({
  from: new Date(`${period.from}T00:00:00.000Z`).toISOString(),
  before: new Date(Date.parse(`${period.to}T00:00:00.000Z`) + 86_400_000).toISOString(),
})

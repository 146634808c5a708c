/** @file Periods to choose from: whole quarters and years that are over, in UTC. Pure. */
import { PERIOD_MAX_DAYS, PERIOD_MIN_DAYS, type Period } from '../../../contract/insight'
import { Day } from '../../../contract/primitives'

const MS_PER_DAY = 86_400_000
const dayOfMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** A period with what it is called: a quarter, a year. */
export type Preset =
  | { kind: 'quarter'; quarter: 1 | 2 | 3 | 4; year: number; period: Period }
  | { kind: 'year'; year: number; period: Period }

/** A quarter's days, both included. */
const quarterOf = (index: number): Preset => {
  const year = Math.floor(index / 4)
  const quarter = index - year * 4
  return {
    kind: 'quarter',
    quarter: quarter === 0 ? 1 : quarter === 1 ? 2 : quarter === 2 ? 3 : 4,
    year,
    period: {
      from: dayOfMs(Date.UTC(year, quarter * 3, 1)),
      to: dayOfMs(Date.UTC(year, quarter * 3 + 3, 0)),
    },
  }
}

/**
 * The last four quarters that are over, newest first, then the last year that is over.
 *
 * @param today - the current day in UTC.
 */
export const presetsOn = (today: Day): Preset[] => {
  const date = new Date(`${today}T00:00:00.000Z`)
  const year = date.getUTCFullYear()
  const current = year * 4 + Math.floor(date.getUTCMonth() / 3)
  const quarters = [1, 2, 3, 4].map((back) => quarterOf(current - back))
  return [
    ...quarters,
    { kind: 'year', year: year - 1, period: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` } },
  ]
}

/** Why a typed period is no period to count. */
export type PeriodProblem = 'incomplete' | 'backwards' | 'tooShort' | 'tooLong' | 'notOver'

/**
 * Reads a typed period.
 *
 * @param today - the current day in UTC; a period must be over before it.
 */
export const readPeriod = (
  from: string,
  to: string,
  today: Day,
): { kind: 'period'; period: Period } | { kind: 'not'; why: PeriodProblem } => {
  if (!Day.safeParse(from).success || !Day.safeParse(to).success) return { kind: 'not', why: 'incomplete' }
  const days = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1
  if (days < 1) return { kind: 'not', why: 'backwards' }
  if (days < PERIOD_MIN_DAYS) return { kind: 'not', why: 'tooShort' }
  if (days > PERIOD_MAX_DAYS) return { kind: 'not', why: 'tooLong' }
  if (to >= today) return { kind: 'not', why: 'notOver' }
  return { kind: 'period', period: { from, to } }
}

/** True when there is nothing to count: no measure, or all of them shown and nought. */
export const isNothing = (measures: readonly { value: number | null }[]): boolean =>
  measures.every((measure) => measure.value === 0)

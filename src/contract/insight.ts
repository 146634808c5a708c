/** @file Insight: numbers of the facilitator's own work for whole calendar periods, and what of them may leave. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { InterventionKind } from './conduct'
import { Instant, PackId, unlockedErrors, ZoneName } from './primitives'

/** Days for which what is counted is kept: the ten years that numbers can be asked for, and their leap days. */
export const NUMBERS_KEPT_DAYS = 3660

const Year = z.int().min(2000).max(2100)
/**
 * A whole calendar month, quarter or year, of each group's own time zone. There are no free dates: two periods
 * that differ by a day would give that day away.
 */
export const Period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('month'), year: Year, month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('quarter'), year: Year, quarter: z.int().min(1).max(4) }),
  z.strictObject({ kind: z.literal('year'), year: Year }),
])
export type Period = z.infer<typeof Period>

/** First month of a period, counted from 0 as months since the year 0, and how many months it has. */
const monthsFrom = (period: Period): { first: number; count: number } => {
  switch (period.kind) {
    case 'month':
      return { first: period.year * 12 + period.month - 1, count: 1 }
    case 'quarter':
      return { first: period.year * 12 + (period.quarter - 1) * 3, count: 3 }
    case 'year':
      return { first: period.year * 12, count: 12 }
  }
}
const monthText = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** The months of a period, `YYYY-MM`, in order. */
export const monthsOf = (period: Period): string[] => {
  const { first, count } = monthsFrom(period)
  return Array.from({ length: count }, (_, at) => monthText(first + at))
}

/** First month of a period, and the first after it, `YYYY-MM`. */
export const monthBounds = (period: Period): { first: string; after: string } => {
  const { first, count } = monthsFrom(period)
  return { first: monthText(first), after: monthText(first + count) }
}

/** A period as one word, as files and the list of exports write it: `2026`, `2026-Q3`, `2026-07`. */
export const periodKey = (period: Period): string => {
  switch (period.kind) {
    case 'month':
      return monthText(monthsFrom(period).first)
    case 'quarter':
      return `${period.year}-Q${period.quarter}`
    case 'year':
      return `${period.year}`
  }
}

const PERIOD_KEY = /^(?<year>\d{4})(?:-Q(?<quarter>\d)|-(?<month>\d{2}))?$/

/** The period that one word says (`periodKey`); null for a word that says none. */
export const periodOfKey = (key: string): Period | null => {
  const said = PERIOD_KEY.exec(key)?.groups
  if (!said) return null
  const year = Number(said.year)
  const period =
    said.quarter !== undefined
      ? { kind: 'quarter', year, quarter: Number(said.quarter) }
      : said.month !== undefined
        ? { kind: 'month', year, month: Number(said.month) }
        : { kind: 'year', year }
  return Period.safeParse(period).data ?? null
}

/** The period of the same kind that ends where this one begins; null before the first year there is. */
export const periodBefore = (period: Period): Period | null => {
  const { first, count } = monthsFrom(period)
  const start = first - count
  const year = Math.floor(start / 12)
  const month = start % 12
  const before = (() => {
    switch (period.kind) {
      case 'month':
        return { kind: 'month', year, month: month + 1 }
      case 'quarter':
        return { kind: 'quarter', year, quarter: month / 3 + 1 }
      case 'year':
        return { kind: 'year', year }
    }
  })()
  return Period.safeParse(before).data ?? null
}

/** Whether reasons that may speak of the facilitator's health are counted as "not possible", or by name. */
export const HealthReasons = z.enum(['folded', 'named'])
export type HealthReasons = z.infer<typeof HealthReasons>

/** What is counted of the facilitator's own work. The order is the one on screen and in the files. */
export const WorkMeasure = z.enum([
  'sessionsPlanned',
  'sessionsHeld',
  'sessionsMissed',
  'sessionsCancelled',
  'cancelledFor',
  'cancelledNotPossible',
  'hoursPlanned',
  'hoursHeld',
  'groupsMet',
  'groupsWaiting',
])
export type WorkMeasure = z.infer<typeof WorkMeasure>

/** A fact of the facilitator's own work: always shown. `cancelledFor` has the reason, the others have none. */
export const WorkNumber = z.strictObject({
  about: z.literal('work'),
  measure: WorkMeasure,
  reason: z.strictObject({ charterId: PackId, reasonId: PackId }).nullable(),
  unit: z.enum(['count', 'hours']),
  /** Hours to one decimal. */
  value: z.number().min(0),
})
export type WorkNumber = z.infer<typeof WorkNumber>

/** Which reason a count has: all of them, one of the charter's, or those of its earlier versions. */
export const ActReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('one'), reasonId: PackId }),
  z.strictObject({ kind: z.literal('earlier') }),
])
export type ActReason = z.infer<typeof ActReason>

/** A count of what was done about what people did. `value` null: hidden. `act` null: all kinds together. */
export const ActNumber = z.strictObject({
  about: z.literal('acts'),
  charterId: PackId,
  act: InterventionKind.nullable(),
  reason: ActReason,
  unit: z.literal('count'),
  value: z.int().min(0).nullable(),
})
export type ActNumber = z.infer<typeof ActNumber>

/** One number of a period. */
export const Measure = z.discriminatedUnion('about', [WorkNumber, ActNumber])
export type Measure = z.infer<typeof Measure>

/** A measure's name in files, the same in every language: `sessionsHeld`, `cancelledFor.heartfelt.holiday`. */
export const measureId = (measure: Measure): string => {
  switch (measure.about) {
    case 'work':
      return measure.reason === null
        ? measure.measure
        : [measure.measure, measure.reason.charterId, measure.reason.reasonId].join('.')
    case 'acts': {
      const { reason } = measure
      return [
        'acts',
        measure.charterId,
        measure.act ?? 'all',
        ...(reason.kind === 'all' ? [] : reason.kind === 'one' ? [reason.reasonId] : ['*earlier']),
      ].join('.')
    }
  }
}

/** Why a charter's counts are empty for a period, or emptier than their sizes alone would have it. */
export const WhyEmpty = z.enum([
  /** Shorter than a quarter. */
  'tooShort',
  'tooFewGroups',
  'oneGroupDominates',
  /** Together with what has left before, more would give a hidden count away. */
  'earlierExport',
  /** What was counted for an earlier export has been forgotten or changed. */
  'changedSince',
  /** Counts of the year left, and what they showed is noted here no more: forgotten, or later than a backup put back. */
  'noteMissing',
  /** A group or a session of the period was forgotten: how much one group held can no longer be told. */
  'forgotten',
  /** It could not be proved what may leave: the solver is not there, or the proof takes too long. */
  'notProved',
  /** Of an organization: of fewer than three facilitators, or mostly of one, by itself or as a difference. */
  'tooFewFacilitators',
])
export type WhyEmpty = z.infer<typeof WhyEmpty>

/** The numbers of one period: everything that an export of it would hold. */
export const Numbers = z.strictObject({
  period: Period,
  healthReasons: HealthReasons,
  /** Time zones of the groups: each group's period begins and ends by its own. */
  timeZones: z.array(ZoneName),
  /** The same rows for every period: which there are tells nothing. */
  measures: z.array(Measure),
  /** For the screen alone, no part of what leaves: where more is hidden than a count's own size asks for. */
  emptied: z.array(
    z.strictObject({
      charterId: PackId,
      why: WhyEmpty,
      /** Exports that have a part in it. */
      exports: z.array(z.strictObject({ period: Period, releasedAt: Instant })),
    }),
  ),
})
export type Numbers = z.infer<typeof Numbers>

const Asked = z.strictObject({ period: Period, healthReasons: HealthReasons })

const numbersErrors = {
  ...unlockedErrors,
  PERIOD_NOT_OVER: {
    message: 'The period is not over, ended less than two days ago, or has a session that is not closed.',
  },
  PERIOD_TOO_OLD: { message: 'Something of the period has reached its end date.' },
}

export const insight = {
  /** Periods that are over for every group and settled, and of which all is still kept; newest first. */
  periods: oc.output(z.array(Period)).errors(unlockedErrors),
  /** Everything that an export of a period would hold. Nothing is noted. */
  numbers: oc.input(Asked).output(Numbers).errors(numbersErrors),
  /** The same, and noted as having left: every later export is held against it. Asked for when a file is made. */
  release: oc.input(Asked).output(Numbers).errors(numbersErrors),
}

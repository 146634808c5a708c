/** @file Insight: numbers of the facilitator's own work for a quarter or longer, and the anonymized export. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, unlockedErrors } from './primitives'

/** Shortest period, in days: the shortest calendar quarter. */
export const PERIOD_MIN_DAYS = 90
/** Longest period, in days: ten years and its leap days. */
export const PERIOD_MAX_DAYS = 3660

/** A period of whole days, both included, in UTC. */
export const Period = z.strictObject({ from: Day, to: Day }).refine(({ from, to }) => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return days >= PERIOD_MIN_DAYS && days <= PERIOD_MAX_DAYS
}, 'The period must be a quarter or longer, ten years at most')
export type Period = z.infer<typeof Period>

/** One number that may leave. `value` null: hidden, because it is below k or would give a hidden one away. */
export const Measure = z.strictObject({
  /** `sessions.held`, `sessions.cancelled.weather`, `hours.held`, `interventions.removed`, ... */
  id: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,200}$/),
  label: z.string().max(120),
  about: z.enum(['facilitator', 'people']),
  unit: z.enum(['count', 'hours']),
  value: z.number().min(0).nullable(),
})
export type Measure = z.infer<typeof Measure>

/** Everything that leaves, byte for byte. */
export const ExportPreview = z.strictObject({
  period: Period,
  measures: z.array(Measure),
  /** RFC 4180, CRLF, UTF-8, cells safe against formula injection. */
  csv: z.string(),
  json: z.string(),
  csvFileName: z.string(),
  jsonFileName: z.string(),
})
export type ExportPreview = z.infer<typeof ExportPreview>

export const insight = {
  preview: oc
    .input(z.strictObject({ period: Period }))
    .output(ExportPreview)
    .errors({
      ...unlockedErrors,
      PERIOD_NOT_OVER: { message: 'The period ends in the future.' },
    }),
}

/**
 * @file What was decided after asking whether to report, and why: choices only. There is no box to type in, so no
 * person can be in it. It stands apart from every report, and stays when none is made.
 */
import { z } from 'zod'
import { Instant, PackId } from './primitives'

/** Who was asked, by role. */
export const AskedRole = z.enum([
  'supervisor',
  'lead',
  'safeguarding',
  'staff',
  'onCall',
  'colleague',
  'agency',
  'lawyer',
  'nobody',
])
export type AskedRole = z.infer<typeof AskedRole>

/** What was decided. */
export const DecisionKind = z.enum(['report', 'notReport', 'askAgain'])
export type DecisionKind = z.infer<typeof DecisionKind>

/** Why, as far as fixed words can say it. */
export const DecisionReason = z.enum([
  'mayBeInDanger',
  'charterAsks',
  'lawNoteAsks',
  'adviceFor',
  'personAgreed',
  'personDidNotWant',
  'nobodyAtRisk',
  'pastOnly',
  'reportedAlready',
  'agencyDeclined',
  'tooLittleKnown',
  'adviceAgainst',
])
export type DecisionReason = z.infer<typeof DecisionReason>

const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length

/** What is noted. */
export const DecisionNote = z.strictObject({
  charterId: PackId,
  asked: z.array(AskedRole).min(1).max(AskedRole.options.length).refine(distinct),
  decision: DecisionKind,
  reasons: z.array(DecisionReason).min(1).max(DecisionReason.options.length).refine(distinct),
})
export type DecisionNote = z.infer<typeof DecisionNote>

/** One decision. */
export const Decision = DecisionNote.extend({
  id: z.uuid({ version: 'v4' }),
  decidedAt: Instant,
  /** When it asks whether to stay. */
  asksAt: Instant,
})
export type Decision = z.infer<typeof Decision>

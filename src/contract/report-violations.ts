/**
 * @file The draft of a violation report to a platform, where a charter asks for one: what happened in the facilitator's
 * own words and, where the charter has it, the words of one message. Never an image. It has no place for a name: the
 * platform's own form knows who it is about.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { text } from './field-kinds'
import { Done, Instant, PackId, unlockedErrors } from './primitives'
import { declareRecord } from './record-fields'

/** Most drafts that are kept at a time: a bound against a list of what people did. */
export const VIOLATIONS_MAX = 20

/** What is written in a draft. */
export const violationRecord = declareRecord({
  name: 'violation',
  reason:
    "The draft of a report to a platform, where the charter asks for one (promise 2's exception): past the linter, without a name of the room, gone after the charter's days.",
  fields: {
    happened: text({ label: 'violation.happened', maxLength: 2000 }),
    /** The words of one message; refused where the charter keeps none. */
    message: text({ label: 'violation.message', maxLength: 1000 }),
  },
})
/** The words of a draft, field by field. */
export type ViolationContent = ReturnType<typeof violationRecord.empty>

/** Id of a draft. Random. */
export const ViolationId = z.uuid({ version: 'v4' }).brand<'ViolationId'>()
export type ViolationId = z.infer<typeof ViolationId>

/** A stored version. */
export const Violation = z.strictObject({
  id: ViolationId,
  charterId: PackId,
  content: violationRecord.schema,
  createdAt: Instant,
  changedAt: Instant,
  /** Counted from when it was begun: writing on does not keep it longer. */
  keptUntil: Instant,
})
export type Violation = z.infer<typeof Violation>

const violationId = z.strictObject({ violationId: ViolationId })

export const violations = {
  /** Newest first. */
  list: oc.output(z.array(Violation)).errors(unlockedErrors),
  /** Creates or replaces. `isNew`: one that is not there is created, once. */
  save: oc
    .input(violationId.extend({ isNew: z.boolean(), charterId: PackId, content: violationRecord.schema }))
    .output(Violation)
    .errors({
      ...unlockedErrors,
      EVIDENCE_FORBIDDEN: { message: 'This charter keeps no such words.' },
      TOO_MANY: { message: 'There are too many drafts already.' },
    }),
  discard: oc.input(violationId).output(Done).errors(unlockedErrors),
}

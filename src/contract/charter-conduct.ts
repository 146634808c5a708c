/**
 * @file How a charter answers what somebody does: the ladder of steps before removal, the reasons, words for hard
 * moments, and closing the group to stay with one person.
 */
import { z } from 'zod'
import { Source } from './charter-source'
import { hasOnlyBlanks, spoken, words } from './charter-text'
import { PackId } from './primitives'

/** Steps that a charter may have on its ladder. */
export const RungKind = z.enum(['remind', 'warn', 'speakPrivately', 'stepOut', 'remove'])
export type RungKind = z.infer<typeof RungKind>

/** One step, and what one may say with it. */
export const Rung = z.strictObject({
  kind: RungKind,
  /** Null: the reason's own words. */
  say: spoken(400).nullable(),
  source: Source,
})
export type Rung = z.infer<typeof Rung>

/** The steps of a charter, mildest first. Removal is the last, and never the only one. */
export const Ladder = z
  .array(Rung)
  .min(2, 'Removal is never the only step.')
  .max(RungKind.options.length)
  .refine((rungs) => new Set(rungs.map(({ kind }) => kind)).size === rungs.length, 'A step stands twice.')
  .refine((rungs) => rungs.at(-1)?.kind === 'remove', 'The last step is removal, and only the last.')
export type Ladder = z.infer<typeof Ladder>

const reason = { id: PackId, label: words(120), say: spoken(400), source: Source }

/** What somebody did: it may lead to removal, step by step. */
export const ConductReason = z.strictObject({
  ...reason,
  kind: z.literal('conduct'),
  /** Where it comes from that removal is offered at once for this; null: the steps come first. */
  redLine: Source.nullable(),
})
export type ConductReason = z.infer<typeof ConductReason>

/** What somebody may need: it leads to a crisis card, and never shows removal first. */
export const SafetyReason = z.strictObject({ ...reason, kind: z.literal('safety'), cardId: PackId })
export type SafetyReason = z.infer<typeof SafetyReason>

/** Why somebody is spoken to, removed or helped. `say` is what one may say first, to them alone. */
export const Reason = z.discriminatedUnion('kind', [ConductReason, SafetyReason])
export type Reason = z.infer<typeof Reason>

/** Words for a hard moment of a group that is no emergency. */
export const ConductCard = z.strictObject({
  id: PackId,
  title: words(80),
  /** Said aloud, in order. */
  say: z.array(spoken(300)).min(1).max(8),
  /** A message for one person, sent in a second step; null where nothing is to be written. */
  message: spoken(600).nullable(),
  source: Source,
})
export type ConductCard = z.infer<typeof ConductCard>

/** What the words of closing a group may have filled in: the organization, through which people reach somebody. */
export const ClosingBlank = z.enum(['contact'])

const closing = (max: number) =>
  words(max).refine(hasOnlyBlanks(ClosingBlank.options), 'Only the contact may stand in braces.')

/** Closing the group to stay with one person. Nobody is put out: people are asked to leave. */
export const GroupClosing = z.strictObject({
  /** Said aloud to everyone, in order. */
  say: z.array(closing(300)).min(1).max(6),
  /** Sent to everyone in a second step, the one who stays among them. */
  message: closing(600),
  /** Said to the one who stays. */
  sayToOne: spoken(300),
  source: Source,
})
export type GroupClosing = z.infer<typeof GroupClosing>

/** @file Debrief: the facilitator's private, encrypted reflections. The identifier linter runs in the console. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DebriefId, Done, Instant, PackId, prose, unlockedErrors } from './primitives'

/** Longest free text, in UTF-16 units; a charter may ask for less. */
export const DEBRIEF_TEXT_MAX = 4000

/** Answers by prompt id. */
export const DebriefAnswers = z
  .record(PackId, prose(DEBRIEF_TEXT_MAX))
  .refine((a) => Object.keys(a).length <= 40)

/** A stored version: only clean ones (no open finding of the linter) are ever sent. */
export const Debrief = z.strictObject({
  id: DebriefId,
  charterId: PackId,
  text: prose(DEBRIEF_TEXT_MAX),
  answers: DebriefAnswers,
  isDraft: z.boolean(),
  createdAt: Instant,
  changedAt: Instant,
  /** End date by the charter's retention; enforced at unlock. */
  keptUntil: Instant,
})
export type Debrief = z.infer<typeof Debrief>

/** An entry in the list: date and the first words, or the words around what was searched. */
export const DebriefListed = z.strictObject({
  id: DebriefId,
  excerpt: z.string().max(300),
  isDraft: z.boolean(),
  createdAt: Instant,
  keptUntil: Instant,
})
export type DebriefListed = z.infer<typeof DebriefListed>

const byId = z.strictObject({ debriefId: DebriefId })

export const debrief = {
  /** Newest first; `query` searches the words of text and answers, prefix match, case-insensitive. */
  list: oc
    .input(z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(200) }))
    .output(z.strictObject({ entries: z.array(DebriefListed), totalCount: z.int() }))
    .errors(unlockedErrors),
  get: oc.input(byId).output(Debrief).errors(unlockedErrors),
  /** Creates (no id) or replaces. A draft is a clean version kept while writing. */
  save: oc
    .input(
      z.strictObject({
        debriefId: DebriefId.nullable(),
        charterId: PackId,
        text: prose(DEBRIEF_TEXT_MAX),
        answers: DebriefAnswers,
        isDraft: z.boolean(),
      }),
    )
    .output(Debrief)
    .errors(unlockedErrors),
  discard: oc.input(byId).output(Done).errors(unlockedErrors),
}

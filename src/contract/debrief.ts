/** @file Debrief: the facilitator's private, encrypted reflections. The identifier linter runs in the console. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DeskTheme } from './desk'
import { answers, chosen, text } from './field-kinds'
import { handOff } from './hand-off'
import { DebriefId, Done, Instant, PackId, unlockedErrors } from './primitives'
import { declareRecord } from './record-fields'

/** Longest free text, in UTF-16 units; a charter may ask for less. */
export const DEBRIEF_TEXT_MAX = 4000

/** What a debrief is about, by a fixed list of situations: the one that a lead has for hand-offs. Never a person. */
export const DebriefTag = DeskTheme
export type DebriefTag = z.infer<typeof DebriefTag>

/** What is written in a debrief. A new field is one line here and its words in the console's catalogue. */
export const debriefRecord = declareRecord({
  name: 'debrief',
  reason:
    "The facilitator's own reflection. The console's linter holds back every field with a name of the room.",
  fields: {
    text: text({ label: 'editor.text', maxLength: DEBRIEF_TEXT_MAX }),
    /** By the ids of the charter's prompts. */
    answers: answers({ label: 'prompts.title', maxLength: DEBRIEF_TEXT_MAX, maxCount: 40 }),
    tags: chosen({ label: 'tags.title', of: DebriefTag.options }),
  },
})
/** The words of a debrief, field by field. */
export type DebriefContent = ReturnType<typeof debriefRecord.empty>

/** A stored version. */
export const Debrief = z.strictObject({
  id: DebriefId,
  charterId: PackId,
  content: debriefRecord.schema,
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
  /** True where its words cannot be read: its dates are all there is, and `get` finds none. */
  isUnreadable: z.literal(true).optional(),
  isDraft: z.boolean(),
  createdAt: Instant,
  keptUntil: Instant,
})
export type DebriefListed = z.infer<typeof DebriefListed>

const byId = z.strictObject({ debriefId: DebriefId })

export const debrief = {
  /**
   * Newest first; `query` searches the words of text and answers of all of them, by their beginnings, however they are
   * written (`foldSearch`). `since`: none that was begun before. `tag`: those that have it.
   */
  list: oc
    .input(
      z.strictObject({
        query: z.string().max(200),
        limit: z.int().min(1).max(200),
        since: Instant.nullable().default(null),
        tag: DebriefTag.nullable().default(null),
      }),
    )
    .output(z.strictObject({ entries: z.array(DebriefListed), totalCount: z.int() }))
    .errors(unlockedErrors),
  get: oc.input(byId).output(Debrief).errors(unlockedErrors),
  /**
   * Creates or replaces. The console makes the id, so that a save whose answer was lost can be sent again: while
   * `isNew`, an entry that is not there is created, once. A draft is what is stored while writing.
   */
  save: oc
    .input(
      z.strictObject({
        debriefId: DebriefId,
        isNew: z.boolean(),
        charterId: PackId,
        content: debriefRecord.schema,
        isDraft: z.boolean(),
      }),
    )
    .output(Debrief)
    .errors(unlockedErrors),
  discard: oc.input(byId).output(Done).errors(unlockedErrors),
  handOff,
}

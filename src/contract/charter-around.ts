/**
 * @file What a charter says around a session: whom to turn to, what to tell others, and what is owed after a session
 * was cancelled or somebody was removed. Words to act on by hand: the app sends none of it and keeps none of it.
 */
import { z } from 'zod'
import { Source } from './charter-source'
import { spoken, words } from './charter-text'
import { DutyKind, DutyRhythm } from './duties'
import { PackId } from './primitives'

/** Roles that somebody in an organization may have for its facilitators. */
export const ContactRole = z.enum(['lead', 'supervisor', 'safeguarding', 'staff', 'platform', 'team'])
export type ContactRole = z.infer<typeof ContactRole>

/** Whom a facilitator turns to, by role. Never a name or a number: those are the facilitator's own to note. */
export const Contact = z.strictObject({
  id: PackId,
  role: ContactRole,
  /** What one turns to them with. */
  turnTo: words(300),
  /** They are told before anything is passed on, where there is time. */
  isConsultedFirst: z.boolean(),
  source: Source,
})
export type Contact = z.infer<typeof Contact>

/** A message to have ready, to be copied and sent by the facilitator's own means. */
export const MessageKit = z.strictObject({
  id: PackId,
  title: words(80),
  to: z.enum(['group', 'onePerson', 'organization']),
  text: spoken(600),
  /** Offered before a session too, where roles collide: it asks for a swap, or refers. */
  isForRoles: z.boolean().optional(),
  source: Source,
})
export type MessageKit = z.infer<typeof MessageKit>

/** Something that is due afterwards: one line to act on, never a record that it was done. */
export const Duty = z.strictObject({ id: PackId, text: words(300), source: Source })
export type Duty = z.infer<typeof Duty>

/** One of the organization's values, with the sentence its text gives it, where it gives one. */
export const Value = z.strictObject({
  id: PackId,
  text: words(120),
  meaning: words(200).nullable(),
  source: Source,
})
export type Value = z.infer<typeof Value>

/** A duty of the facilitator's own that the charter asks for: offered on their page of duties, kept only if they add it. */
export const SuggestedDuty = z.strictObject({
  id: PackId,
  kind: DutyKind.exclude(['absence']),
  title: words(120),
  /** How often is our default wherever the clause does not say. */
  rhythm: DutyRhythm,
  source: Source,
})
export type SuggestedDuty = z.infer<typeof SuggestedDuty>

/** Lists of a charter about what comes around a session. */
export const aroundLists = {
  contacts: z.array(Contact).max(12),
  messageKits: z.array(MessageKit).max(20),
  /** What is due when a session is cancelled. */
  onCancel: z.array(Duty).max(12),
  /** What comes next after somebody was removed: for how long, how they may come back, who is told. */
  afterRemoval: z.array(Duty).max(12),
  /** Duties of the facilitator's own; left out: none. */
  ownDuties: z.array(SuggestedDuty).max(20).optional(),
  /** The organization's values, for the debrief and the charter page. */
  values: z.array(Value).max(30),
}

/**
 * @file The files that go between a facilitator and whoever leads them, beside the hand-off itself: asking for it back,
 * the answer to it, the reply to the answer. Each is text whose last line is one of these records, sealed to a key of
 * the other side (docs/lead-desk.md). None names anybody.
 */
import { z } from 'zod'
import { HandOffNumber } from './hand-off'
import { SealedFileReason } from './own-keys'
import { Instant, line } from './primitives'
import { AgeRecipient } from './recipients'

/** Longest part of a feedback note, and longest reply, in UTF-16 units. */
export const FEEDBACK_PART_MAX = 4000
/** Most parts of a feedback note. */
export const FEEDBACK_PARTS_MAX = 8
/** Longest text of one of these files, in UTF-16 units: every part in words and in the line. */
export const DESK_TEXT_MAX = 100_000

/** Asks for a hand-off back. Whoever honours it forgets what the hand-off said. */
export const AskBackRecord = z.strictObject({
  holdspaceAskBack: z.literal(1),
  number: HandOffNumber,
  madeAt: Instant,
})
export type AskBackRecord = z.infer<typeof AskBackRecord>

/** One part of a feedback note, under the heading that the charter, or we, gave it. */
export const FeedbackPart = z.strictObject({ heading: line(200), words: z.string().max(FEEDBACK_PART_MAX) })
export type FeedbackPart = z.infer<typeof FeedbackPart>

/** The answer to a hand-off: it belongs to whom it is given. */
export const FeedbackRecord = z.strictObject({
  holdspaceFeedback: z.literal(1),
  number: HandOffNumber,
  madeAt: Instant,
  parts: z.array(FeedbackPart).min(1).max(FEEDBACK_PARTS_MAX),
  /** The desk's own key, which a reply is sealed to. */
  replyTo: AgeRecipient.nullable(),
})
export type FeedbackRecord = z.infer<typeof FeedbackRecord>

/** What the facilitator says to the answer. */
export const ReplyRecord = z.strictObject({
  holdspaceReply: z.literal(1),
  number: HandOffNumber,
  madeAt: Instant,
  words: z.string().min(1).max(FEEDBACK_PART_MAX),
})
export type ReplyRecord = z.infer<typeof ReplyRecord>

/** Why a file is not taken in, where it opens or where it does not. */
export const DeskFileReason = z.enum([
  ...SealedFileReason.options,
  /** It opens, and is nothing that this app wrote. */
  'notOurs',
  /** Written by a newer Holdspace. */
  'newer',
  /** It says what it is, and is not made as such a file is. */
  'badContent',
  /** An object of it names a key twice: readers differ in what it says. */
  'repeatedKey',
  /** It says that it was made in the future, or that it lasts longer than a hand-off can. */
  'badDate',
  /** Its last day is over. */
  'past',
  /** The very same was taken in before. */
  'alreadyHere',
  /** Another file of this number was taken in before. */
  'otherOfNumber',
  /** It was asked for back. */
  'askedBack',
  /** It was forgotten here, by hand or because it was asked for back. */
  'forgotten',
  /** It is about a hand-off that is not here. */
  'noSuchHandOff',
  /** An answer to a hand-off: the facilitator opens it, under Debrief. */
  'forFacilitator',
  /** A hand-off, a reply or a message about one: the desk opens it. */
  'forDesk',
  'tooMany',
])
export type DeskFileReason = z.infer<typeof DeskFileReason>

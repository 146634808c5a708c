/** @file The answers to one's hand-offs, on the facilitator's side: opened, kept as one's own, replied to. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DESK_TEXT_MAX, DeskFileReason, FEEDBACK_PART_MAX, FeedbackPart } from './desk-files'
import { HandOffNumber, SealedFile } from './hand-off'
import { SEALED_FILE_MAX } from './own-keys'
import { Instant, unlockedErrors } from './primitives'

/** Days for which an answer is kept from when it was opened. Our default: a year of one's own work. */
export const FEEDBACK_KEPT_DAYS = 365

/** An answer to a hand-off of one's own. */
export const FeedbackNote = z.strictObject({
  number: HandOffNumber,
  madeAt: Instant,
  receivedAt: Instant,
  parts: z.array(FeedbackPart),
  /** Whether a reply can be sealed to whoever wrote it. */
  takesReply: z.boolean(),
  /** What is being written, or was replied. */
  reply: z.string().max(FEEDBACK_PART_MAX),
  /** When the reply was last sealed; null: it never was. */
  repliedAt: Instant.nullable(),
  keptUntil: Instant,
})
export type FeedbackNote = z.infer<typeof FeedbackNote>

/** What came of opening a file. */
export const OpenedFeedback = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('received'), note: FeedbackNote }),
  /** `number`: of the hand-off that it is about, where the file says so. */
  z.strictObject({
    kind: z.literal('refused'),
    reason: DeskFileReason,
    number: HandOffNumber.nullable(),
    /** The path of a key that stands twice. */
    where: z.string().max(200).optional(),
  }),
])
export type OpenedFeedback = z.infer<typeof OpenedFeedback>

export const feedback = {
  /** Newest first. */
  list: oc.output(z.array(FeedbackNote)).errors(unlockedErrors),
  /** Opens a file with one's own keys, and keeps what it answers. `file`: as text, with what stands around it. */
  open: oc
    .input(z.strictObject({ file: z.string().max(SEALED_FILE_MAX) }))
    .output(OpenedFeedback)
    .errors(unlockedErrors),
  /** Keeps the reply as it is being written. */
  saveReply: oc
    .input(z.strictObject({ number: HandOffNumber, words: z.string().max(FEEDBACK_PART_MAX) }))
    .output(FeedbackNote)
    .errors(unlockedErrors),
  /** Seals the reply, as it is kept, to whoever wrote the answer. `text`: ends with a line of `ReplyRecord`. */
  sealReply: oc
    .input(z.strictObject({ number: HandOffNumber, text: z.string().max(DESK_TEXT_MAX) }))
    .output(SealedFile.extend({ note: FeedbackNote }))
    .errors({
      ...unlockedErrors,
      NO_KEY: { message: 'The answer has no key that a reply could be sealed to.' },
      NOT_AS_SHOWN: { message: 'The text is not the reply as it is kept. Nothing was made.' },
    }),
}

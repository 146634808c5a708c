/**
 * @file Hand-off: what a facilitator chooses to pass on of a debrief to whoever leads them, in a file that only that
 * person's key opens. Its format is in docs/hand-off.md. It names nobody: no facilitator, group or session.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import { Day, DebriefId, Instant, line, PackId, unlockedErrors } from './primitives'
import { AgeRecipient, KEY_END_LENGTH, noKeyError, RecipientId } from './recipients'

/** Format of the line for programs that ends a hand-off. 1, which had no `replyTo`, is read too. */
export const HAND_OFF_FORMAT = 2

/** Days after which a desk refuses a hand-off: a week, a month, a quarter. */
export const HAND_OFF_DAYS = [7, 30, 90] as const
export const HandOffDays = z.union([z.literal(7), z.literal(30), z.literal(90)])
export type HandOffDays = z.infer<typeof HandOffDays>

/** Id of a hand-off, made by the console. Random: it says nothing of a debrief or of anybody. */
export const HandOffId = z.uuid({ version: 'v4' })
export type HandOffId = z.infer<typeof HandOffId>

/** Number of a hand-off, as both sides say it: the beginning of its id. */
export const HandOffNumber = z.string().regex(/^[0-9A-F]{8}-[0-9A-F]{4}$/)
export type HandOffNumber = z.infer<typeof HandOffNumber>

/** The number of a hand-off. */
export const handOffNumberOf = (handOffId: HandOffId): HandOffNumber => handOffId.slice(0, 13).toUpperCase()

/** A part of a debrief that can be handed on: its own text, or the answer to one of the charter's questions. */
export const HandOffPath = z.string().regex(/^(text|answers\.[a-z0-9][a-z0-9.-]{0,63})$/)
export type HandOffPath = z.infer<typeof HandOffPath>

/** Most parts: the text and every answer that a debrief can have. */
const PARTS_MAX = 41

/** What was chosen, as one line of JSON. */
export const HandOffRecord = z.strictObject({
  holdspaceHandOff: z.literal(HAND_OFF_FORMAT),
  number: HandOffNumber,
  madeAt: Instant,
  /** The last day on which a desk takes it. */
  expiresOn: Day,
  charter: z.strictObject({ id: PackId, version: CharterVersion }),
  /** In the order of the debrief. `question`: in the charter's words; null for the debrief's own text. */
  answers: z
    .array(z.strictObject({ path: HandOffPath, question: z.string().max(300).nullable(), words: z.string() }))
    .min(1)
    .max(PARTS_MAX),
  /** The facilitator's own key, which an answer is sealed to; null: none is asked for. */
  replyTo: AgeRecipient.nullable(),
})
export type HandOffRecord = z.infer<typeof HandOffRecord>

/** What the vault knows of a hand-off once it has left: never a word of it, nor of which debrief. */
export const HandOffNote = z.strictObject({
  number: HandOffNumber,
  madeAt: Instant,
  /** The role that it was sealed to, and the end of that key. */
  recipient: line(80),
  keyEnd: z.string().length(KEY_END_LENGTH),
  expiresOn: Day,
  /** Until when the note is kept: thirty days after the hand-off's own last day. */
  keptUntil: Instant,
})
export type HandOffNote = z.infer<typeof HandOffNote>

/** Longest text that is sealed, in UTF-16 units: every part of the longest debrief, in words and in the line. */
const HAND_OFF_TEXT_MAX = 800_000

/** An age file in its armor, and what to call it. */
export const SealedFile = z.strictObject({ file: z.string(), fileName: z.string().max(80) })
export type SealedFile = z.infer<typeof SealedFile>

const chosen = z.strictObject({
  debriefId: DebriefId,
  handOffId: HandOffId,
  paths: z.array(HandOffPath).min(1).max(PARTS_MAX),
  days: HandOffDays,
  /** Whether one's own key goes with it, so that an answer can be sealed to it. */
  hasReplyKey: z.boolean(),
})
const chosenErrors = {
  ...unlockedErrors,
  NOT_SAVED: { message: 'The debrief is a draft: it has not been checked to its end.' },
  CHARTER_UNKNOWN: { message: 'The charter is not installed: what it says of a hand-off is not known.' },
  HAND_OFF_FORBIDDEN: { message: 'The charter allows no hand-off.' },
  NOT_AS_SHOWN: { message: 'The text is not that of the debrief as it is stored. Nothing was made.' },
  NO_OWN_KEY: { message: 'There is no key of one’s own that could go with it.' },
} as const

export const handOff = {
  /** Those that have left, newest first. */
  list: oc.output(z.array(HandOffNote)).errors(unlockedErrors),
  /** What would leave, as the line that ends the file. Stores nothing. A part without words is refused: NOT_AS_SHOWN. */
  record: oc.input(chosen).output(z.string()).errors(chosenErrors),
  /**
   * Seals exactly this text to a recipient's key, in the format of age, as text, and notes that it left.
   *
   * `text`: as it was shown. It ends with the line that `record` gave at most a day ago, or it is refused.
   */
  seal: oc
    .input(chosen.extend({ recipientId: RecipientId, text: z.string().max(HAND_OFF_TEXT_MAX) }))
    .output(z.strictObject({ file: z.string(), fileName: z.string().max(80), note: HandOffNote }))
    .errors({ ...chosenErrors, ...noKeyError }),
  /**
   * Seals the message that asks for a hand-off back, to the key that the hand-off was sealed to. Nothing is sent.
   *
   * `text`: ends with a line of `AskBackRecord` made at most a day ago, or NOT_AS_SHOWN. NO_KEY: that key is not kept
   * here any more.
   */
  sealAskBack: oc
    .input(z.strictObject({ number: HandOffNumber, text: z.string().max(4000) }))
    .output(SealedFile)
    .errors({
      ...unlockedErrors,
      ...noKeyError,
      NOT_AS_SHOWN: { message: 'The text does not ask for this hand-off, or was shown too long ago.' },
    }),
}

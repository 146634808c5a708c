/**
 * @file The lead's desk: hand-offs that were sealed to its key, what is answered, themes across them, lesson cards. It
 * knows numbers, never who a facilitator is, and measures nobody.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import {
  DESK_TEXT_MAX,
  DeskFileReason,
  FEEDBACK_PART_MAX,
  FEEDBACK_PARTS_MAX,
  FeedbackPart,
} from './desk-files'
import { HandOffNumber, HandOffPath, SealedFile } from './hand-off'
import { SEALED_FILE_MAX } from './own-keys'
import { Day, Instant, line, PackId, unlockedErrors } from './primitives'

/** Fewest facilitators whose hand-offs share a theme before it is shown. */
export const THEME_FACILITATORS_MIN = 3
/** Most hand-offs that a desk keeps at once: a bound against abuse. */
export const RECEIVED_MAX = 500
/** Days for which the number of a hand-off stays when its words are gone, so that the same file is known. */
export const NUMBER_KEPT_DAYS = 30
/** Days for which a lesson card is kept from its last change. Our default. */
export const LESSON_KEPT_DAYS = 365

/**
 * What a hand-off is about, as whoever reads it sees it: of situations, never of a person. The first four are those in
 * which seed B's volunteers turn to a lead (B-8).
 */
export const DeskTheme = z.enum([
  'conflict',
  'disagreement',
  'misconduct',
  'distress',
  'boundaries',
  'confidentiality',
  'crisis',
  'airTime',
  'silence',
  'roleConflict',
  'ending',
  'technology',
])
export type DeskTheme = z.infer<typeof DeskTheme>

/** Where a hand-off stands. `past` and `askedBack`: its words are gone, its number stays for a while. */
export const ReceivedStatus = z.enum(['new', 'read', 'answered', 'replied', 'askedBack', 'past'])
export type ReceivedStatus = z.infer<typeof ReceivedStatus>

/** A hand-off in the inbox. */
export const ReceivedListed = z.strictObject({
  number: HandOffNumber,
  status: ReceivedStatus,
  receivedAt: Instant,
  madeAt: Instant,
  expiresOn: Day,
  themes: z.array(DeskTheme),
})
export type ReceivedListed = z.infer<typeof ReceivedListed>

/** A hand-off, opened. */
export const Received = ReceivedListed.extend({
  charter: z.strictObject({ id: PackId, version: CharterVersion }),
  /** Empty once its words are gone. */
  answers: z.array(z.strictObject({ path: HandOffPath, question: z.string().nullable(), words: z.string() })),
  /** Whether an answer can be sealed to the facilitator's own key. */
  hasReplyKey: z.boolean(),
  /** The feedback note as it is kept, part by part; empty: none was begun. */
  feedback: z.array(FeedbackPart),
  /** When it was last given; null: it was not. */
  answeredAt: Instant.nullable(),
  reply: z.strictObject({ words: z.string(), receivedAt: Instant }).nullable(),
})
export type Received = z.infer<typeof Received>

/** What came of opening a file at the desk. */
export const OpenedAtDesk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('received'), number: HandOffNumber }),
  /** It asked for a hand-off back, which was forgotten. */
  z.strictObject({ kind: z.literal('askedBack'), number: HandOffNumber }),
  z.strictObject({ kind: z.literal('replied'), number: HandOffNumber }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: DeskFileReason,
    number: HandOffNumber.nullable(),
    /** The path of a key that stands twice. */
    where: z.string().max(200).optional(),
  }),
])
export type OpenedAtDesk = z.infer<typeof OpenedAtDesk>

/** Id of a lesson card. Random. */
export const LessonId = z.uuid({ version: 'v4' })
export type LessonId = z.infer<typeof LessonId>

/** Something learned, for everybody who leads or facilitates: of situations, never of a person. */
export const Lesson = z.strictObject({
  id: LessonId,
  title: line(80),
  words: z.string().max(FEEDBACK_PART_MAX),
  changedAt: Instant,
  keptUntil: Instant,
})
export type Lesson = z.infer<typeof Lesson>

const aboutOne = z.strictObject({ number: HandOffNumber })

export const desk = {
  /** Newest first. */
  list: oc.output(z.array(ReceivedListed)).errors(unlockedErrors),
  get: oc.input(aboutOne).output(Received).errors(unlockedErrors),
  /** Opens a file with one's own keys and does what it is for. `file`: as text, with what stands around it. */
  open: oc
    .input(z.strictObject({ file: z.string().max(SEALED_FILE_MAX) }))
    .output(OpenedAtDesk)
    .errors(unlockedErrors),
  /** Notes that it was read. */
  noteRead: oc.input(aboutOne).output(Received).errors(unlockedErrors),
  setThemes: oc
    .input(aboutOne.extend({ themes: z.array(DeskTheme).max(DeskTheme.options.length) }))
    .output(Received)
    .errors(unlockedErrors),
  /** Keeps the feedback note as it is being written. */
  saveFeedback: oc
    .input(aboutOne.extend({ parts: z.array(FeedbackPart).max(FEEDBACK_PARTS_MAX) }))
    .output(Received)
    .errors(unlockedErrors),
  /**
   * Seals the feedback note to the key that came with the hand-off, and notes that it was given.
   *
   * `text`: ends with a line of `FeedbackRecord` that has what is kept, made at most a day ago, or NOT_AS_SHOWN.
   */
  sealFeedback: oc
    .input(aboutOne.extend({ text: z.string().max(DESK_TEXT_MAX) }))
    .output(SealedFile.extend({ received: Received }))
    .errors({
      ...unlockedErrors,
      NO_KEY: { message: 'No key came with the hand-off.' },
      NOT_AS_SHOWN: { message: 'The text is not the note as it is kept. Nothing was made.' },
    }),
  /** Notes that the feedback note was given on paper or by word. */
  noteGiven: oc.input(aboutOne).output(Received).errors(unlockedErrors),
  /**
   * The themes that hand-offs of at least three facilitators share, in the order of the list; no numbers. Hand-offs
   * without a key of their facilitator count as of one and the same.
   */
  themes: oc.output(z.array(DeskTheme)).errors(unlockedErrors),
  lessons: {
    /** Last changed first. */
    list: oc.output(z.array(Lesson)).errors(unlockedErrors),
    /** Makes a card, or changes it. */
    save: oc
      .input(
        z.strictObject({
          lessonId: LessonId,
          isNew: z.boolean(),
          title: line(80),
          words: z.string().max(FEEDBACK_PART_MAX),
        }),
      )
      .output(Lesson)
      .errors(unlockedErrors),
  },
}

/** @file Roll-up: bundles of many facilitators' numbers become the organization's, on the desk of whoever leads. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Numbers, Period } from './insight'
import { BundleContent, BundleNumber, Quarter } from './numbers-bundle'
import { SealedFileReason } from './own-keys'
import { Instant, line, unlockedErrors } from './primitives'
import { KEY_END_LENGTH, noKeyError, RecipientId } from './recipients'

/**
 * Facilitators whose rows are in any number of the organization, at least; and in what any answers differ by. Our rule,
 * as `GROUPS_MIN` is for groups.
 */
export const FACILITATORS_MIN = 3
/** Bundles that are taken in by one call: the console is answered, and can stop, between two calls. */
export const BUNDLES_AT_ONCE = 20
/** A sealed bundle is far smaller; what is longer is none. In UTF-16 units. */
export const BUNDLE_FILE_MAX = 300_000

/** What the vault knows of a bundle that has left: no number of it. */
export const SentBundle = z.strictObject({
  number: BundleNumber,
  period: Quarter,
  madeAt: Instant,
  /** The role that it was sealed to, and the end of that key. */
  recipient: line(80),
  keyEnd: z.string().length(KEY_END_LENGTH),
  keptUntil: Instant,
})
export type SentBundle = z.infer<typeof SentBundle>

/** Why a file is no bundle that can be taken in. */
export const BundleRefusal = z.enum([
  ...SealedFileReason.options,
  /** Opened, and not a bundle of numbers. */
  'noBundle',
  /** An object of it names a key twice: readers differ in what it says. */
  'repeatedKey',
  /** Of a newer Holdspace. */
  'newer',
  /** Its numbers contradict one another. */
  'doesNotAddUp',
  /** Of a period that is not over, or is no longer kept. */
  'periodOut',
  /** Made more than a week from now, by its own clock. */
  'clockAhead',
  /** A bundle of that number is here, with other numbers. */
  'numberTaken',
])
export type BundleRefusal = z.infer<typeof BundleRefusal>

/** What became of a file. */
export const TakenBundle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken'), number: BundleNumber, replaced: BundleNumber.nullable() }),
  /** It was here already. */
  z.strictObject({ kind: z.literal('again'), number: BundleNumber }),
  /** A newer one of the same console for the same quarter is here. */
  z.strictObject({ kind: z.literal('older'), number: BundleNumber }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: BundleRefusal,
    /** The path of a key that stands twice, such as `months.0.held`. */
    where: z.string().max(200).optional(),
  }),
])
export type TakenBundle = z.infer<typeof TakenBundle>

/** What the desk has for a quarter. No number of any bundle. */
export const DeskQuarter = z.strictObject({
  period: Quarter,
  bundles: z.int().min(0),
  /** Months in which more than one bundle counts a group of the same name and charter: it is counted once. */
  overlaps: z.array(z.strictObject({ month: z.int().min(1).max(12), groups: z.int().min(1) })),
})
export type DeskQuarter = z.infer<typeof DeskQuarter>

/** What the desk has, and what of it can be asked for. */
export const Desk = z.strictObject({
  /** Newest first. */
  quarters: z.array(DeskQuarter),
  /** The quarters there are bundles of, and the years of these: those that are over everywhere and still kept. */
  countable: z.array(Period),
})
export type Desk = z.infer<typeof Desk>

/** Why the organization's numbers of a period cannot be told. */
export const WhyNotRolledUp = z.enum([
  'tooFewFacilitators',
  'oneFacilitatorDominates',
  /** It differs by too few facilitators from what was told before: the difference would tell of them. */
  'tooLittleChanged',
])
export type WhyNotRolledUp = z.infer<typeof WhyNotRolledUp>

/** The organization's numbers of a period, as they were told. */
export const RolledUp = z.strictObject({
  countedAt: Instant,
  bundles: z.int().min(0),
  /** Groups that were in more than one bundle of the same month, by month, and counted once. */
  overlaps: DeskQuarter.shape.overlaps,
  numbers: Numbers,
})
export type RolledUp = z.infer<typeof RolledUp>

/** What came of counting. */
export const RollUpOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counted'), result: RolledUp }),
  z.strictObject({ kind: z.literal('refused'), why: WhyNotRolledUp }),
])
export type RollUpOutcome = z.infer<typeof RollUpOutcome>

const quarterErrors = {
  ...unlockedErrors,
  PERIOD_NOT_OVER: {
    message: 'The period is not over, ended less than two days ago, or has a session that is not closed.',
  },
  PERIOD_TOO_OLD: { message: 'Something of the period has reached its end date.' },
} as const

export const rollUp = {
  /** Bundles that have left this vault, newest first. */
  sent: oc.output(z.array(SentBundle)).errors(unlockedErrors),
  /** Everything that a bundle of a quarter would hold. Nothing is noted. */
  preview: oc.input(Quarter).output(BundleContent).errors(quarterErrors),
  /** Seals a quarter's bundle to a recipient's key, as an age file in text, and notes that it left. */
  seal: oc
    .input(z.strictObject({ period: Quarter, recipientId: RecipientId }))
    .output(z.strictObject({ file: z.string(), fileName: z.string().max(80), note: SentBundle }))
    .errors({ ...quarterErrors, ...noKeyError }),
  /** What the desk has. */
  desk: oc.output(Desk).errors(unlockedErrors),
  /** Takes bundles in: one answer for each file, in their order. All of a call are stored, or none. */
  takeIn: oc
    .input(z.array(z.string().max(BUNDLE_FILE_MAX)).min(1).max(BUNDLES_AT_ONCE))
    .output(z.array(TakenBundle))
    .errors(unlockedErrors),
  /** Takes a bundle out again. */
  takeOut: oc
    .input(z.strictObject({ number: BundleNumber }))
    .output(Desk)
    .errors(unlockedErrors),
  /** What was told before, newest first. */
  told: oc.output(z.array(RolledUp)).errors(unlockedErrors),
  /**
   * Counts a quarter or a year over all bundles that are here, and notes it as told: every later answer is held
   * against it. Asked again over the same bundles, it is what it was.
   */
  count: oc
    .input(z.strictObject({ period: Period }))
    .output(RollUpOutcome)
    .errors(quarterErrors),
}

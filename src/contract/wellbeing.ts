/**
 * @file Wellbeing: a check of half a minute, by the facilitator of themselves. Choices from short lists and no words, so
 * that nobody can be in it. No score, no norm, no advice about a person: main keeps the choices and gives them back.
 * No other procedure of the contract answers any of it (promise 3).
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Done, Instant, unlockedErrors, WellbeingCheckId, WellbeingKeyId } from './primitives'

/** What is asked, in its order, and the choices of each, in our own words (`words/en/wellbeing.json`). */
export const wellbeingQuestions = {
  tired: ['rested', 'aBitTired', 'veryTired', 'nothingLeft'],
  homeWith: ['no', 'aLittle', 'stays', 'keepsAwake'],
  next: ['gladly', 'fine', 'notReally', 'dread'],
  talk: ['did', 'could', 'notSure', 'nobody'],
  wish: ['nothing', 'debrief', 'somebody', 'notWell'],
} as const

/** A question of the check. */
export type WellbeingQuestion = keyof typeof wellbeingQuestions

/** The choices; null: not answered, which is as good as any. At least one is made, or there is nothing to keep. */
export const WellbeingAnswers = z
  .strictObject({
    tired: z.enum(wellbeingQuestions.tired).nullable(),
    homeWith: z.enum(wellbeingQuestions.homeWith).nullable(),
    next: z.enum(wellbeingQuestions.next).nullable(),
    talk: z.enum(wellbeingQuestions.talk).nullable(),
    wish: z.enum(wellbeingQuestions.wish).nullable(),
  })
  .refine((answers) => Object.values(answers).some((choice) => choice !== null))
export type WellbeingAnswers = z.infer<typeof WellbeingAnswers>

/** A check as it is kept. */
export const WellbeingCheck = z.strictObject({
  id: WellbeingCheckId,
  answers: WellbeingAnswers,
  madeAt: Instant,
  /** When it goes by itself. */
  keptUntil: Instant,
})
export type WellbeingCheck = z.infer<typeof WellbeingCheck>

/** Days after which a check goes by itself. Our default. */
export const WELLBEING_KEPT_DAYS = 90
/** How many checks are kept at most: far above any real number, a bound against a slip. */
export const WELLBEING_CHECKS_MAX = 500
/** How many of them the page is given, newest first. */
export const WELLBEING_SHOWN_MAX = 20

export const wellbeing = {
  /** The newest checks. `keyId`: what `vault.forget` of the kind `wellbeing` takes; null where nothing is kept. */
  list: oc
    .output(
      z.strictObject({
        keyId: WellbeingKeyId.nullable(),
        checks: z.array(WellbeingCheck).max(WELLBEING_SHOWN_MAX),
        totalCount: z.int().min(0),
        /** Of those that would be shown: damaged, or sealed with a key that is not there. */
        unreadableCount: z.int().min(0),
      }),
    )
    .errors(unlockedErrors),
  /** Keeps one. A second time with the same id it is the first that stays. */
  keep: oc
    .input(z.strictObject({ checkId: WellbeingCheckId, answers: WellbeingAnswers }))
    .output(WellbeingCheck)
    .errors({ ...unlockedErrors, TOO_MANY: { message: 'There are too many checks already.' } }),
  /** Takes one back at once. */
  discard: oc
    .input(z.strictObject({ checkId: WellbeingCheckId }))
    .output(Done)
    .errors(unlockedErrors),
}

/** @file Those a file can be sealed to: a name of a role or an agency, and the public half of their key. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Instant, line, unlockedErrors } from './primitives'

/** Id of a recipient. Random: it says nothing of anybody. */
export const RecipientId = z.uuid({ version: 'v4' })
export type RecipientId = z.infer<typeof RecipientId>

/** A key of somebody a file can be sealed to: the public half, `age1…`. */
export const AgeRecipient = z
  .string()
  .max(2000)
  .regex(/^age1[0-9a-z]+$/)
export type AgeRecipient = z.infer<typeof AgeRecipient>

/** A recipient with their key. Several may bear one name: each is shown with its key. */
export const SealRecipient = z.strictObject({
  id: RecipientId,
  /** A role or an agency. */
  name: line(80),
  key: AgeRecipient,
  addedAt: Instant,
})
export type SealRecipient = z.infer<typeof SealRecipient>

/** Words by which a key is compared aloud. */
export const SPOKEN_WORDS = 8
/** The words of a key: the same wherever they are worked out, whatever the language of the screen. */
export const SpokenWords = z.array(z.string().regex(/^[a-z]{3,8}$/)).length(SPOKEN_WORDS)
export type SpokenWords = z.infer<typeof SpokenWords>

/** A recipient as it is shown: with the words of its key. */
export const ShownRecipient = SealRecipient.extend({ spoken: SpokenWords })
export type ShownRecipient = z.infer<typeof ShownRecipient>

/** Letters of a key's end that tell it from another: as many as a person compares by phone. */
export const KEY_END_LENGTH = 8

/** The end of a key, by which people compare it. */
export const keyEnd = ({ key }: Pick<SealRecipient, 'key'>): string => key.slice(-KEY_END_LENGTH)

/** The code of a key that age does not take. */
export const noKeyError = { NO_KEY: { message: 'That is not a key a file can be sealed to.' } } as const

export const recipients = {
  /** By name. */
  list: oc.output(z.array(ShownRecipient)).errors(unlockedErrors),
  add: oc
    .input(z.strictObject({ name: line(80), key: AgeRecipient }))
    .output(z.array(ShownRecipient))
    .errors({ ...unlockedErrors, ...noKeyError }),
  remove: oc
    .input(z.strictObject({ recipientId: RecipientId }))
    .output(z.array(ShownRecipient))
    .errors(unlockedErrors),
}

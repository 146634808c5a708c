/**
 * @file The person's own keys: others seal files to the public half, the secret half never leaves the vault. A desk
 * opens hand-offs and numbers with it, and a facilitator the answer to a hand-off.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Instant, unlockedErrors } from './primitives'
import { AgeRecipient, SpokenWords } from './recipients'

/** Longest file that is opened, in UTF-16 units: a bound against abuse, above the longest hand-off in any script. */
export const SEALED_FILE_MAX = 3_600_000

/** Days for which a key that was replaced still opens files: the longest hand-off (90), and a month to open it. */
export const REPLACED_KEY_DAYS = 120

/** Id of a key of one's own. Random. */
export const OwnKeyId = z.uuid({ version: 'v4' })
export type OwnKeyId = z.infer<typeof OwnKeyId>

/** A key of one's own, without its secret half. */
export const OwnKey = z.strictObject({
  id: OwnKeyId,
  /** The public half, to be given to others. */
  key: AgeRecipient,
  spoken: SpokenWords,
  madeAt: Instant,
  /** When another took its place; null: it is the one in use. */
  replacedAt: Instant.nullable(),
  /** When a replaced one is destroyed by itself; null: it is the one in use. */
  keptUntil: Instant.nullable(),
})
export type OwnKey = z.infer<typeof OwnKey>

/** Why a file sealed to a key cannot be opened. */
export const SealedFileReason = z.enum([
  'empty',
  'tooLarge',
  /** No file of age, as text. */
  'notSealed',
  /** Its end is missing. */
  'truncated',
  /** It is not as it was sealed. */
  'altered',
  /** There is no key here, so none that could open it. */
  'noOwnKey',
  /** Sealed to a key that is not here: never was, or was destroyed. */
  'otherKey',
  /** It opens, and is no text in UTF-8. */
  'notText',
])
export type SealedFileReason = z.infer<typeof SealedFileReason>

export const ownKeys = {
  /** The one in use first, then those that were replaced, newest first. Empty: none was made. */
  list: oc.output(z.array(OwnKey)).errors(unlockedErrors),
  /**
   * Makes a key, in the place of the one in use where there is one.
   *
   * `replacesId`: the one in use, as it was shown; null for none. Another one: NOT_AS_SHOWN, and nothing is made.
   */
  make: oc
    .input(z.strictObject({ replacesId: OwnKeyId.nullable() }))
    .output(z.array(OwnKey))
    .errors({
      ...unlockedErrors,
      NOT_AS_SHOWN: { message: 'Another key is in use by now. None was made.' },
    }),
}

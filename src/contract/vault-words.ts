/** @file What the vault and its backups speak of alike: secrets, kinds of record, and how each can be refused. */

import { z } from 'zod'
import { Instant } from './primitives'
import { passphraseLength } from './same-to-the-eye/passphrase'

/** Shortest passphrase, as `passphraseLength` counts. Source: NIST SP 800-63B-4 (a password used alone). */
export const PASSPHRASE_MIN_LENGTH = 15
/** Longest passphrase, in code points: a bound against abuse, far above any real one. */
export const PASSPHRASE_MAX_LENGTH = 1024

/** A passphrase. No composition rules (NIST SP 800-63B-4); spaces and any script allowed. */
export const Passphrase = z
  .string()
  .max(PASSPHRASE_MAX_LENGTH * 2)
  .refine((text) => passphraseLength(text) >= PASSPHRASE_MIN_LENGTH, {
    message: `Shorter than ${PASSPHRASE_MIN_LENGTH} characters`,
  })
/** What was typed to unlock: any text, so that a short wrong one is answered like any wrong one. */
export const TypedSecret = z.string().max(PASSPHRASE_MAX_LENGTH * 2)

/** What is wrong with a vault's files, by kind. The console says in words what can be done. */
export const VaultProblem = z.enum([
  'headerMissing', // vault.db is there, vault.json is not
  'headerDamaged', // truncated, bit-flipped, empty, not ours
  'databaseMissing', // vault.json is there, vault.db is not
  'databaseDamaged', // fails authentication or the integrity check
  'fromTheFuture', // written by a newer Holdspace
  'unreadable', // permission or device error
  'diskFull',
  'inUse', // another console has it open
  'migrationFailed', // the copy made before migrating is kept
  'gone', // it was open here, and its folder or files are not there any more
])
export type VaultProblem = z.infer<typeof VaultProblem>

/** Names of the kinds of record. Each domain describes its own (`KeptKind` in main/vault). */
export const KeptKindId = z.enum([
  'profile',
  'groups',
  'sessions',
  'debriefs',
  'handOffs',
  'feedback',
  'ownKeys',
  'received',
  'lessons',
  'wellbeing',
  'reports',
  'receipts',
  'decisions',
  'violations',
  'counters',
  'exports',
  'bundles',
  'duties',
  'unfinishedForms',
  'settings',
])
export type KeptKindId = z.infer<typeof KeptKindId>

/**
 * Lists of the console whose rows may not read back: then they leave them out, and say how many. `forgottenNotes`: of what was
 * forgotten, beside the database; nobody lists them, and a backup that is put back is held against them.
 */
export const ListId = z.enum([
  'groups',
  'sessions',
  'debriefs',
  'handOffs',
  'feedback',
  'ownKeys',
  'received',
  'lessons',
  'reports',
  'receipts',
  'decisions',
  'violations',
  'duties',
  'unfinishedForms',
  'recipients',
  'contacts',
  'readings',
  'charterDrafts',
  'bundlesSent',
  'forgottenNotes',
])
export type ListId = z.infer<typeof ListId>

/** How a secret can be refused, and a vault be beyond opening. */
export const unlockErrors = {
  WRONG_SECRET: {
    message: 'That passphrase or recovery key does not open this vault. Nothing was lost.',
    data: z.strictObject({
      nextTryAt: Instant,
      /** True when a recovery key's own check letters show a slip in typing; such a try costs no wait. */
      isMistyped: z.boolean(),
    }),
  },
  TOO_SOON: { message: 'Wait before the next try.', data: z.strictObject({ nextTryAt: Instant }) },
  VAULT_UNUSABLE: {
    message: 'The vault cannot be opened. Its files were not changed.',
    data: z.strictObject({ problem: VaultProblem }),
  },
} as const

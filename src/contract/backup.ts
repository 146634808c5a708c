/** @file Backups: everything in the vault as one encrypted file in a folder that the facilitator chooses, and back. */

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Done, Instant, unlockedErrors } from './primitives'
import { KeptKindId, TypedSecret, unlockErrors } from './vault-words'

/** A folder on this computer as it was typed or chosen. Looked at before it is used: `BACKUP_PLACE`. */
export const TypedFolder = z.string().trim().min(1).max(2000)

/** The name of a backup: when it was made, by the clock of the computer that made it. */
export const BackupName = z
  .string()
  .regex(/^holdspace-backup-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}\.tar$/)
  .brand<'BackupName'>()
export type BackupName = z.infer<typeof BackupName>

/** One backup in a folder, as its name and size say. Whether it opens is known only when it was tried. */
export const FoundBackup = z.strictObject({ name: BackupName, bytes: z.int().min(0) })
export type FoundBackup = z.infer<typeof FoundBackup>

/** A backup that was just made. `isNoted` is false where it is there and the vault could not remember it. */
export const MadeBackup = FoundBackup.extend({ isNoted: z.boolean() })
export type MadeBackup = z.infer<typeof MadeBackup>

/** What could be read of a damaged vault, as a backup. `passedOver`: records that could not be read, at least. */
export const ReadableBackup = FoundBackup.extend({ rows: z.int().min(0), passedOver: z.int().min(0) })
export type ReadableBackup = z.infer<typeof ReadableBackup>

/** What is wrong with a folder. */
export const PlaceProblem = z.enum([
  'notAbsolute', // no full path
  'network', // a path to another computer: Holdspace opens no connection for it
  'notThere',
  'notAFolder',
  'insideVault', // a copy beside the original goes with it
  'notAllowed',
  'readOnly', // write-protected
  'gone', // its disk does not answer any more
])
export type PlaceProblem = z.infer<typeof PlaceProblem>

/** What is wrong with a backup. */
export const BackupProblem = z.enum([
  'notThere',
  'notABackup',
  'damaged', // some part of it is not as it was written
  'fromTheFuture', // made by a newer Holdspace
  'unreadable', // this computer does not let us read it
  'gone', // its disk does not answer any more
])
export type BackupProblem = z.infer<typeof BackupProblem>

/** How often somebody is reminded, in days; null: never. */
export const ReminderDays = z.union([z.literal(7), z.literal(30), z.literal(90)]).nullable()
export type ReminderDays = z.infer<typeof ReminderDays>

/** Where backups go, and when the last one was made. */
export const BackupPlace = z.strictObject({
  folder: z.string().nullable(),
  lastMadeAt: Instant.nullable(),
  reminderDays: ReminderDays,
  /** True: the console makes one in that folder when it is due, while no room is open. */
  isByItself: z.boolean(),
  /** True when the reminder's days are over since the last backup, or since the vault was made. */
  isDue: z.boolean(),
})
export type BackupPlace = z.infer<typeof BackupPlace>

/** What a backup held when it was opened to try it. */
export const BackupContent = z.strictObject({
  /** When the vault was last changed or seen open before the backup; null where it did not remember. */
  lastSeenAt: Instant.nullable(),
  kinds: z.array(z.strictObject({ kind: KeptKindId, count: z.int().min(0) })),
})
export type BackupContent = z.infer<typeof BackupContent>

/** How a folder can be refused. */
const placeErrors = {
  BACKUP_PLACE: {
    message: 'No backup can be made or found there.',
    data: z.strictObject({ problem: PlaceProblem }),
  },
} as const

/** How a backup can be refused, and the secret for it. */
const openingErrors = {
  ...placeErrors,
  BACKUP_UNUSABLE: {
    message: 'That backup cannot be opened. It was not changed.',
    data: z.strictObject({ problem: BackupProblem }),
  },
  WRONG_SECRET: unlockErrors.WRONG_SECRET,
  TOO_SOON: unlockErrors.TOO_SOON,
  /** This computer's own disk does not let a backup be taken apart, or the vault be put in its place. */
  VAULT_UNUSABLE: unlockErrors.VAULT_UNUSABLE,
  DISK_FULL: unlockedErrors.DISK_FULL,
} as const

const opening = z.strictObject({
  folder: TypedFolder,
  name: BackupName,
  secretKind: z.enum(['passphrase', 'recoveryKey']),
  secret: TypedSecret,
})

export const backup = {
  place: oc.output(BackupPlace).errors(unlockedErrors),
  remind: oc
    .input(z.strictObject({ days: ReminderDays, isByItself: z.boolean().optional() }))
    .output(Done)
    .errors(unlockedErrors),
  /** Whether this shell can show a window for choosing a folder; elsewhere its path is typed. */
  shell: oc.output(z.strictObject({ canChooseFolder: z.boolean() })),
  /** Shows the system's own window. Null: nothing was chosen. */
  chooseFolder: oc
    .output(z.strictObject({ folder: z.string().nullable() }))
    .errors({ NOT_POSSIBLE: { message: 'This shell has no window for choosing a folder.' } }),
  /**
   * Writes everything into one new file, flushes it, reads it once more, and remembers the folder. A file is there whole
   * or not at all; an error means that none was left there.
   */
  make: oc
    .input(z.strictObject({ folder: TypedFolder }))
    .output(MadeBackup)
    .errors({
      ...unlockedErrors,
      ...placeErrors,
      BACKUP_NOT_WRITTEN: {
        message:
          'What was read again is not what was written, or changed meanwhile. No backup was left there.',
      },
    }),
  /**
   * The same for a vault that is damaged: all that can be read of it, as a backup that opens with the same secrets. The
   * vault itself is only read.
   */
  makeReadable: oc
    .input(z.strictObject({ folder: TypedFolder }))
    .output(ReadableBackup)
    .errors({
      ...unlockedErrors,
      ...placeErrors,
      NOT_DAMAGED: { message: 'This vault is whole: make a backup of it.' },
      VAULT_UNUSABLE: unlockErrors.VAULT_UNUSABLE,
      BACKUP_NOT_WRITTEN: {
        message:
          'What was read again is not what was written, or changed meanwhile. No backup was left there.',
      },
    }),
  /** The backups in a folder, newest first; also where there is no vault yet. */
  find: oc
    .input(z.strictObject({ folder: TypedFolder }))
    /** `folder`: as it was understood. `unreadableCount`: how many more have such a name and cannot be looked at. */
    .output(
      z.strictObject({
        folder: z.string(),
        backups: z.array(FoundBackup),
        unreadableCount: z.int().min(0),
      }),
    )
    .errors(placeErrors),
  /** Proves that a backup opens: does all that restoring does, beside the vault, and removes it again. */
  rehearse: oc
    .input(opening)
    .output(BackupContent)
    .errors({ ...unlockedErrors, ...openingErrors }),
  /**
   * Makes the vault of a computer that has none, or a damaged one, from a backup, and leaves it unlocked. Where it fails,
   * what was there is there; where the process ends in the middle, the next start finishes it or puts the old back.
   */
  restore: oc
    .input(opening)
    .output(BackupContent)
    .errors({
      ...openingErrors,
      VAULT_EXISTS: { message: 'There is a vault here already. It was not touched.' },
    }),
}

/** @file What a backup consists of (docs/backup.md). A change needs a new format number and a reader for the old one. */
import { z } from 'zod'

/** The backup format this app writes. */
export const BACKUP_FORMAT = 1

/** Names of the files in it, in this order. */
export const README = 'README.txt'
export const HEADER = 'vault.json'
export const DATABASE = 'vault.db'
export const MANIFEST = 'holdspace-backup.json'

/** Longest manifest that is read, in bytes; a real one has a few hundred. */
export const MANIFEST_BYTES_MAX = 16 * 1024

/** What is in the backup, written last: without it a copy that was cut off would look whole. */
export const Manifest = z.object({
  holdspaceBackup: z.int().min(1),
  /** By the clock of the computer that made it. */
  madeAt: z.string(),
  files: z.array(
    z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

/** For whoever finds it in ten years. Nothing in it is about the person. */
export const README_WORDS = `This is a backup of a Holdspace vault, made by Holdspace.

Everything in it is encrypted. It opens with the passphrase, or with the printed recovery key, that the vault had
when this backup was made, and with nothing else.

To restore it: start Holdspace on a computer that has no vault yet, choose "Restore from a backup", and name the
folder that this file is in.

To open it without Holdspace: its source has scripts/open-backup.mjs, which needs nothing but Node.js, and
docs/backup.md, which says how every byte of it is made.

  vault.json              the vault's key, sealed by the passphrase and by the recovery key
  vault.db                the records: SQLite in the page format of SQLCipher 4, under that key
  holdspace-backup.json   what is in here, with SHA-256 sums; written last
`

const two = (value: number): string => String(value).padStart(2, '0')

/** The name of a backup made now, in local time, which is what a person compares it with. */
export const backupNameOf = (madeAt: Date): string =>
  `holdspace-backup-${[
    String(madeAt.getFullYear()).padStart(4, '0'),
    madeAt.getMonth() + 1,
    madeAt.getDate(),
    madeAt.getHours(),
    madeAt.getMinutes(),
    madeAt.getSeconds(),
  ]
    .map((part) => (typeof part === 'number' ? two(part) : part))
    .join('-')}.tar`

/** @file What is in a backup that was taken apart: opened as a vault is, looked at in full, and closed again. */
import type { BackupContent } from '../../../contract/backup'
import { openVault } from '../database/open-vault'
import type { OpenVault } from '../database/opened'
import { countKept } from '../kept/kept'
import type { KeptKindDescriptor } from '../kept-kind'
import { asUnusable, problemOf } from '../problems'
import { BackupUnusableError, type StagedBackup } from './stage'

/** What reading it needs. */
export interface ContentNeeds {
  migrationsDir: string
  kinds: readonly KeptKindDescriptor[]
  now: Date
  /** Called with the whole vault before its entries are counted: what is to be done in it before it is in force. */
  prepare: (opened: OpenVault) => void
}

/**
 * Opens it, brings its schema up to date, reads every page, and counts. Afterwards it is ready to be a vault: its log is
 * empty, and what was acknowledged is noted.
 *
 * @throws `BackupUnusableError`; `VaultUnusableError` and the system's error where it is this computer's disk that fails.
 */
export function readContent(
  { paths }: StagedBackup,
  key: Buffer,
  { migrationsDir, kinds, now, prepare }: ContentNeeds,
): BackupContent {
  try {
    const opened = openVault(paths, key, {
      migrationsDir,
      isBackup: true,
      seenAt: () => null,
      whenProven: () => {},
      whenHoldChanges: () => {},
    })
    try {
      if (!opened.isWhole()) throw new BackupUnusableError('damaged')
      // Now that all of it was read, the note of what was acknowledged begins.
      opened.emptyLog()
      prepare(opened)
      const vault = opened.read()
      return {
        lastSeenAt: opened.stateAtOpening?.lastSeenAt ?? null,
        kinds: kinds.map((kind) => ({ kind: kind.kind, count: countKept(vault, kind, now) })),
      }
    } finally {
      opened.close()
    }
  } catch (thrown) {
    if (thrown instanceof BackupUnusableError) throw thrown
    switch (problemOf(thrown)) {
      case null:
      case 'diskFull':
        throw thrown
      case 'unreadable':
      case 'inUse':
      case 'gone':
        throw asUnusable(thrown)
      case 'fromTheFuture':
        throw new BackupUnusableError('fromTheFuture', { cause: thrown })
      case 'headerMissing':
      case 'headerDamaged':
      case 'databaseMissing':
      case 'databaseDamaged':
      case 'migrationFailed':
        throw new BackupUnusableError('damaged', { cause: thrown })
    }
  }
}

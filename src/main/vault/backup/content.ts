/** @file What is in a backup that was taken apart: opened as a vault is, looked at in full, and closed again. */
import type { BackupContent } from '../../../contract/backup'
import { openVault } from '../database/open-vault'
import type { KeptKindDescriptor } from '../kept-kind'
import { problemOf } from '../problems'
import { BackupUnusableError, type StagedBackup } from './stage'

/** What reading it needs. */
export interface ContentNeeds {
  migrationsDir: string
  kinds: readonly KeptKindDescriptor[]
  now: Date
}

/**
 * Opens it, brings its schema up to date, reads every page, and counts. Afterwards it is ready to be a vault: its log is
 * empty, and what was acknowledged is noted.
 *
 * @throws `BackupUnusableError`; the system's error where there is no room.
 */
export function readContent(
  { paths }: StagedBackup,
  key: Buffer,
  { migrationsDir, kinds, now }: ContentNeeds,
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
      const vault = opened.read()
      return {
        lastSeenAt: opened.stateAtOpening?.lastSeenAt ?? null,
        kinds: kinds.map((kind) => ({ kind: kind.kind, count: kind.list(vault, now).length })),
      }
    } finally {
      opened.close()
    }
  } catch (thrown) {
    if (thrown instanceof BackupUnusableError) throw thrown
    const problem = problemOf(thrown)
    if (problem === null || problem === 'diskFull') throw thrown
    throw new BackupUnusableError(problem === 'fromTheFuture' ? problem : 'damaged', { cause: thrown })
  }
}

/** @file Backups of a vault: making them, finding them, and proving that they open. */

import { statSync } from 'node:fs'
import type {
  BackupContent,
  BackupPlace,
  FoundBackup,
  MadeBackup,
  ReadableBackup,
  ReminderDays,
} from '../../../contract/backup'
import { DatabaseMovedError } from '../database/opened'
import { vaultPaths } from '../files/vault-files'
import { oneAtATime } from '../unlock/one-at-a-time'
import type { Unlocked } from '../unlock/unlocked'
import { piecesOfFile, writeBackup } from './make'
import { type BackupParts, type BackupToOpen, openBackup } from './open-backup'
import { type BackupsFound, findBackups, readPlace } from './place'
import { asBackupRefusal } from './refusal'
import { isReminderDue, noteBackup, readBackupNotes, setReminder } from './reminder'

/** How often a copy is begun anew because something was forgotten in the middle. */
const COPY_TRIES = 5

/** Those that speak of one vault throw `VaultLockedError` when the vault is locked. */
export interface VaultBackups {
  backupPlace(): BackupPlace
  /** `isByItself` left out: as it was. */
  remindOfBackups(days: ReminderDays, isByItself?: boolean): void
  canChooseFolder(): boolean
  /** The folder that a person chose, if they did; null where this shell has no window for it. */
  chooseFolder(): Promise<{ folder: string | null } | null>
  /**
   * Answers only when the backup is there; that the vault could not note it is part of the answer.
   *
   * @throws `BackupPlaceError`, `BackupNotWrittenError`, `VaultReadOnlyError`, `VaultGoneError`, `DatabaseMovedError`, the
   *   system's error: no backup was left there then.
   */
  makeBackup(folder: string): Promise<MadeBackup>
  /**
   * What can be read of a damaged vault, as a backup; null where the vault is whole.
   *
   * @throws as `makeBackup`, and `VaultUnusableError` where this computer's own disk does not take it on the way.
   */
  makeReadableBackup(folder: string): Promise<ReadableBackup | null>
  /** @throws `BackupPlaceError`. */
  findBackups(folder: string): { folder: string } & BackupsFound
  /**
   * @throws `BackupPlaceError`, `BackupUnusableError`, `WrongSecretError`, `TooSoonError`, `VaultUnusableError`, an error
   *   that `isDiskFull` knows.
   */
  rehearseBackup(backup: BackupToOpen): Promise<BackupContent>
}

/** Backups of whichever vault is open at the time of the call. */
export function backupsOf(parts: BackupParts): VaultBackups {
  const { requireUnlocked, paths, staging, host } = parts
  const inTurn = oneAtATime()

  async function makeNow(typed: string): Promise<MadeBackup> {
    requireUnlocked()
    const folder = readPlace(typed, paths.dir)
    const madeAt = host.clock.now()
    for (let tries = 1; ; tries += 1) {
      try {
        const made = await copyOnce(requireUnlocked(), folder, madeAt)
        return { ...made, isNoted: isNoted(folder, madeAt) }
      } catch (thrown) {
        if (!(thrown instanceof DatabaseMovedError) || tries === COPY_TRIES) throw thrown
      }
    }
  }

  /** @throws `DatabaseMovedError` when something was forgotten in the middle: the copy still had it. */
  async function copyOnce(unlocked: Unlocked, folder: string, madeAt: Date): Promise<FoundBackup> {
    const { bytes, pieces, requireSame, release } = unlocked.copyDatabase()
    // The header that opened this vault: the file beside it may be another one by now.
    const header = unlocked.header()
    const requireStillTrue = () => {
      requireSame()
      // With another passphrase since, the copy would open by the one before.
      if (requireUnlocked().header() !== header) throw new DatabaseMovedError('Other secrets.')
    }
    try {
      return await writeBackup(
        folder,
        { header, databaseBytes: bytes, database: pieces, requireStillTrue },
        madeAt,
      )
    } finally {
      release()
    }
  }

  async function makeReadable(typed: string): Promise<ReadableBackup | null> {
    const unlocked = requireUnlocked()
    if (unlocked.hold()?.kind !== 'pagesDamaged') return null
    const folder = readPlace(typed, paths.dir)
    let dir: string | null = null
    try {
      dir = staging.make('trying')
      const { database } = vaultPaths(dir)
      const copied = unlocked.copyReadable(database)
      const header = unlocked.header()
      const requireStillTrue = () => void requireUnlocked()
      const pieces = piecesOfFile(database)
      const databaseBytes = statSync(database).size
      const source = { header, databaseBytes, database: pieces, requireStillTrue }
      return { ...(await writeBackup(folder, source, host.clock.now())), ...copied }
    } catch (thrown) {
      throw asBackupRefusal(thrown)
    } finally {
      if (dir !== null) staging.clear(dir)
    }
  }

  /** Notes a backup that is there already: whatever fails now, it stays there. */
  function isNoted(folder: string, madeAt: Date): boolean {
    try {
      requireUnlocked().write((vault) => noteBackup(vault, folder, madeAt))
      return true
    } catch {
      return false
    }
  }

  return {
    backupPlace() {
      const notes = readBackupNotes(requireUnlocked().read())
      return {
        folder: notes.folder,
        lastMadeAt: notes.lastMadeAt,
        reminderDays: notes.reminderDays,
        isByItself: notes.isByItself,
        isDue: isReminderDue(notes, host.clock.now()),
      }
    },
    remindOfBackups(days, isByItself) {
      requireUnlocked().write((vault) => setReminder(vault, days, isByItself))
    },
    canChooseFolder: () => host.chooseFolder !== null,
    async chooseFolder() {
      return host.chooseFolder === null ? null : { folder: await host.chooseFolder() }
    },
    makeBackup: (folder) => inTurn(() => makeNow(folder)),
    makeReadableBackup: (folder) => inTurn(() => makeReadable(folder)),
    findBackups(typed) {
      const folder = readPlace(typed, paths.dir)
      return { folder, ...findBackups(folder) }
    },
    rehearseBackup: (backup) =>
      inTurn(async () => {
        requireUnlocked()
        let dir: string | null = null
        try {
          dir = staging.make('trying')
          const { key, content } = await openBackup(parts, backup, dir)
          key.fill(0)
          requireUnlocked()
          return content
        } catch (thrown) {
          throw asBackupRefusal(thrown)
        } finally {
          if (dir !== null) staging.clear(dir)
        }
      }),
  }
}

/** @file Backups of a vault: making them, finding them, proving that they open, and making a vault from one. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type {
  BackupContent,
  BackupName,
  BackupPlace,
  FoundBackup,
  ReminderDays,
} from '../../../contract/backup'
import type { Host } from '../../host'
import { DatabaseMovedError } from '../database/open-vault'
import { inspectVault, type VaultPaths } from '../files/vault-files'
import { VaultGoneError } from '../handles'
import type { HeaderBody } from '../header/header'
import type { KeptKindDescriptor } from '../kept-kind'
import { TooSoonError } from '../problems'
import type { Attempts } from '../unlock/attempts'
import { oneAtATime } from '../unlock/one-at-a-time'
import { openKey, readSecret, type TypedUnlock } from '../unlock/open-key'
import type { Unlocked } from '../unlock/unlocked'
import { readContent } from './content'
import { writeBackup } from './make'
import { findBackups, readPlace } from './place'
import { isReminderDue, noteBackup, readBackupNotes, setReminder } from './reminder'
import { stageBackup } from './stage'

/** How often a copy is begun anew because something was forgotten in the middle. */
const COPY_TRIES = 5

/** A backup, and what opens it. */
export interface BackupToOpen extends TypedUnlock {
  /** As typed. */
  folder: string
  name: BackupName
}

/** Those that speak of one vault throw `VaultLockedError` when the vault is locked. */
export interface VaultBackups {
  backupPlace(): BackupPlace
  remindOfBackups(days: ReminderDays): void
  canChooseFolder(): boolean
  /** The folder that a person chose, if they did; null where this shell has no window for it. */
  chooseFolder(): Promise<{ folder: string | null } | null>
  /** @throws `BackupPlaceError`, `BackupNotWrittenError`, `VaultReadOnlyError`, `VaultGoneError`, the system's error. */
  makeBackup(folder: string): Promise<FoundBackup>
  /** @throws `BackupPlaceError`. */
  findBackups(folder: string): { folder: string; backups: FoundBackup[] }
  /** @throws `BackupPlaceError`, `BackupUnusableError`, `WrongSecretError`, `TooSoonError`, the system's error. */
  rehearseBackup(backup: BackupToOpen): Promise<BackupContent>
}

/** What backups stand on. */
export interface BackupParts {
  requireUnlocked: () => Unlocked
  paths: VaultPaths
  attempts: Attempts
  host: Pick<Host, 'clock' | 'chooseFolder'>
  migrationsDir: string
  kinds: () => readonly KeptKindDescriptor[]
}

/** Where a backup is taken apart, beside the vault and as private. */
export const stagingDir = (paths: VaultPaths): string => join(paths.dir, 'vault.restoring')

/** A backup that was taken apart and opened: its files, its key, what is in it. The caller clears and removes them. */
export interface OpenedBackup {
  staged: VaultPaths
  header: HeaderBody
  key: Buffer
  isByRecoveryKey: boolean
  content: BackupContent
}

/**
 * Opens one: the folder, the file, the secret, all of its pages. The caller removes the staging folder, also after an
 * error.
 */
export async function openBackup(
  { paths, attempts, host: { clock }, migrationsDir, kinds }: BackupParts,
  { folder, name, ...typed }: BackupToOpen,
): Promise<OpenedBackup> {
  const place = readPlace(folder, paths.dir)
  const nextTryAt = attempts.nextTryAt()
  if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
  const secret = readSecret(typed, clock.now())
  try {
    const staged = await stageBackup(join(place, name), stagingDir(paths))
    const { key, header } = await openKey(
      { kind: 'ready', header: staged.header, isPreviousHeader: false, otherHeader: null },
      secret,
      attempts,
      clock,
    )
    attempts.succeed()
    try {
      const content = readContent(staged, key, { migrationsDir, kinds: kinds(), now: clock.now() })
      return { staged: staged.paths, header, key, isByRecoveryKey: secret.kind === 'recoveryKey', content }
    } catch (thrown) {
      key.fill(0)
      throw thrown
    }
  } finally {
    if (secret.kind === 'recoveryKey') secret.key.fill(0)
  }
}

/** Backups of whichever vault is open at the time of the call. */
export function backupsOf(parts: BackupParts): VaultBackups {
  const { requireUnlocked, paths, host } = parts
  const inTurn = oneAtATime()

  async function makeNow(typed: string): Promise<FoundBackup> {
    requireUnlocked()
    const folder = readPlace(typed, paths.dir)
    const inspection = inspectVault(paths)
    if (inspection.kind !== 'ready') throw new VaultGoneError()
    const madeAt = host.clock.now()
    for (let tries = 1; ; tries += 1) {
      try {
        const { bytes, pieces } = requireUnlocked().copyDatabase()
        const source = { header: inspection.header, databaseBytes: bytes, database: pieces }
        const made = await writeBackup(folder, source, madeAt)
        requireUnlocked().write((vault) => noteBackup(vault, folder, madeAt))
        return made
      } catch (thrown) {
        if (!(thrown instanceof DatabaseMovedError) || tries === COPY_TRIES) throw thrown
      }
    }
  }

  return {
    backupPlace() {
      const notes = readBackupNotes(requireUnlocked().read())
      return {
        folder: notes.folder,
        lastMadeAt: notes.lastMadeAt,
        reminderDays: notes.reminderDays,
        isDue: isReminderDue(notes, host.clock.now()),
      }
    },
    remindOfBackups(days) {
      requireUnlocked().write((vault) => setReminder(vault, days))
    },
    canChooseFolder: () => host.chooseFolder !== null,
    async chooseFolder() {
      return host.chooseFolder === null ? null : { folder: await host.chooseFolder() }
    },
    makeBackup: (folder) => inTurn(() => makeNow(folder)),
    findBackups(typed) {
      const folder = readPlace(typed, paths.dir)
      return { folder, backups: findBackups(folder) }
    },
    rehearseBackup: (backup) =>
      inTurn(async () => {
        requireUnlocked()
        try {
          const { key, content } = await openBackup(parts, backup)
          key.fill(0)
          requireUnlocked()
          return content
        } finally {
          rmSync(stagingDir(paths), { recursive: true, force: true })
        }
      }),
  }
}

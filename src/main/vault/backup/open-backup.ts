/** @file Opening a backup beside the vault: its folder, its file, its secret, all of its pages. Nothing of the vault is touched. */
import { join } from 'node:path'
import type { BackupContent, BackupName } from '../../../contract/backup'
import type { Host } from '../../host'
import type { OpenVault } from '../database/opened'
import type { VaultPaths } from '../files/vault-files'
import type { HeaderBody } from '../header/header'
import type { KeptKindDescriptor } from '../kept-kind'
import { TooSoonError } from '../problems'
import type { Attempts } from '../unlock/attempts'
import { openKey, readSecret, type TypedUnlock } from '../unlock/open-key'
import type { Unlocked } from '../unlock/unlocked'
import { readContent } from './content'
import { readPlace } from './place'
import { stageBackup } from './stage'
import type { Staging } from './staging'

/** A backup, and what opens it. */
export interface BackupToOpen extends TypedUnlock {
  /** As typed. */
  folder: string
  name: BackupName
}

/** What backups stand on. */
export interface BackupParts {
  requireUnlocked: () => Unlocked
  paths: VaultPaths
  staging: Staging
  attempts: Attempts
  host: Pick<Host, 'clock' | 'chooseFolder'>
  migrationsDir: string
  kinds: () => readonly KeptKindDescriptor[]
}

/** A backup that was taken apart and opened: its key, to be cleared, and what is in it. */
export interface OpenedBackup {
  header: HeaderBody
  key: Buffer
  isByRecoveryKey: boolean
  content: BackupContent
}

/** The vault of a backup that is open beside the vault's place, before its entries are counted. */
export interface BackupVault {
  opened: OpenVault
  paths: VaultPaths
  key: Buffer
  /** When it was last changed or seen open, else when the backup says that it was made, ISO; null: not known. */
  backupAt: string | null
}

/**
 * Opens one in a staging folder, which the caller clears, also after an error. A right secret does not end the wait after
 * wrong ones: it is not this vault's.
 *
 * @throws `BackupPlaceError`, `BackupUnusableError`, `WrongSecretError`, `TooSoonError`, `VaultUnusableError` and the
 *   system's error.
 */
export async function openBackup(
  { paths, attempts, host: { clock }, migrationsDir, kinds }: BackupParts,
  { folder, name, ...typed }: BackupToOpen,
  stagingDir: string,
  prepare: (vault: BackupVault) => void = () => {},
): Promise<OpenedBackup> {
  const place = readPlace(folder, paths.dir)
  const nextTryAt = attempts.nextTryAt()
  if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
  const secret = readSecret(typed, clock.now())
  try {
    const staged = await stageBackup(join(place, name), stagingDir)
    const { key, header } = await openKey(
      { kind: 'ready', header: staged.header, isPreviousHeader: false, otherHeader: null },
      secret,
      attempts,
      clock,
    )
    try {
      const content = readContent(staged, key, {
        migrationsDir,
        kinds: kinds(),
        now: clock.now(),
        prepare: (opened) =>
          prepare({
            opened,
            paths: staged.paths,
            key,
            backupAt: opened.stateAtOpening?.lastSeenAt ?? staged.madeAt,
          }),
      })
      return { header, key, isByRecoveryKey: secret.kind === 'recoveryKey', content }
    } catch (thrown) {
      key.fill(0)
      throw thrown
    }
  } finally {
    if (secret.kind === 'recoveryKey') secret.key.fill(0)
  }
}

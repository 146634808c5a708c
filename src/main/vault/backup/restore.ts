/** @file Making a vault from a backup: where there is none, or in the place of one that is damaged, which is moved aside. */
import { chmodSync, mkdirSync } from 'node:fs'
import type { VaultStatus } from '../../../contract/vault'
import { removeNewVault } from '../database/create-vault'
import { PRIVATE_DIR_MODE } from '../files/durable-file'
import { hasAnyVaultFile, type VaultPaths } from '../files/vault-files'
import { forgetAgain, noteWaiting } from '../forget/forget-again'
import { openForgotten } from '../forget/forgotten'
import { keyFor } from '../header/header-keys'
import {
  type BackupParts,
  type BackupToOpen,
  type BackupVault,
  type OpenedBackup,
  openBackup,
} from './open-backup'
import { isSwapNoted, swapIn } from './swap'

/** Makes the vault's folder, or makes it private where it is there. */
export function preparePrivateDir(paths: VaultPaths): void {
  mkdirSync(paths.dir, { recursive: true, mode: PRIVATE_DIR_MODE })
  chmodSync(paths.dir, PRIVATE_DIR_MODE)
}

/** True where a vault is so damaged that a backup may take its place. Not where it may only be out of reach. */
export function isReplaceable(status: VaultStatus): boolean {
  switch (status.state) {
    case 'none':
    case 'locked':
      return false
    case 'unlocked':
      return status.hold !== null && status.hold.kind !== 'gone'
    case 'unusable':
      switch (status.problem) {
        case 'headerMissing':
        case 'headerDamaged':
        case 'databaseMissing':
        case 'databaseDamaged':
        case 'migrationFailed':
          return true
        case 'fromTheFuture':
        case 'unreadable':
        case 'diskFull':
        case 'inUse':
        case 'gone':
          return false
      }
  }
}

/** What was forgotten by hand on this computer since the backup was made goes before the backup is a vault. */
function forgetSince({ paths, kinds, host }: BackupParts, vault: BackupVault): void {
  const forgotten = openForgotten(paths.forgotten, keyFor('forgotten entries', vault.key))
  try {
    const parts = { vault: vault.opened, forgotten, kinds: kinds(), now: host.clock.now() }
    const waiting = forgetAgain(parts, vault.backupAt)
    if (waiting.length > 0) noteWaiting(vault.paths.again, waiting)
  } finally {
    forgotten.close()
  }
}

/**
 * Opens a backup in a staging folder as what is to be the vault, with nothing left to be done in it, and runs work with it.
 * The key is cleared afterwards, and the folder removed, unless a swap that has not ended needs it. The caller holds the
 * vault's lock, by itself or by the open vault.
 */
export async function withPrepared<T>(
  parts: BackupParts,
  backup: BackupToOpen,
  work: (prepared: OpenedBackup, stagingDir: string) => Promise<T>,
): Promise<T> {
  const dir = parts.staging.make('restoring')
  try {
    const prepared = await openBackup(parts, backup, dir, (vault) => forgetSince(parts, vault))
    try {
      return await work(prepared, dir)
    } finally {
      prepared.key.fill(0)
    }
  } finally {
    if (isSwapNoted(parts.paths)) parts.staging.leave(dir)
    else parts.staging.clear(dir)
  }
}

/**
 * Puts what was prepared in its place. The caller holds the vault's lock, and nothing has its files open.
 *
 * @throws the system's error: what was there before is there again, or is put back at the next look (`settleSwap`).
 */
export function placeBackup({ paths, host }: BackupParts, stagingDir: string): void {
  // Left by a creation that was cut off: nobody has its key.
  if (!hasAnyVaultFile(paths)) removeNewVault(paths)
  swapIn(paths, stagingDir, host.clock.now())
}

/** @file Making a vault from a backup: where there is none, or in the place of one that is damaged, which is moved aside. */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { VaultStatus } from '../../../contract/vault'
import { removeNewVault } from '../database/create-vault'
import { PRIVATE_DIR_MODE, syncDir, writeDurably } from '../files/durable-file'
import type { VaultPaths } from '../files/vault-files'
import { forgetEntry } from '../forget/forget'
import { writeHeader } from '../header/header'
import type { KeptKindDescriptor } from '../kept-kind'
import { asUnusable } from '../problems'
import type { Unlocked } from '../unlock/unlocked'
import type { BackupParts, OpenedBackup } from './backups'
import { backupNameOf } from './format'

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

/** Files that belong to the folder and not to one state of the vault. */
const staysHere = (paths: VaultPaths): ReadonlySet<string> =>
  new Set([paths.lock, paths.tries, paths.forgotten, paths.spare].map((path) => basename(path)))

/** Moves the files of a damaged vault into a folder of their own. @returns what puts them back. */
function setAside(paths: VaultPaths, now: Date): () => void {
  const stay = staysHere(paths)
  const names = readdirSync(paths.dir).filter(
    (name) => /^vault\.(json|db|changes)/.test(name) && !stay.has(name),
  )
  if (names.length === 0) return () => {}
  const base = join(paths.dir, backupNameOf(now).replace('holdspace-backup', 'set-aside').replace('.tar', ''))
  let dir = base
  for (let number = 2; existsSync(dir); number += 1) dir = `${base}-${number}`
  mkdirSync(dir, { mode: PRIVATE_DIR_MODE })
  const moved: string[] = []
  const putBack = () => {
    for (const name of moved) renameSync(join(dir, name), join(paths.dir, name))
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    for (const name of names) {
      renameSync(join(paths.dir, name), join(dir, name))
      moved.push(name)
    }
    syncDir(dir)
    syncDir(paths.dir)
  } catch (thrown) {
    putBack()
    throw thrown
  }
  return putBack
}

/**
 * Makes the vault: what was taken apart becomes its files, in the order in which a new vault gets them. The caller holds
 * the vault's lock, and clears the backup's key.
 *
 * @param open - opens the vault that is there by then.
 * @throws `VaultUnusableError`; what was there before is there again then.
 */
export function placeBackup(
  { paths, host, kinds }: BackupParts,
  { staged, header, key, isByRecoveryKey }: OpenedBackup,
  open: (key: Buffer, recoveredKey: Buffer | null) => Unlocked,
): Unlocked {
  let putBack = () => {}
  try {
    putBack = setAside(paths, host.clock.now())
    // Left by a creation that was cut off: nobody has its key.
    removeNewVault(paths)
    renameSync(staged.database, paths.newDatabase)
    if (existsSync(staged.acknowledged)) renameSync(staged.acknowledged, paths.acknowledged)
    syncDir(paths.dir)
    const bytes = writeHeader(header)
    writeDurably(paths.previousHeader, bytes)
    writeDurably(paths.header, bytes)
    const opened = open(key, isByRecoveryKey ? Buffer.from(key) : null)
    forgetAgain(opened, kinds(), host.clock.now())
    return opened
  } catch (thrown) {
    removeNewVault(paths)
    putBack()
    throw asUnusable(thrown)
  }
}

/** Forgets again what was forgotten by hand since the backup was made. */
function forgetAgain(opened: Unlocked, kinds: readonly KeptKindDescriptor[], now: Date): void {
  const isForgotten = opened.forgotten.look()
  for (const kind of kinds) {
    if (!kind.canForget) continue
    for (const { id } of kind.list(opened.read(), now)) {
      if (!isForgotten(kind.kind, id)) continue
      // Its digest stays: it is not noted a second time.
      forgetEntry({ ...opened, kinds, forgotten: { note: () => {} } }, kind, id, now)
    }
  }
}

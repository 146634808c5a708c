/** @file One console per vault: a lock that the system itself lets go when the process ends, however it ends. */
import { closeSync, existsSync, lstatSync, openSync, rmSync, truncateSync } from 'node:fs'
import Database from 'better-sqlite3'
import { thrownCodes } from '../contract-errors'
import { requireModernNode } from '../database/node-version'
import { VaultUnusableError } from '../problems'
import { PRIVATE_FILE_MODE } from './durable-file'

/**
 * How long taking the lock waits, in milliseconds: longer than another console's glance at it takes, shorter
 * than anyone notices.
 */
const LOCK_WAIT_MS = 250

/** The lock, held until released or until the process ends. */
export interface InstanceLock {
  release(): void
}

function isBusy(thrown: unknown): boolean {
  return thrownCodes(thrown).some(
    (code) => code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'),
  )
}

/** True when the lock file holds something that is no lock: nobody holds it then, or SQLite would say so first. */
function isGarbage(thrown: unknown): boolean {
  return thrownCodes(thrown).some((code) => code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
}

function openLockFile(path: string, waitMs: number): Database.Database {
  requireModernNode()
  const connection = new Database(path, { timeout: waitMs })
  // The file stays empty; without this an empty journal would lie beside it.
  connection.pragma('journal_mode = MEMORY')
  return connection
}

/**
 * Takes the lock: an exclusive SQLite lock on an empty file of its own, so that no lock of the database is
 * ever at the mercy of a file opened twice in one process. The file is never removed: removing it would let
 * two consoles lock two files of one name.
 *
 * @param path absolute path of `vault.lock`.
 * @throws `VaultUnusableError('inUse')` when another console holds it; other SQLite errors as they are.
 */
export function takeInstanceLock(path: string): InstanceLock {
  try {
    return takeLock(path)
  } catch (thrown) {
    if (!isGarbage(thrown)) throw thrown
    const stats = lstatSync(path)
    // The file is ours and ought to be empty: its place matters, not its content. What is a second name of another file,
    // the database itself perhaps, is not ours to empty: only the name goes.
    if (stats.isFile() && stats.nlink === 1) truncateSync(path, 0)
    else rmSync(path)
    return takeLock(path)
  }
}

function takeLock(path: string): InstanceLock {
  let connection: Database.Database | undefined
  try {
    // Only when it is missing: closing a second descriptor of a locked file would drop the lock (POSIX).
    if (!existsSync(path)) {
      // A link to nothing is only a name: what it points at is not ours to make.
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path)
      closeSync(openSync(path, 'a', PRIVATE_FILE_MODE))
    }
    connection = openLockFile(path, LOCK_WAIT_MS)
    connection.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    connection?.close()
    throw isBusy(thrown) ? new VaultUnusableError('inUse', { cause: thrown }) : thrown
  }
  const held = connection
  return { release: () => held.close() }
}

/** True when another console holds the lock. A look, not a promise: only taking the lock decides. */
export function isLockHeld(path: string): boolean {
  if (!existsSync(path)) return false
  let connection: Database.Database | undefined
  try {
    connection = openLockFile(path, 0)
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
    return false
  } catch (thrown) {
    if (isBusy(thrown)) return true
    if (isGarbage(thrown)) return false
    throw thrown
  } finally {
    connection?.close()
  }
}

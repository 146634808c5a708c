/**
 * @file Whether a data folder can live in a place: looked at when it is asked for, and once more when it is done. A disk is
 * asked to do what the vault will ask of it, since no name of a file system says that it can.
 */
import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { MoveProblem } from '../../../contract/device'
import { diskTroubleOf } from '../backup/disk-trouble'
import { BackupPlaceError, readPlace } from '../backup/place'
import { PRIVATE_DIR_MODE, syncDir } from '../files/durable-file'
import { belongingsOf } from './belongings'

/** Name of the folder that is made in the place that was chosen. */
export const FOLDER_NAME = 'Holdspace'
/** What is to be free besides the copy itself, in bytes: the vault writes before it frees. */
const SPARE_BYTES = 32 * 1024 * 1024

/**
 * File systems that are another computer's (`statfs(2)`; Linux alone has these numbers): NFS, SMB, CIFS, SMB 2, AFS, Ceph,
 * Coda, 9P. A database's log cannot live there: its index is memory that two computers do not share.
 */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x73757245, 0x01021997,
])

/** A place to which the folder cannot go. Nothing was changed. */
export class MovePlaceError extends Error {
  override readonly name = 'MovePlaceError'
  readonly problem: MoveProblem
  constructor(problem: MoveProblem, options?: ErrorOptions) {
    super(`The data folder cannot be moved there: ${problem}.`, options)
    this.problem = problem
  }
}

/** What a disk's refusal means for a move. */
export function moveProblemOf(thrown: unknown): MoveProblem {
  if (thrown instanceof MovePlaceError) return thrown.problem
  if (thrown instanceof BackupPlaceError) {
    return thrown.problem === 'insideVault' ? 'inside' : thrown.problem
  }
  const trouble = diskTroubleOf(thrown)
  switch (trouble) {
    case 'full':
    case 'readOnly':
    case 'gone':
      return trouble
    case 'denied':
      return 'notAllowed'
    case null:
      return 'unfit'
  }
}

/** True where anything has this name, a dangling link included. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** True where two paths lead to one folder, by whatever spelling and links. */
function isOneFolder(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}

const PROBE = /^\.holdspace-probe-[0-9a-f]{16}(-renamed)?$/

/** Removes what a look at a disk left there, this one or one that was cut off. What cannot be removed holds nothing. */
export function removeProbes(parent: string): void {
  try {
    for (const name of readdirSync(parent).filter((one) => PROBE.test(one))) {
      rmSync(join(parent, name), { recursive: true, force: true })
    }
  } catch {
    // The disk says no: whoever asked it for something is told so.
  }
}

/** A database with a log, made, written, read and closed; a folder renamed. @throws what fails. */
function tryDisk(parent: string): void {
  const name = `.holdspace-probe-${randomBytes(8).toString('hex')}`
  const made = join(parent, name)
  const renamed = join(parent, `${name}-renamed`)
  mkdirSync(made, { mode: PRIVATE_DIR_MODE })
  try {
    const database = new Database(join(made, 'vault.db'))
    try {
      const mode: unknown = database.pragma('journal_mode = WAL', { simple: true })
      if (mode !== 'wal') throw new MovePlaceError('unfit')
      database.pragma('synchronous = FULL')
      database.exec('CREATE TABLE tried (word TEXT); INSERT INTO tried VALUES (1); SELECT * FROM tried')
    } finally {
      database.close()
    }
    syncDir(made)
    renameSync(made, renamed)
    syncDir(parent)
  } finally {
    removeProbes(parent)
  }
}

/** @throws `MovePlaceError` where there is too little room for so many bytes. */
function requireRoom(parent: string, bytes: number): void {
  const { bavail, bsize, blocks, type } = statfsSync(parent)
  if (process.platform === 'linux' && NETWORK_TYPES.has(type)) throw new MovePlaceError('network')
  // Some disks do not say how large they are.
  if (blocks > 0 && bavail * bsize < bytes + SPARE_BYTES) throw new MovePlaceError('full')
}

/**
 * Looks at the place where a folder is to be made: what is there, and whether its disk does what the vault needs.
 *
 * @param to - absolute path of the folder to be made; its parent's real path is in it.
 * @param from - the data folder now.
 * @param isReady - true where the finished copy is there already, and only its note is missing.
 * @throws `MovePlaceError`.
 */
export function requirePlace(to: string, from: string, isReady = false): void {
  try {
    const parent = dirname(to)
    // Once more as at first: a link may lead elsewhere by now, a disk be gone.
    if (readPlace(parent, from) !== parent) throw new MovePlaceError('notThere')
    if (!isReady && isThere(to)) {
      // What is empty does not say whose it is; it is not ours to take.
      throw new MovePlaceError(isOneFolder(to, from) ? 'same' : 'taken')
    }
    const { strange, bytes } = belongingsOf(from)
    if (strange.length > 0) throw new MovePlaceError('strange')
    if (isReady) return
    requireRoom(parent, bytes)
    tryDisk(parent)
  } catch (thrown) {
    throw new MovePlaceError(moveProblemOf(thrown), { cause: thrown })
  }
}

/**
 * Reads a typed place.
 *
 * @returns absolute path of the folder that would be made in it.
 * @throws `MovePlaceError`.
 */
export function readMovePlace(typed: string, from: string): string {
  try {
    const parent = readPlace(typed, from)
    const to = join(parent, FOLDER_NAME)
    requirePlace(to, from)
    return to
  } catch (thrown) {
    throw new MovePlaceError(moveProblemOf(thrown), { cause: thrown })
  }
}

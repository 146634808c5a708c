/**
 * @file Which folder holds the vault, asked once at each start before anything opens it; and the move that was asked for,
 * done then. Copied, flushed and compared under the vault's lock; the note is what makes it so; only then is the old one
 * cleared. Killed at any step, one of the two is whole and is the one that the note names.
 */
import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FolderMove } from '../../../contract/device'
import { isSwapNoted, settleSwap } from '../backup/swap'
import { syncDir } from '../files/durable-file'
import { takeInstanceLock } from '../files/instance-lock'
import { hasAnyVaultFile, vaultPaths } from '../files/vault-files'
import { hasArrived, nameArrival, removeArrival, removeCopy } from './arrival'
import { isPassing } from './belongings'
import { copyFolder, isSame, sumOf, sumsOf } from './copy'
import { type AskedMove, type FolderNote, type LeftFolder, readNote, writeNote } from './note'
import { MovePlaceError, moveProblemOf, removeProbes, requirePlace } from './place'

/** The folder to which the vault was moved is not there, or nothing of a vault is in it. Nothing was made. */
export class FolderGoneError extends Error {
  override readonly name = 'FolderGoneError'
  readonly folder: string
  readonly isEmpty: boolean
  constructor(folder: string, isEmpty: boolean) {
    super(folder)
    this.folder = folder
    this.isEmpty = isEmpty
  }
}

/** Old and new are whole and the same, and the disk did not say which is to count. The next start settles it. */
export class FolderUnsettledError extends Error {
  override readonly name = 'FolderUnsettledError'
}

/** Where the vault is. */
export interface SettledFolder {
  /** Absolute path. */
  dataDir: string
  /** What became of a move at this start; null where none was asked for. */
  move: FolderMove | null
}

const folderOf = (startDir: string, note: FolderNote): string => note.at ?? startDir

/** A folder to which the vault was once moved is never made anew: its disk may only not be connected. */
function requireThere(note: FolderNote): void {
  if (note.at === null) return
  if (statSync(note.at, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new FolderGoneError(note.at, false)
  }
  let isEmpty = false
  try {
    isEmpty = !hasAnyVaultFile(vaultPaths(note.at))
  } catch {
    // Not to be looked into: whoever opens it says why.
  }
  if (isEmpty) throw new FolderGoneError(note.at, true)
}

/** Makes the copy and gives it its name. @returns its sums. @throws `MovePlaceError`, the system's error. */
function arrive(from: string, move: AskedMove): LeftFolder['sums'] {
  const parent = dirname(move.to)
  const staged = join(parent, move.staging)
  const isReady = hasArrived(move)
  requirePlace(move.to, from, isReady)
  if (isReady) {
    const sums = sumsOf(from)
    // Somebody has worked in one of the two meanwhile: neither is thrown away for the other.
    if (!isSame(sums, sumsOf(move.to))) throw new MovePlaceError('taken')
    return sums
  }
  const paths = vaultPaths(from)
  if (isSwapNoted(paths)) settleSwap(paths)
  // Of this move, by its name: a try that was cut off.
  rmSync(staged, { recursive: true, force: true })
  const sums = copyFolder(from, staged)
  nameArrival(staged, move)
  renameSync(staged, move.to)
  syncDir(parent)
  return sums
}

/**
 * Clears a folder that the vault has left: only of the very bytes that were copied, and of what no vault needs.
 *
 * @returns true when nothing of a vault is left in it.
 */
function clearLeft(startDir: string, { folder, sums }: LeftFolder): boolean {
  try {
    if (!existsSync(folder)) return true
    // Nothing goes before what counts is certain to be on the disk.
    syncDir(startDir)
    let isClear = true
    for (const [name, sum] of Object.entries(sums)) {
      const path = join(folder, name)
      const stats = lstatSync(path, { throwIfNoEntry: false })
      if (stats === undefined) continue
      if (stats.isFile() && sumOf(path) === sum) rmSync(path)
      else isClear = false
    }
    if (!isClear) return false
    for (const inner of new Set(Object.keys(sums).map((name) => dirname(name)))) {
      if (inner !== '.' && existsSync(join(folder, inner))) rmdirSync(join(folder, inner))
    }
    for (const name of readdirSync(folder).filter(isPassing)) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
    // Of the move that had brought it here.
    removeArrival(folder)
    if (folder !== startDir && readdirSync(folder).length === 0) rmdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Clears what an earlier move left, and forgets it where nothing is left. */
function settleLeft(startDir: string, note: FolderNote): boolean {
  if (note.left === null) return true
  if (!clearLeft(startDir, note.left)) return false
  try {
    writeNote(startDir, { ...note, left: null })
  } catch {
    // Said once more at the next start, which finds nothing to clear.
  }
  return true
}

/**
 * The note becomes this one, durably.
 *
 * @throws `FolderUnsettledError` where it is there and not certain to stay; the system's error where the old one stands.
 */
function commit(startDir: string, note: FolderNote): void {
  try {
    writeNote(startDir, note)
  } catch (thrown) {
    if (readNote(startDir).at === note.at) {
      throw new FolderUnsettledError('The note may not last.', { cause: thrown })
    }
    throw thrown
  }
}

/** Forgets a move that did not come about. Where that is refused, the next start tries it once more. */
function giveUp(startDir: string, from: string, note: FolderNote, move: AskedMove): void {
  removeCopy(from, move)
  removeProbes(dirname(move.to))
  try {
    writeNote(startDir, { ...note, move: null })
  } catch {
    // A full disk: the old folder counts either way.
  }
}

/** Does the move that was asked for, under the lock of the folder that is left. Null: another start has done it. */
function moveNow(startDir: string, from: string): SettledFolder | null {
  const lock = takeInstanceLock(vaultPaths(from).lock)
  let done: FolderNote
  try {
    const note = readNote(startDir)
    const { move } = note
    if (move === null || folderOf(startDir, note) !== from) return null
    try {
      done = { ...note, at: move.to, move: null, left: { folder: from, sums: arrive(from, move) } }
      commit(startDir, done)
    } catch (thrown) {
      if (thrown instanceof FolderUnsettledError) throw thrown
      giveUp(startDir, from, note, move)
      return { dataDir: from, move: { kind: 'notMoved', to: move.to, problem: moveProblemOf(thrown) } }
    }
  } finally {
    lock.release()
  }
  const isOldCleared = settleLeft(startDir, done)
  removeArrival(folderOf(startDir, done))
  removeProbes(dirname(folderOf(startDir, done)))
  return { dataDir: folderOf(startDir, done), move: { kind: 'moved', from, isOldCleared } }
}

/**
 * Says which folder holds the vault, and does a move that was asked for. To be called before anything of it is opened.
 *
 * @param startDir - absolute path of the folder at which every start begins; it is there.
 * @throws `NoteUnreadableError`, `FolderGoneError`, `FolderUnsettledError`; `VaultUnusableError('inUse')` where another
 *   console has the vault that is to be moved.
 */
export function settleFolder(startDir: string): SettledFolder {
  for (;;) {
    const note = readNote(startDir)
    requireThere(note)
    const dataDir = folderOf(startDir, note)
    if (note.move === null) {
      settleLeft(startDir, note)
      return { dataDir, move: null }
    }
    const settled = moveNow(startDir, dataDir)
    if (settled !== null) return settled
  }
}

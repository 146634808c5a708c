/**
 * @file A whole new vault in the place of a damaged one. Which files go where is noted first; then each is renamed, never
 * over another and never deleted. Cut off at any step, the note says how to end it: with the new vault, or with the old
 * files where they were.
 */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { PRIVATE_DIR_MODE, readBounded, syncDir, writeDurably } from '../files/durable-file'
import type { VaultPaths } from '../files/vault-files'
import { backupNameOf } from './format'

const SwapFile = z.string().regex(/^vault\.[A-Za-z0-9._-]+$/)
/** The note of a swap. `direction`: how it is to be ended. */
const Swap = z.strictObject({
  direction: z.enum(['in', 'back']),
  staging: z.string().regex(/^vault\.restoring-[A-Za-z0-9]+$/),
  aside: z.string().regex(/^set-aside-[0-9-]+$/),
  /** Names of the files that were there, and of those that take their place. */
  old: z.array(SwapFile),
  next: z.array(SwapFile),
})
type Swap = z.infer<typeof Swap>
const SWAP_BYTES_MAX = 16 * 1024

/**
 * Files of one state of a vault, the database's log and index among them: SQLite would take an old log for the new
 * database's. Not the vault's lock, its tries, its forgotten entries and its spare room.
 */
const STATE_FILE = /^vault\.(json|db(-wal|-shm|-journal)?|changes|again)(\.[A-Za-z0-9._-]+)?$/
/** Those that a backup that was taken apart consists of. */
const NEW_FILE = /^vault\.(json(\.previous)?|db(-wal)?|changes|again)$/

/** How a swap that was cut off ended. */
export type SwapEnd = 'finished' | 'putBack'

/** A dangling link counts, too. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** Moves a file, never over another: somebody may have put one there by hand. */
function move(from: string, to: string): void {
  if (isThere(to)) throw Object.assign(new Error('A file is in the way.'), { code: 'EEXIST' })
  renameSync(from, to)
}

/** Where each file of a swap is. */
const placesOf = (paths: VaultPaths, swap: Swap) => {
  const staged = (name: string) => join(paths.dir, swap.staging, name)
  const aside = (name: string) => join(paths.dir, swap.aside, name)
  const here = (name: string) => join(paths.dir, name)
  return {
    staged,
    aside,
    here,
    /** A new file is here once it has left the staging folder, and an old one of that name is not here any more. */
    isMovedIn: (name: string) =>
      swap.next.includes(name) &&
      !isThere(staged(name)) &&
      isThere(here(name)) &&
      (!swap.old.includes(name) || isThere(aside(name))),
  }
}

function finish(paths: VaultPaths, swap: Swap): void {
  const { staged, aside, here, isMovedIn } = placesOf(paths, swap)
  // Old files go before new ones come: once all of those are here, what has an old name belongs to them.
  const toGo = swap.next.every(isMovedIn)
    ? []
    : swap.old.filter((name) => isThere(here(name)) && !isThere(aside(name)) && !isMovedIn(name))
  if (toGo.length > 0) {
    if (!isThere(join(paths.dir, swap.aside)))
      mkdirSync(join(paths.dir, swap.aside), { mode: PRIVATE_DIR_MODE })
    for (const name of toGo) move(here(name), aside(name))
    syncDir(join(paths.dir, swap.aside))
    syncDir(paths.dir)
  }
  for (const name of swap.next) if (isThere(staged(name))) move(staged(name), here(name))
  syncDir(paths.dir)
}

function putBack(paths: VaultPaths, swap: Swap): void {
  const { staged, aside, here, isMovedIn } = placesOf(paths, swap)
  for (const name of swap.next) {
    if (!isMovedIn(name)) continue
    // The folder it came from may have been removed by hand: then it is a copy of what the backup holds.
    if (isThere(join(paths.dir, swap.staging))) move(here(name), staged(name))
    else rmSync(here(name))
  }
  for (const name of swap.old) if (isThere(aside(name))) move(aside(name), here(name))
  syncDir(paths.dir)
  const folder = join(paths.dir, swap.aside)
  // Only when it is empty: nothing in it is ours to delete.
  if (isThere(folder) && readdirSync(folder).length === 0) rmdirSync(folder)
}

function endSwap(paths: VaultPaths): void {
  rmSync(paths.swap)
  try {
    syncDir(paths.dir)
  } catch {
    // A note that a power cut brings back finds everything in its place.
  }
}

function readSwap(paths: VaultPaths): Swap | null {
  const bytes = readBounded(paths.swap, SWAP_BYTES_MAX)
  if (bytes === null || bytes === 'tooLong') return null
  try {
    return Swap.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** True while a swap is noted that has not ended. */
export const isSwapNoted = (paths: VaultPaths): boolean => isThere(paths.swap)

/**
 * Ends a swap that was cut off. The caller holds the vault's lock.
 *
 * @returns how; null where none was noted, or what is noted is no swap of ours: then nothing is moved or removed.
 * @throws the system's error; the note stays, and the next call tries again.
 */
export function settleSwap(paths: VaultPaths): SwapEnd | null {
  const swap = readSwap(paths)
  if (swap === null) return null
  const { staged, isMovedIn } = placesOf(paths, swap)
  const isWhole = swap.next.every((name) => isThere(staged(name)) || isMovedIn(name))
  const end: SwapEnd = swap.direction === 'in' && isWhole ? 'finished' : 'putBack'
  if (end === 'finished') finish(paths, swap)
  else putBack(paths, swap)
  endSwap(paths)
  return end
}

/** A free name for the folder of the old files, by the date. */
function freeAside(paths: VaultPaths, now: Date): string {
  const base = basename(backupNameOf(now), '.tar').replace('holdspace-backup', 'set-aside')
  let name = base
  for (let number = 2; isThere(join(paths.dir, name)); number += 1) name = `${base}-${number}`
  return name
}

/**
 * Puts the files of a staging folder, a whole vault, in the place of those that are there. The caller holds the lock, and
 * nothing has the files open.
 *
 * @throws the system's error. The old files are in their place again then; where even that is refused, the note stays,
 *   and `settleSwap` ends it.
 */
export function swapIn(paths: VaultPaths, stagingDir: string, now: Date): void {
  const swap: Swap = {
    direction: 'in',
    staging: basename(stagingDir),
    aside: freeAside(paths, now),
    old: readdirSync(paths.dir).filter((name) => STATE_FILE.test(name)),
    next: readdirSync(stagingDir).filter((name) => NEW_FILE.test(name)),
  }
  syncDir(stagingDir)
  const note = (direction: Swap['direction']) =>
    writeDurably(paths.swap, Buffer.from(JSON.stringify({ ...swap, direction } satisfies Swap)))
  try {
    note('in')
    finish(paths, swap)
    endSwap(paths)
  } catch (thrown) {
    // The note itself may be the end that was refused, after everything was in its place.
    if (!isSwapNoted(paths)) throw thrown
    try {
      note('back')
    } catch {
      // Then it is put back now or, where that is refused too, finished at the next start.
    }
    putBack(paths, swap)
    endSwap(paths)
    throw thrown
  }
}

/**
 * @file Whether the files that were opened are still the files that are there. A folder that was renamed, a stick
 * that was pulled, a sync program that put another file in its place: writing goes on without an error, into
 * a file that nobody will find again.
 */
import { statSync } from 'node:fs'
import type { VaultPaths } from './vault-files'

/** A file as the system knows it. `written` changes with its content; null where that cannot be relied on. */
interface Seen {
  path: string
  identity: string
  written: string | null
}

/** Windows brings time and size of an open file up to date when it likes. */
const isWritingSeen = process.platform !== 'win32'

function look(path: string): Omit<Seen, 'path'> | null {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
    if (stats === undefined) return null
    return {
      identity: `${stats.dev}:${stats.ino}`,
      written: isWritingSeen ? `${stats.size}:${stats.mtimeNs}` : null,
    }
  } catch {
    return null
  }
}

/** The files of an open vault, as they were when last seen. */
export interface SameFiles {
  /** True when every file is the one that was opened, and database and log hold what we wrote last. */
  areThere(): boolean
  /** True when every file is the one that was opened; for between a change and its acknowledgement. */
  areOurs(): boolean
  /** True when the lock is the one that was taken: cheap enough for each read. */
  isLockOurs(): boolean
  /** Remembers what database and log are after a change of our own, and files that came with it. */
  remember(): void
  /** Takes the file that is now at a path for ours: we have just put it there. */
  takeOver(path: string): void
}

/** Remembers the files of a vault that has just been opened under its lock. */
export function rememberFiles(paths: VaultPaths): SameFiles {
  const names = [paths.header, paths.lock, paths.acknowledged, paths.database, `${paths.database}-wal`]
  const contentMatters = new Set([paths.database, `${paths.database}-wal`])
  const seen = new Map<string, Seen>()
  const remember = () => {
    for (const path of names) {
      const now = look(path)
      const before = seen.get(path)
      // A file that has become another one must not be taken for ours.
      if (now === null || (before !== undefined && before.identity !== now.identity)) continue
      seen.set(path, { path, ...now })
    }
  }
  const isSame = (path: string, isContentChecked: boolean): boolean => {
    const before = seen.get(path)
    if (before === undefined) return true
    const now = look(path)
    if (now === null || now.identity !== before.identity) return false
    return !isContentChecked || !contentMatters.has(path) || now.written === before.written
  }
  remember()
  return {
    areThere: () => names.every((path) => isSame(path, true)),
    areOurs: () => names.every((path) => isSame(path, false)),
    isLockOurs: () => isSame(paths.lock, false),
    remember,
    takeOver(path) {
      const now = look(path)
      if (now !== null) seen.set(path, { path, ...now })
    },
  }
}

/** @file What in a data folder is Holdspace's own and goes with it: by name, and never what somebody else put there. */
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Files of the vault. Its lock stays: every folder has its own. SQLite makes its shared memory anew. */
const VAULT_FILE = /^vault\.(?!lock$)(?!db-shm$)[A-Za-z0-9._-]+$/
/** Preferences, and those that were set aside. */
const PREFERENCES_FILE = /^preferences(\.set-aside)?\.json$/
/** Earlier vaults that a restore set aside, a folder for each. */
const ASIDE_DIR = /^set-aside-[0-9-]+$/
/** Folders in which a backup was taken apart: copies of what the backup holds, and not taken along. */
const PASSING_DIR = /^vault\.(restoring|trying)(-[A-Za-z0-9]+)?$/
/** Files that a process left half written. */
const PASSING_FILE = /\.writing$/

/** What was found. */
export interface Belongings {
  /** Files to be copied, as paths below the folder, in order. */
  files: string[]
  /** Folders among them, likewise. */
  folders: string[]
  /** Names that are Holdspace's own and are not what they ought to be, a link or a pipe. */
  strange: string[]
  bytes: number
}

/**
 * Looks through a data folder.
 *
 * @throws the system's error.
 */
export function belongingsOf(dir: string): Belongings {
  const found: Belongings = { files: [], folders: [], strange: [], bytes: 0 }
  const look = (name: string): void => {
    const stats = lstatSync(join(dir, name))
    if (!stats.isFile()) {
      found.strange.push(name)
      return
    }
    found.files.push(name)
    found.bytes += stats.size
  }
  for (const name of readdirSync(dir).sort()) {
    if (PASSING_DIR.test(name) || PASSING_FILE.test(name)) continue
    if (ASIDE_DIR.test(name)) {
      if (!lstatSync(join(dir, name)).isDirectory()) {
        found.strange.push(name)
        continue
      }
      found.folders.push(name)
      for (const inner of readdirSync(join(dir, name)).sort()) look(join(name, inner))
    } else if (VAULT_FILE.test(name) || PREFERENCES_FILE.test(name)) look(name)
  }
  return found
}

/** Names of ours in a folder that was left that no vault needs: its lock, and what was passing. */
export const isPassing = (name: string): boolean =>
  name === 'vault.lock' || name === 'vault.db-shm' || PASSING_DIR.test(name) || PASSING_FILE.test(name)

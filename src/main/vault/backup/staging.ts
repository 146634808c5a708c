/**
 * @file Folders beside the vault in which backups are taken apart, one for each time. What a killed process left of them
 * goes at the next start; it is encrypted, and a copy of what the backup still holds.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultPaths } from '../files/vault-files'

/** What a backup is taken apart for: to become the vault, or to see that it opens. */
export type StagingKind = 'restoring' | 'trying'

/** Names of such folders, the one without an ending of an earlier Holdspace, and of a note that was cut off. */
const STAGING_NAME = /^vault\.(restoring|trying)(-[A-Za-z0-9]+)?$|^vault\.restore\.writing$/

/** The staging folders of one vault in this process. */
export interface Staging {
  /** Makes one, as private as the vault. @returns its absolute path. @throws the system's error. */
  make(kind: StagingKind): string
  /** Removes one with what is in it. What cannot be removed is removed at the next start. */
  clear(dir: string): void
  /** Leaves one as it is: a swap that has not ended needs it. */
  leave(dir: string): void
  /** True when a folder is left that this process does not use. */
  hasStale(): boolean
  /** Removes those. The caller holds the vault's lock, and no swap is half done. */
  clearStale(): void
}

/** Keeps track of the folders of a vault. */
export function stagingOf(paths: VaultPaths): Staging {
  const inUse = new Set<string>()
  const stale = (): string[] => {
    try {
      return existsSync(paths.dir)
        ? readdirSync(paths.dir)
            .filter((name) => STAGING_NAME.test(name))
            .map((name) => join(paths.dir, name))
            .filter((dir) => !inUse.has(dir))
        : []
    } catch {
      // Not to be looked into: the vault's own status says so.
      return []
    }
  }
  const remove = (dir: string) => {
    try {
      rmSync(dir, { recursive: true, force: true })
    } catch {
      // It stays until a start at which the disk answers.
    }
  }
  return {
    make(kind) {
      const dir = mkdtempSync(join(paths.dir, `vault.${kind}-`))
      inUse.add(dir)
      return dir
    },
    clear(dir) {
      remove(dir)
      inUse.delete(dir)
    },
    leave: (dir) => void inUse.delete(dir),
    hasStale: () => stale().length > 0,
    clearStale() {
      for (const dir of stale()) remove(dir)
    },
  }
}

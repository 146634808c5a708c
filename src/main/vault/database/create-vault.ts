/** @file Making a vault: its files one after the other, so that a cut-off creation is no vault or a whole one. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Profile } from '../../../contract/vault'
import { PRIVATE_FILE_MODE, syncDir, syncFile, writeDurably } from '../files/durable-file'
import type { VaultPaths } from '../files/vault-files'
import type { WriteVault } from '../handles'
import { type HeaderBody, writeHeader } from '../header/header'
import { insertProfile } from '../kept/profile'
import { checkpoint, openWriter } from './connections'
import { readJournal, runMigrations } from './migrate'

/** Finishes a creation that was cut off after its header was written: the database gets its name. */
export function finishCreation(paths: VaultPaths): void {
  renameSync(paths.newDatabase, paths.database)
  syncDir(paths.dir)
}

const sqliteFiles = (path: string): string[] => ['', '-wal', '-shm', '-journal'].map((end) => path + end)

function removeAll(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
}

/** Names that a database under construction may have. */
const newDatabaseFiles = (paths: VaultPaths): string[] => sqliteFiles(paths.newDatabase)

/** Removes a vault whose creation failed before anyone was told of it. The caller made every one of its files. */
export function removeNewVault(paths: VaultPaths): void {
  removeAll([
    paths.header,
    paths.previousHeader,
    paths.acknowledged,
    ...newDatabaseFiles(paths),
    ...sqliteFiles(paths.database),
  ])
}

/** What a new vault starts with. */
export interface NewVault {
  header: HeaderBody
  key: Buffer
  profile: Pick<Profile, 'displayName' | 'work'>
  now: Date
}

/**
 * Writes a new vault's files. The caller holds the lock and has seen that none are there. The database is made
 * under another name; the header makes it a vault; then it gets its name. A failure removes what was written.
 */
export function writeNewVault(paths: VaultPaths, migrationsDir: string, made: NewVault): void {
  readJournal(migrationsDir)
  // Left by an earlier creation that never got its header: nobody has its key.
  removeAll([...newDatabaseFiles(paths), paths.acknowledged])
  try {
    closeSync(openSync(paths.newDatabase, 'wx', PRIVATE_FILE_MODE))
    const connection = openWriter(paths.newDatabase, made.key)
    try {
      runMigrations(connection, migrationsDir)
      // The brand exists in types only.
      const vault = drizzle(connection) as unknown as WriteVault
      connection.transaction(() => insertProfile(vault, made.profile, made.now))()
      checkpoint(connection)
    } finally {
      connection.close()
    }
    syncFile(paths.newDatabase)
    const header = writeHeader(made.header)
    // A second copy from the first day: a header that cannot be read loses everything.
    writeDurably(paths.previousHeader, header)
    writeDurably(paths.header, header)
    finishCreation(paths)
  } catch (thrown) {
    removeNewVault(paths)
    throw thrown
  }
}

/** @file An unlocked vault: its two connections and the handles that domains get, from opening to closing. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { PRIVATE_FILE_MODE, syncDir, syncFile, writeDurably } from '../files/durable-file'
import type { VaultPaths } from '../files/vault-files'
import { tidySearch } from '../forget/search-residue'
import type { ReadVault, WriteVault } from '../handles'
import { type HeaderBody, writeHeader } from '../header/header'
import { insertProfile, readProfile } from '../kept/profile'
import { VaultUnusableError } from '../problems'
import { type Connection, checkpoint, openReader, openWriter } from './connections'
import { bringUpToDate, readJournal, runMigrations } from './migrate'

/** An unlocked vault. The key is not in it: SQLite alone holds it until the connections close. */
export interface OpenVault {
  /** The connection that writes, for checkpoint and proof; never leaves the vault's folder. */
  connection: Connection
  reader: Connection
  read: () => ReadVault
  /** One transaction; nested calls become part of the outer one. */
  write: <T>(change: (vault: WriteVault) => T) => T
  /**
   * Empties the log into the database and closes both connections. Harmless the second time.
   *
   * @throws SqliteError when there is no room to do so; both are closed all the same, and the log is kept.
   */
  close(): void
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

// The brands exist in types only; these two lines are where they are given.
const brandReader = (connection: Connection): ReadVault => drizzle(connection) as unknown as ReadVault
const brandWriter = (connection: Connection): WriteVault => drizzle(connection) as unknown as WriteVault

function writeWith(connection: Connection): OpenVault['write'] {
  const writer = brandWriter(connection)
  return (change) =>
    connection
      .transaction(() => {
        const result = change(writer)
        if (isPromise(result)) throw new TypeError('A change of the vault must be synchronous')
        return result
      })
      .immediate()
}

/**
 * Opens the database with its key: looks at it read-only, brings its schema up to date, opens both
 * connections. On any error both are closed and the files are as they were.
 */
export function openVault(paths: VaultPaths, key: Buffer, migrationsDir: string): OpenVault {
  bringUpToDate(paths, key, migrationsDir)
  const connection = openWriter(paths.database, key)
  let reader: Connection | undefined
  try {
    reader = openReader(paths.database, key)
    const openedReader = reader
    const readVault = brandReader(openedReader)
    if (readProfile(readVault) === null) throw new VaultUnusableError('databaseDamaged')
    return {
      connection,
      reader: openedReader,
      read: () => readVault,
      write: writeWith(connection),
      close() {
        if (!connection.open) return
        // The reader first: the last connection to close removes the log.
        openedReader.close()
        try {
          // Words of texts that were changed since, not only of what was forgotten.
          tidySearch(connection)
          checkpoint(connection)
        } finally {
          connection.close()
        }
      },
    }
  } catch (thrown) {
    reader?.close()
    connection.close()
    throw thrown
  }
}

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
  removeAll([paths.header, paths.previousHeader, ...newDatabaseFiles(paths), ...sqliteFiles(paths.database)])
}

/** What a new vault starts with. */
export interface NewVault {
  header: HeaderBody
  key: Buffer
  displayName: string
  now: Date
}

/**
 * Writes a new vault's files. The caller holds the lock and has seen that none are there. The database is made
 * under another name; the header makes it a vault; then it gets its name. A failure removes what was written.
 */
export function writeNewVault(paths: VaultPaths, migrationsDir: string, made: NewVault): void {
  readJournal(migrationsDir)
  // Left by an earlier creation that never got its header: nobody has its key.
  removeAll(newDatabaseFiles(paths))
  try {
    closeSync(openSync(paths.newDatabase, 'wx', PRIVATE_FILE_MODE))
    const connection = openWriter(paths.newDatabase, made.key)
    try {
      runMigrations(connection, migrationsDir)
      writeWith(connection)((vault) => insertProfile(vault, made.displayName, made.now))
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

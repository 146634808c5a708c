/** @file Brings a vault's schema up to this app's, or refuses before anything has run. */
import { chmodSync, constants, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { z } from 'zod'
import { searchWords } from '../../../contract/same-to-the-eye/search'
import { isDamage, isDiskFull } from '../contract-errors'
import { PRIVATE_FILE_MODE, syncDir, syncFile } from '../files/durable-file'
import { copiesBeforeMigration, type VaultPaths } from '../files/vault-files'
import { VaultUnusableError } from '../problems'
import { type Connection, checkpoint, countPages, isWhole, openReader, openWriter } from './connections'
import { readState, type VaultState } from './state'

/** Where drizzle notes which migrations have run. */
export const MIGRATIONS_TABLE = '__drizzle_migrations'

/** The parts of drizzle-kit's `meta/_journal.json` that decide. `when`: milliseconds since 1970. */
const Journal = z.object({
  entries: z
    .array(z.object({ tag: z.string().regex(/^[0-9A-Za-z_-]{1,100}$/), when: z.int().min(1) }))
    .min(1),
})
type JournalEntry = z.infer<typeof Journal>['entries'][number]

/** The migrations that ship with this app are not in order: a mistake of ours, found before anything runs. */
export class MigrationOrderError extends Error {
  override readonly name = 'MigrationOrderError'
}

/**
 * Reads the journal of a migrations folder.
 *
 * @throws `MigrationOrderError` unless the dates strictly ascend: drizzle runs what is newer than the newest
 *   one applied, so one that is out of order would be skipped in silence.
 */
export function readJournal(migrationsDir: string): JournalEntry[] {
  const { entries } = Journal.parse(
    JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')),
  )
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    if (before !== undefined && entry.when <= before.when) {
      throw new MigrationOrderError(`Migration ${entry.tag} is not newer than ${before.tag}.`)
    }
  }
  return entries
}

/** Dates of the migrations that have run, ascending; empty for a database that is not a vault yet. */
function appliedDates(connection: Connection): number[] {
  const table = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    .get(MIGRATIONS_TABLE)
  if (table === undefined) return []
  const dates = connection
    .prepare(`SELECT created_at FROM ${MIGRATIONS_TABLE} ORDER BY created_at`)
    .pluck()
    .all()
  return dates.map(Number)
}

/**
 * The migrations that are still to run, oldest first.
 *
 * @throws `VaultUnusableError`: `fromTheFuture` when one has run that this app does not know,
 *   `databaseDamaged` when none has (a vault always has), `migrationFailed` when those that have run are not
 *   the first ones of this app.
 */
export function pendingMigrations(
  journal: readonly JournalEntry[],
  applied: readonly number[],
): JournalEntry[] {
  const known = new Set(journal.map((entry) => entry.when))
  if (applied.length === 0) throw new VaultUnusableError('databaseDamaged')
  if (applied.some((when) => !known.has(when))) throw new VaultUnusableError('fromTheFuture')
  if (journal.some((entry, index) => index < applied.length && entry.when !== applied[index])) {
    throw new VaultUnusableError('migrationFailed')
  }
  return journal.slice(applied.length)
}

function hasBrokenReference(connection: Connection): boolean {
  const rows: unknown = connection.pragma('foreign_key_check')
  return !Array.isArray(rows) || rows.length > 0
}

function requireWhole(connection: Connection): void {
  if (!isWhole(connection) || hasBrokenReference(connection)) throw new VaultUnusableError('migrationFailed')
}

/** Adds what migrations call beyond SQLite's own functions. */
export function addMigrationFunctions(connection: Connection): void {
  connection.function('search_words', { deterministic: true }, (text) => searchWords(String(text)))
}

/**
 * Runs what is still to run, in one transaction, and notes it as drizzle does. Drizzle's own way takes a transaction back
 * that SQLite has taken back already where the disk is full, and then its error is all that is told. References are
 * checked at the end instead.
 */
export function runMigrations(connection: Connection, migrationsDir: string): void {
  // SQLite ignores this pragma inside a transaction, and rebuilding a table breaks references for a moment.
  connection.pragma('foreign_keys = OFF')
  addMigrationFunctions(connection)
  connection.transaction(() => {
    connection
      .prepare(
        `CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
      )
      .run()
    const newest = appliedDates(connection).at(-1) ?? Number.NEGATIVE_INFINITY
    const note = connection.prepare(`INSERT INTO ${MIGRATIONS_TABLE} (hash, created_at) VALUES (?, ?)`)
    for (const migration of readMigrationFiles({ migrationsFolder: migrationsDir })) {
      if (migration.folderMillis <= newest) continue
      for (const statement of migration.sql) connection.prepare(statement).run()
      note.run(migration.hash, migration.folderMillis)
    }
  })()
  connection.pragma('foreign_keys = ON')
}

function removeCopies(paths: VaultPaths): void {
  const copies = copiesBeforeMigration(paths)
  if (copies.length === 0) return
  for (const copy of copies) rmSync(copy)
  syncDir(paths.dir)
}

/** A durable copy under a name that appears only when it is whole. */
function copyDurably(from: string, to: string): void {
  const temporary = `${to}.writing`
  rmSync(temporary, { force: true })
  try {
    copyFileSync(from, temporary, constants.COPYFILE_EXCL)
    chmodSync(temporary, PRIVATE_FILE_MODE)
    syncFile(temporary)
    renameSync(temporary, to)
  } catch (thrown) {
    rmSync(temporary, { force: true })
    throw thrown
  }
}

function migrateWithCopy(paths: VaultPaths, key: Buffer, migrationsDir: string, firstTag: string): void {
  const copy = paths.copyBefore(firstTag)
  const before = openWriter(paths.database, key)
  const isLogEmpty = checkpoint(before)
  // Closed before the file is opened a second time: closing that one would drop SQLite's locks (POSIX).
  before.close()
  if (!isLogEmpty) throw new VaultUnusableError('inUse')
  copyDurably(paths.database, copy)
  syncDir(paths.dir)
  const connection = openWriter(paths.database, key)
  let isChanged = false
  try {
    runMigrations(connection, migrationsDir)
    isChanged = true
    requireWhole(connection)
    checkpoint(connection)
  } catch (thrown) {
    connection.close()
    if (isChanged) {
      copyDurably(copy, paths.database)
      syncDir(paths.dir)
    }
    throw new VaultUnusableError(isDiskFull(thrown) ? 'diskFull' : 'migrationFailed', { cause: thrown })
  }
  connection.close()
  // An old copy would defeat forgetting. It has done its work: the new file was read in full.
  removeCopies(paths)
}

/** Removes a copy that a crash left behind after its migration was done, once the database is found whole. */
function finishMigration(paths: VaultPaths, key: Buffer): void {
  if (copiesBeforeMigration(paths).length === 0) return
  const connection = openReader(paths.database, key)
  try {
    requireWhole(connection)
  } finally {
    connection.close()
  }
  removeCopies(paths)
}

/** What a look without a write finds. */
export interface FirstLook {
  /** True when migrations are to run, or a copy that one left is to go. */
  mustChange: boolean
  /** As SQLite counts them; of a file that was cut off, those that are left. */
  pageCount: number
  /** True when the file is shorter than it says itself, and is read as far as it goes. */
  isCut: boolean
  /** Null where the vault does not count its changes yet. */
  state: VaultState | null
}

/**
 * Looks at an existing vault without writing. A read-only connection never moves a log into its database, so a
 * damaged or newer one keeps every byte; the empty log and index that SQLite may lay beside it are removed.
 *
 * @throws `VaultUnusableError` (`fromTheFuture`, `migrationFailed`, `databaseDamaged`), `MigrationOrderError`, or an
 *   error of SQLite or the system.
 */
export function lookFirst(paths: VaultPaths, key: Buffer, migrationsDir: string): FirstLook {
  const journal = readJournal(migrationsDir)
  const traces = ['-wal', '-shm'].map((end) => paths.database + end).filter((path) => !existsSync(path))
  let looker: Connection | undefined
  let isCut = false
  try {
    try {
      looker = openReader(paths.database, key)
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown
      looker = openReader(paths.database, key, true)
      isCut = true
    }
    const pending = pendingMigrations(journal, appliedDates(looker))
    return {
      mustChange: pending.length > 0 || copiesBeforeMigration(paths).length > 0,
      pageCount: countPages(looker),
      isCut,
      state: readState(looker),
    }
  } finally {
    looker?.close()
    for (const trace of traces) rmSync(trace, { force: true })
  }
}

/**
 * Brings an existing vault up to date. The caller has looked first, and found the database whole. Copies it before it
 * changes anything; on failure puts the old content back and keeps the copy; on success removes the copy.
 *
 * @throws `VaultUnusableError` (`fromTheFuture`, `migrationFailed`, `databaseDamaged`, `diskFull`),
 *   `MigrationOrderError`, or an error of SQLite or the system.
 */
export function bringUpToDate(paths: VaultPaths, key: Buffer, migrationsDir: string): void {
  const journal = readJournal(migrationsDir)
  const looker = openReader(paths.database, key)
  let applied: number[]
  try {
    applied = appliedDates(looker)
  } finally {
    looker.close()
  }
  const first = pendingMigrations(journal, applied)[0]
  if (first === undefined) finishMigration(paths, key)
  else migrateWithCopy(paths, key, migrationsDir, first.tag)
}

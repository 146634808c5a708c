/** @file The files of one vault: their names, and what can be said of them without a secret and without a write. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { VaultProblem } from '../../../contract/vault'
import {
  HEADER_BYTES_MAX,
  type HeaderBody,
  type ParsedHeader,
  parseHeader,
  writeHeader,
} from '../header/header'
import { problemOf } from '../problems'
import { readBounded, writeDurably } from './durable-file'

/** Smallest database there is: one page of SQLCipher 4, in bytes. */
const DATABASE_BYTES_MIN = 4096

/** Absolute paths of everything a vault may consist of. */
export interface VaultPaths {
  dir: string
  header: string
  /** The header before the last change; right after creation, a second copy of the first one. */
  previousHeader: string
  database: string
  /** The database while a vault is being made; becomes `database` after the header is written. */
  newDatabase: string
  lock: string
  /** What was forgotten by hand, as digests (`forgotten.ts`). */
  forgotten: string
  /** Room to give up on a full disk (`spare-room.ts`). */
  spare: string
  /** How many wrong secrets were given (`attempts.ts`). */
  tries: string
  /** How many changes were acknowledged, and where they are (`acknowledged.ts`). */
  acknowledged: string
  /** Entries to be forgotten again once no open session holds them (`forget-again.ts`). */
  again: string
  /** What goes where, while a backup takes the place of a damaged vault (`swap.ts`). */
  swap: string
  /** The copy made before a migration, named by the first migration that was to run. */
  copyBefore(tag: string): string
}

/** The files of the vault in a folder. */
export function vaultPaths(dir: string): VaultPaths {
  return {
    dir,
    header: join(dir, 'vault.json'),
    previousHeader: join(dir, 'vault.json.previous'),
    database: join(dir, 'vault.db'),
    newDatabase: join(dir, 'vault.db.creating'),
    lock: join(dir, 'vault.lock'),
    forgotten: join(dir, 'vault.forgotten'),
    spare: join(dir, 'vault.spare'),
    tries: join(dir, 'vault.tries'),
    acknowledged: join(dir, 'vault.changes'),
    again: join(dir, 'vault.again'),
    swap: join(dir, 'vault.restore'),
    copyBefore: (tag) => join(dir, `vault.db.before-${tag}`),
  }
}

/** Copies that migrations left, half-written ones included, as absolute paths. */
export function copiesBeforeMigration(paths: VaultPaths): string[] {
  return readdirSync(paths.dir)
    .filter((name) => /^vault\.db\.(before-[0-9a-z_-]+(\.writing)?|writing)$/i.test(name))
    .map((name) => join(paths.dir, name))
}

/** What the files say of themselves. */
export type VaultInspection =
  | { kind: 'none' }
  | {
      kind: 'ready'
      header: HeaderBody
      isPreviousHeader: boolean
      /** The previous copy, where it is another header than the newest. */
      otherHeader: HeaderBody | null
    }
  | { kind: 'unusable'; problem: VaultProblem; hasPreviousCopy: boolean }

type HeaderReading = ParsedHeader | { kind: 'missing' } | { kind: 'unusable'; problem: VaultProblem }

function readHeader(path: string): HeaderReading {
  try {
    const bytes = readBounded(path, HEADER_BYTES_MAX)
    if (bytes === null) return { kind: 'missing' }
    return bytes === 'tooLong' ? { kind: 'damaged' } : parseHeader(bytes)
  } catch (thrown) {
    return { kind: 'unusable', problem: problemOf(thrown) ?? 'unreadable' }
  }
}

function statOf(path: string): Stats | null | 'unreadable' {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return 'unreadable'
  }
}

/** True when anything has this name, a dangling link included. */
function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/**
 * True when any file of a vault is in the folder, whole or not: then none may be created there.
 *
 * @throws the system's error when the folder cannot be looked into.
 */
export function hasAnyVaultFile(paths: VaultPaths): boolean {
  const names = [paths.header, paths.previousHeader, paths.database, `${paths.database}-wal`, paths.swap]
  return names.some(isTaken) || (existsSync(paths.dir) && copiesBeforeMigration(paths).length > 0)
}

/** True when a copy of the header or of the database is kept beside them. */
export function hasPreviousCopy(paths: VaultPaths): boolean {
  try {
    return isTaken(paths.previousHeader) || copiesBeforeMigration(paths).length > 0
  } catch {
    return false
  }
}

function databaseProblem(paths: VaultPaths): VaultProblem | null {
  let path = paths.database
  let stats = statOf(path)
  if (stats === null) {
    path = paths.newDatabase
    stats = statOf(path)
  }
  if (stats === null) return 'databaseMissing'
  if (stats === 'unreadable' || !stats.isFile()) return 'unreadable'
  if (stats.size < DATABASE_BYTES_MIN) return 'databaseDamaged'
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return null
  } catch {
    return 'unreadable'
  }
}

/** The header to go by: the newest, or the previous one where the newest is damaged or gone. */
function chooseHeader(paths: VaultPaths): { body: HeaderBody; isPrevious: boolean } | VaultProblem {
  const newest = readHeader(paths.header)
  switch (newest.kind) {
    case 'header':
      return { body: newest.body, isPrevious: false }
    case 'fromTheFuture':
      return 'fromTheFuture'
    case 'unusable':
      // It may be whole: putting the older one in its place would be a guess.
      return newest.problem
    case 'damaged':
    case 'missing': {
      const previous = readHeader(paths.previousHeader)
      if (previous.kind === 'header') return { body: previous.body, isPrevious: true }
      if (previous.kind === 'fromTheFuture') return 'fromTheFuture'
      return newest.kind === 'damaged' ? 'headerDamaged' : 'headerMissing'
    }
  }
}

/** Looks at the files. Reads, never writes, never throws; damage inside the database takes the key to see. */
export function inspectVault(paths: VaultPaths): VaultInspection {
  const unusable = (problem: VaultProblem): VaultInspection => ({
    kind: 'unusable',
    problem,
    hasPreviousCopy: hasPreviousCopy(paths),
  })
  try {
    if (!hasAnyVaultFile(paths)) return { kind: 'none' }
  } catch (thrown) {
    return unusable(problemOf(thrown) ?? 'unreadable')
  }
  const chosen = chooseHeader(paths)
  if (typeof chosen === 'string') return unusable(chosen)
  const problem = databaseProblem(paths)
  if (problem !== null) return unusable(problem)
  const previous = chosen.isPrevious ? null : readHeader(paths.previousHeader)
  const isOther = previous?.kind === 'header' && !isDeepStrictEqual(previous.body, chosen.body)
  return {
    kind: 'ready',
    header: chosen.body,
    isPreviousHeader: chosen.isPrevious,
    otherHeader: isOther ? previous.body : null,
  }
}

/** Changes when the header or the database is replaced, restored or written: size, time and identity. */
export function fileStamp(paths: VaultPaths): string {
  return [paths.header, paths.previousHeader, paths.database]
    .map((path) => {
      const stats = statOf(path)
      return stats === null || stats === 'unreadable'
        ? String(stats)
        : `${stats.ino}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`
    })
    .join(' ')
}

/**
 * Puts a header made from the one in use in its place. A crash at any moment leaves a header by which the vault opens:
 * until the last step the one in use stays in force, and after it no copy beside the vault holds the old one.
 *
 * @throws the system's error; the one in use is in force then, and the new one opens nothing.
 */
export function replaceHeader(paths: VaultPaths, next: HeaderBody): void {
  const before = readBounded(paths.previousHeader, HEADER_BYTES_MAX)
  const bytes = writeHeader(next)
  try {
    writeDurably(paths.previousHeader, bytes)
    writeDurably(paths.header, bytes)
  } catch (thrown) {
    // The rename may be done, and only its flush be refused: then what is there is in force.
    const now = readHeader(paths.header)
    if (now.kind !== 'header' || now.body.mac !== next.mac) {
      restorePrevious(paths, before)
      throw thrown
    }
  }
  try {
    // Set aside when another took its place: whatever is wrong with it, the old secrets may open it.
    rmSync(setAside(paths), { force: true })
  } catch {
    // What is in force is in force; it must not be called a failure.
  }
}

function restorePrevious(paths: VaultPaths, before: ReturnType<typeof readBounded>): void {
  try {
    if (before === null || before === 'tooLong') rmSync(paths.previousHeader, { force: true })
    else writeDurably(paths.previousHeader, before)
  } catch {
    // Then a copy is left that opens by the new secret too, which nobody was told.
  }
}

/** Where a header that did not open the vault is kept. */
const setAside = (paths: VaultPaths): string => `${paths.header}.damaged`

/**
 * Puts a header that has just opened the vault in the place of one that did not: the damaged or foreign one is kept
 * under another name. Does nothing where the system refuses: the previous copy goes on serving.
 */
export function healHeader(paths: VaultPaths, good: HeaderBody): void {
  try {
    if (existsSync(paths.header)) renameSync(paths.header, setAside(paths))
    writeDurably(paths.header, writeHeader(good))
  } catch {
    // Nothing is lost by it, and unlocking matters more.
  }
}

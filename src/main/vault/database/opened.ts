/** @file What an open vault can be asked for, and what opening it needs. */
import type { VaultHold } from '../../../contract/vault'
import type { ReadVault, WriteVault } from '../handles'
import type { Connection } from './connections'
import type { ReadableCopy } from './readable'
import type { VaultState } from './state'

/** An unlocked vault. Nothing of it gives the key out; SQLite and the search for traces hold it until it is closed. */
export interface OpenVault {
  /** The connection that only reads, for what the schema says of itself. */
  reader: Connection
  /** As it was when the vault was opened; null in a vault of a Holdspace that did not have it yet. */
  stateAtOpening: VaultState | null
  read: () => ReadVault
  /** One transaction, acknowledged; nested calls become part of the outer one. */
  write: <T>(change: (vault: WriteVault) => T) => T
  /**
   * Work on the database that changes no record: rebuilding, tidying.
   *
   * @throws `VaultReadOnlyError`, `VaultGoneError`.
   */
  maintain: <T>(work: (connection: Connection) => T) => T
  /**
   * Replaces a file of the vault that is not its database.
   *
   * @throws `VaultReadOnlyError`, `VaultGoneError`, and what `work` throws.
   */
  replaceFile: (path: string, work: () => void) => void
  /** Moves the log into the database. @returns false when a read in the middle kept part of it alive. */
  emptyLog: () => boolean
  /**
   * The database file as it is once the log is empty, a megabyte at a time, each page looked at. Changes made meanwhile go
   * to the log and not into it.
   *
   * @returns its length, its pieces, a look that throws once the copy is of another age than the file, and what lets the
   *   log be moved again by what is saved: to be called in any case.
   * @throws `VaultReadOnlyError`, `VaultGoneError`, `VaultLockedError`; `DatabaseMovedError` when the log was moved into the
   *   file in the middle, by a forgetting.
   */
  copyDatabase: () => DatabaseCopy
  /**
   * The same pages decrypted, some at a time: for a search. The caller fills them with zeros.
   *
   * @throws as `copyDatabase`.
   */
  openPages: () => DatabasePages
  /** What can be read of a damaged vault, as a new database at a path. @throws as `copyReadable`. */
  copyReadable: (path: string) => ReadableCopy
  /** Why nothing is written; null while writing is allowed, as far as is known. */
  hold: () => VaultHold | null
  /** Looks at some more pages. @returns false when all have been looked at. */
  lookOn: () => boolean
  /** True while pages are still to be looked at. */
  isLooking(): boolean
  /** Looks whether the files are still there. */
  lookForFiles(): void
  /** Looks at every page now: true when each is as it was written. */
  areAllPagesAuthentic: () => boolean
  /** The same, and whether all of them fit together. */
  isWhole(): boolean
  /** Goes on without what the log lost, where that is all that is wrong. @returns false where it is not. */
  acceptLoss(): boolean
  /**
   * Empties the log into the database and closes both connections; under a hold, touches nothing. Harmless the
   * second time.
   *
   * @throws SqliteError when there is no room to do so; both are closed all the same, and the log is kept.
   */
  close(): void
}

/** The pages of the database file as it is once the log is empty. */
export interface DatabasePages {
  pageCount: number
  /** From a first to a last one, from 1; null where one is not as it was written. @throws as `requireSame`. */
  read: (first: number, last: number) => Buffer | null
  /** @throws `VaultLockedError`; `DatabaseMovedError` once the file is of another age. */
  requireSame: () => void
  /** Lets the log be moved again by what is saved: to be called in any case. */
  release: () => void
}

/** A copy of the database file that is being made. */
export interface DatabaseCopy {
  bytes: number
  pieces: Generator<Buffer, void>
  requireSame: () => void
  release: () => void
}

/** The database file changed while it was being copied: the copy is of two ages, and is to be made anew. */
export class DatabaseMovedError extends Error {
  override readonly name = 'DatabaseMovedError'
}

/** What opening needs besides key and files. */
export interface OpeningNeeds {
  migrationsDir: string
  /** True for a backup: it was made of what was acknowledged, and has no note of it. */
  isBackup?: boolean
  /** The instant to note with a change, ISO; null while the clock is not trusted. */
  seenAt: () => string | null
  /** Called once the key has opened the database and nothing is wrong, before the files are remembered. */
  whenProven: () => void
  /** Called when a hold begins or ends after opening. */
  whenHoldChanges: () => void
}

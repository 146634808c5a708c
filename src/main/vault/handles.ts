/** @file Branded handles to an unlocked vault. A locked vault yields neither; a reader cannot write. */
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { KeptKindId } from '../../contract/vault'

/** Reads only: its connection is `query_only`. */
export type ReadVault = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'all' | 'get' | 'values'
> & {
  readonly __reads: never
}
/** Reads and writes, inside one transaction. */
export type WriteVault = BetterSQLite3Database & { readonly __reads: never; readonly __writes: never }

/** How a domain reaches the vault. All throw `VaultLockedError` when it is locked. */
export interface VaultAccess {
  /** A handle for reading. Do not keep it beyond the call it serves. */
  read(): ReadVault
  /**
   * Runs one synchronous change in one transaction; a throw rolls everything back. It returns when the change is
   * stored in the files that are there, and not before.
   *
   * Synchronous on purpose: better-sqlite3 would commit before an async function finished.
   *
   * @throws `VaultReadOnlyError`, `VaultGoneError`.
   */
  write<T>(change: (vault: WriteVault) => T extends Promise<unknown> ? never : T): T
  /** True while the computer's clock is believed: only then may anything go or be moved because of the date. */
  isClockTrusted(): boolean
  /**
   * The instant by which end dates are judged: what ended before it is not shown. Now, while the clock is
   * trusted; the latest instant that is known to have passed, while it is known to be wrong.
   */
  dueBefore(): Date
}

/**
 * What is known to have been forgotten, without anything of it: what is opened from a file again would undo it. Known on
 * the computer where it was forgotten.
 */
export interface ForgottenByHand {
  /** Whether an entry was, as it stands now. Reads the file once for each call of `look`. */
  look(): (kind: KeptKindId, id: string) => boolean
  /** Notes it where a domain forgets by itself what a person asked to be forgotten. @returns takes the note back. */
  note(kind: KeptKindId, id: string): () => void
}

/** Thrown by `write` of a vault that may only be read: damaged, or not known to be whole. Nothing was changed. */
export class VaultReadOnlyError extends Error {
  override readonly name = 'VaultReadOnlyError'
  constructor() {
    super('The vault can only be read.')
  }
}

/** Thrown when the files that were opened are not the files that are there: nothing can be promised to be stored. */
export class VaultGoneError extends Error {
  override readonly name = 'VaultGoneError'
  constructor() {
    super('The files of the vault are not where they were.')
  }
}

/** Thrown by handles of a locked vault; routers answer it as `VAULT_LOCKED`. */
export class VaultLockedError extends Error {
  override readonly name = 'VaultLockedError'
  constructor() {
    super('The vault is locked.')
  }
}

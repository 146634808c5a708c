/** @file Branded handles to an unlocked vault. A locked vault yields neither; a reader cannot write. */
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/** Reads only: its connection is `query_only`. */
export type ReadVault = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'all' | 'get' | 'values'
> & {
  readonly __reads: never
}
/** Reads and writes, inside one transaction. */
export type WriteVault = BetterSQLite3Database & { readonly __reads: never; readonly __writes: never }

/** How a domain reaches the vault. Both throw `VaultLockedError` when it is locked. */
export interface VaultAccess {
  /** A handle for reading. Do not keep it beyond the call it serves. */
  read(): ReadVault
  /**
   * Runs one synchronous change in one transaction; a throw rolls everything back.
   *
   * Synchronous on purpose: better-sqlite3 would commit before an async function finished.
   */
  write<T>(change: (vault: WriteVault) => T extends Promise<unknown> ? never : T): T
}

/** Thrown by handles of a locked vault; routers answer it as `VAULT_LOCKED`. */
export class VaultLockedError extends Error {
  override readonly name = 'VaultLockedError'
  constructor() {
    super('The vault is locked.')
  }
}

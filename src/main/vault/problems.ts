/** @file What can be wrong with a vault's files, as typed errors, and how system errors are read as one of them. */
import type { VaultProblem } from '../../contract/vault'
import { isDiskFull, thrownCodes } from './contract-errors'

/** The vault cannot be opened or created; nothing was changed. Routers answer it as `VAULT_UNUSABLE`. */
export class VaultUnusableError extends Error {
  override readonly name = 'VaultUnusableError'
  readonly problem: VaultProblem
  constructor(problem: VaultProblem, options?: ErrorOptions) {
    super(`The vault cannot be used: ${problem}.`, options)
    this.problem = problem
  }
}

/** There is a vault in the folder already. Routers answer it as `VAULT_EXISTS`. */
export class VaultExistsError extends Error {
  override readonly name = 'VaultExistsError'
  constructor() {
    super('There is a vault here already.')
  }
}

/** The secret does not open the vault. `isMistyped`: the recovery key's own check letters do not fit. */
export class WrongSecretError extends Error {
  override readonly name = 'WrongSecretError'
  readonly nextTryAt: Date
  readonly isMistyped: boolean
  constructor(nextTryAt: Date, isMistyped: boolean) {
    super('The secret does not open this vault.')
    this.nextTryAt = nextTryAt
    this.isMistyped = isMistyped
  }
}

/** A try before the wait after the last wrong one was over. */
export class TooSoonError extends Error {
  override readonly name = 'TooSoonError'
  readonly nextTryAt: Date
  constructor(nextTryAt: Date) {
    super('Wait before the next try.')
    this.nextTryAt = nextTryAt
  }
}

/** Errors of `open`, `stat`, `read` that mean the file is there but the system will not give it to us. */
const UNREADABLE_CODES = new Set([
  'EACCES',
  'EEXIST',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'EIO',
  'ELOOP',
  'EMFILE',
  'ENFILE',
  'EROFS',
  'ENXIO',
  'ENODEV',
  'EBUSY',
])

/**
 * Reads an error of the file system or of SQLite as a problem of the vault.
 *
 * @returns null when it is none of these: a mistake of ours, to be thrown on.
 */
export function problemOf(thrown: unknown): VaultProblem | null {
  if (thrown instanceof VaultUnusableError) return thrown.problem
  if (isDiskFull(thrown)) return 'diskFull'
  for (const code of thrownCodes(thrown)) {
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'databaseDamaged'
    // Growing the shared-memory file is the first thing that fails on a full disk.
    if (code === 'SQLITE_IOERR_SHMSIZE') return 'diskFull'
    if (code === 'SQLITE_IOERR_SHORT_READ') return 'databaseDamaged'
    if (/^SQLITE_(IOERR|CANTOPEN|PERM|AUTH|READONLY)/.test(code)) return 'unreadable'
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'inUse'
    if (UNREADABLE_CODES.has(code)) return 'unreadable'
  }
  return null
}

/** The same error as a `VaultUnusableError` where it is a problem of the vault, else unchanged. */
export function asUnusable(thrown: unknown): unknown {
  if (thrown instanceof VaultUnusableError) return thrown
  const problem = problemOf(thrown)
  return problem === null ? thrown : new VaultUnusableError(problem, { cause: thrown })
}

/** Problems that a second try with the same files would only meet again. */
export function isLasting(problem: VaultProblem): boolean {
  return problem === 'databaseDamaged' || problem === 'fromTheFuture' || problem === 'migrationFailed'
}

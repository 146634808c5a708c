/** @file Turns what the vault's handles throw into the errors every contract procedure knows. */
import { ORPCError, os } from '@orpc/server'
import { unlockedErrors } from '../../contract/primitives'
import { VaultGoneError, VaultLockedError, VaultReadOnlyError } from './handles'

/** How deep a chain of `cause` is followed: a bound against circles. */
const CAUSE_DEPTH_MAX = 8

/** The `code` of a thrown value and of its causes, outermost first (`SQLITE_FULL`, `ENOSPC`, ...). */
export function thrownCodes(thrown: unknown): string[] {
  const codes: string[] = []
  let current = thrown
  for (let depth = 0; depth < CAUSE_DEPTH_MAX && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
    current = current.cause
  }
  return codes
}

/** True for every way SQLite or the system says that there is no room left: full disk or spent quota. */
export function isDiskFull(thrown: unknown): boolean {
  return thrownCodes(thrown).some((code) => code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
}

/** True for every way in which SQLite says that a page is not as it was written. */
export function isDamage(thrown: unknown): boolean {
  return thrownCodes(thrown).some(
    (code) =>
      code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ',
  )
}

/** The thrown value, or a cause of it, that is of a class. */
function hasCause(thrown: unknown, isOne: (error: Error) => boolean): boolean {
  let current = thrown
  for (let depth = 0; depth < CAUSE_DEPTH_MAX && current instanceof Error; depth += 1) {
    if (isOne(current)) return true
    current = current.cause
  }
  return false
}

/** True when the thrown value, or a cause of it, says that the vault is locked. */
export const isVaultLocked = (thrown: unknown): boolean =>
  hasCause(thrown, (error) => error instanceof VaultLockedError)

/**
 * oRPC middleware for the router of every domain that touches the vault.
 *
 * Use: `implement(contract.sessions).use(answersVaultErrors)`, then handlers as usual. Within it
 * - `VaultLockedError` (thrown by `VaultAccess.read` and `.write`) is answered as `VAULT_LOCKED`,
 * - `SQLITE_FULL`, `ENOSPC`, `EDQUOT` (also as a `cause`) are answered as `DISK_FULL`,
 * - `VaultReadOnlyError` as `VAULT_READ_ONLY`, `VaultGoneError` as `VAULT_GONE`, a page that SQLite cannot read as
 *   `VAULT_DAMAGED`,
 * - everything else passes unchanged: an `ORPCError` as it is, any other error as
 *   `INTERNAL_SERVER_ERROR` without its message.
 *
 * All codes are in `unlockedErrors`, so a procedure must list those to have them typed on the other side.
 */
export const answersVaultErrors = os.middleware(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    if (isVaultLocked(thrown)) throw new ORPCError('VAULT_LOCKED', unlockedErrors.VAULT_LOCKED)
    if (isDiskFull(thrown)) throw new ORPCError('DISK_FULL', unlockedErrors.DISK_FULL)
    if (hasCause(thrown, (error) => error instanceof VaultReadOnlyError)) {
      throw new ORPCError('VAULT_READ_ONLY', unlockedErrors.VAULT_READ_ONLY)
    }
    if (hasCause(thrown, (error) => error instanceof VaultGoneError)) {
      throw new ORPCError('VAULT_GONE', unlockedErrors.VAULT_GONE)
    }
    if (isDamage(thrown)) throw new ORPCError('VAULT_DAMAGED', unlockedErrors.VAULT_DAMAGED)
    throw thrown
  }
})

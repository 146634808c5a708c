/**
 * @file The secrets of an open vault: another passphrase, another recovery sheet, both at once after recovery, and
 * whether a sheet still opens it. Each change is in force with one rename.
 */
import type { Clock } from '../../host'
import { openReader } from '../database/connections'
import { inspectVault, replaceHeader, type VaultPaths } from '../files/vault-files'
import { VaultGoneError } from '../handles'
import type { HeaderBody } from '../header/header'
import { HeaderKeyError, isHeaderOf, openHeader, renewPassphrase, renewRecovery } from '../header/header-keys'
import { printRecoveryKey, readRecoveryKey } from '../header/recovery-key'
import { changeProfile } from '../kept/profile'
import { problemOf, TooSoonError } from '../problems'
import type { Attempts } from './attempts'
import { openKey, type ReadyInspection } from './open-key'
import type { Unlocked } from './unlocked'

/** What a printed key is answered as. */
export type SheetAnswer = 'opens' | 'doesNotOpen' | 'mistyped'

/** Each throws `VaultLockedError` when the vault is locked. */
export interface VaultSecrets {
  /**
   * Makes a new recovery key, which must be confirmed anew; the old one does not open this vault any more.
   *
   * @returns the key as printed; kept nowhere.
   * @throws `TooSoonError`, `WrongSecretError`, `VaultUnusableError`, and as `write` does: the old one is in force then.
   */
  renewRecoverySheet(passphrase: string): Promise<string>
  /** Puts another passphrase in the place of the one given. @throws as above: the old one is in force then. */
  changePassphrase(passphrase: string, next: string): Promise<void>
  /**
   * Another passphrase and another recovery key, after unlocking by the recovery key.
   *
   * @returns the key as printed; null where the recovery key did not open this vault just now.
   */
  replaceSecrets(next: string): Promise<string | null>
  /** Leaves both as they are after unlocking by the recovery key. */
  keepSecrets(): void
  /** Whether a typed recovery key opens this vault: its header and its database. Changes nothing. */
  testRecoverySheet(typed: string): Promise<SheetAnswer>
}

/** What the secrets stand on. */
export interface SecretsParts {
  requireUnlocked: () => Unlocked
  paths: VaultPaths
  attempts: Attempts
  clock: Clock
  /** Called when the vault's status may have changed. */
  announce: () => void
}

/**
 * Puts a header in force. What is in force cannot be read any more from the one before.
 *
 * @param key - what the header seals: it must open the database that is there, before anything is replaced.
 * @throws `VaultGoneError` where it does not; the one before is in force then.
 */
function putInForce(unlocked: Unlocked, paths: VaultPaths, body: HeaderBody, key: Buffer): void {
  if (!isHeaderOf(body, key) || !opensDatabase(paths, key)) throw new VaultGoneError()
  unlocked.replaceFile(paths.header, () => replaceHeader(paths, body))
  unlocked.putHeader(body)
}

function opensDatabase(paths: VaultPaths, key: Buffer): boolean {
  try {
    openReader(paths.database, key).close()
    return true
  } catch (thrown) {
    if (problemOf(thrown) === 'databaseDamaged') return false
    throw thrown
  }
}

/** The secrets of whichever vault is open at the time of the call. */
export function secretsOf({ requireUnlocked, paths, attempts, clock, announce }: SecretsParts): VaultSecrets {
  const inspect = (): ReadyInspection => {
    const inspection = inspectVault(paths)
    if (inspection.kind !== 'ready') throw new VaultGoneError()
    return inspection
  }

  /** Runs work with the header and key that a passphrase opens. */
  async function withPassphrase<T>(
    passphrase: string,
    work: (header: HeaderBody, key: Buffer) => Promise<T> | T,
  ): Promise<T> {
    // The header that opened this vault: the file beside it may be another vault's by now.
    const inForce = requireUnlocked().header()
    const nextTryAt = attempts.nextTryAt()
    if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
    const { key, header } = await openKey(
      { kind: 'ready', header: inForce, isPreviousHeader: false, otherHeader: null },
      { kind: 'passphrase', passphrase },
      attempts,
      clock,
    )
    attempts.succeed()
    try {
      return await work(header, key)
    } finally {
      key.fill(0)
    }
  }

  /**
   * Notes first that no sheet is confirmed. A crash before the header is in its place leaves the old sheet in force and
   * said to be not confirmed, which asks for another; one after it leaves a new sheet that nobody saw, said the same.
   */
  function renewSheet(header: HeaderBody, key: Buffer): string {
    const { body, recoveryKey } = renewRecovery(header, key)
    try {
      const unlocked = requireUnlocked()
      unlocked.write((vault) => changeProfile(vault, { recoverySheetConfirmedAt: null }))
      putInForce(unlocked, paths, body, key)
      return printRecoveryKey(recoveryKey)
    } finally {
      recoveryKey.fill(0)
    }
  }

  return {
    renewRecoverySheet: (passphrase) => withPassphrase(passphrase, renewSheet),
    changePassphrase: (passphrase, next) =>
      withPassphrase(passphrase, async (header, key) => {
        const body = await renewPassphrase(header, key, next)
        putInForce(requireUnlocked(), paths, body, key)
      }),
    async replaceSecrets(next) {
      const unlocked = requireUnlocked()
      const key = unlocked.recoveredKey()
      if (key === null) return null
      const body = await renewPassphrase(unlocked.header(), key, next)
      // Cleared by a lock in the meantime: nothing may be sealed with zeros.
      if (requireUnlocked().recoveredKey() !== key) return null
      const printed = renewSheet(body, key)
      requireUnlocked().dropRecoveredKey()
      announce()
      return printed
    },
    keepSecrets() {
      requireUnlocked().dropRecoveredKey()
      announce()
    },
    async testRecoverySheet(typed) {
      requireUnlocked()
      const recoveryKey = readRecoveryKey(typed)
      if (recoveryKey === null) return 'mistyped'
      const { header } = inspect()
      try {
        const key = await openHeader(header, { kind: 'recoveryKey', key: recoveryKey })
        try {
          requireUnlocked()
          openReader(paths.database, key).close()
          return 'opens'
        } finally {
          key.fill(0)
        }
      } catch (thrown) {
        if (thrown instanceof HeaderKeyError) return 'doesNotOpen'
        throw thrown
      } finally {
        recoveryKey.fill(0)
      }
    },
  }
}

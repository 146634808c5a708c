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
import { TooSoonError } from '../problems'
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

/** Puts a header in force. What is in force cannot be read any more from the one before. */
function putInForce({ replaceFile }: Unlocked, paths: VaultPaths, body: HeaderBody): void {
  replaceFile(paths.header, () => replaceHeader(paths, body))
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
    requireUnlocked()
    const inspection = inspect()
    const nextTryAt = attempts.nextTryAt()
    if (nextTryAt !== null) throw new TooSoonError(nextTryAt)
    const { key, header } = await openKey(inspection, { kind: 'passphrase', passphrase }, attempts, clock)
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
      putInForce(unlocked, paths, body)
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
        putInForce(requireUnlocked(), paths, body)
      }),
    async replaceSecrets(next) {
      const key = requireUnlocked().recoveredKey()
      if (key === null) return null
      const { header, otherHeader } = inspect()
      const inForce = [header, otherHeader].find((one) => one !== null && isHeaderOf(one, key))
      if (!inForce) throw new VaultGoneError()
      const body = await renewPassphrase(inForce, key, next)
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

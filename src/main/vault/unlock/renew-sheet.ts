/** @file A new recovery sheet for an open vault: noted as not confirmed first, then in force with one rename. */
import { replaceHeader, type VaultPaths } from '../files/vault-files'
import type { HeaderBody } from '../header/header'
import { renewRecovery } from '../header/header-keys'
import { printRecoveryKey } from '../header/recovery-key'
import { changeProfile } from '../kept/profile'
import type { Unlocked } from './unlocked'

/**
 * Makes and puts in force. A crash before the header is in its place leaves the old sheet in force and said to be not
 * confirmed, which asks for another; one after it leaves a new sheet that nobody saw, said the same.
 *
 * @param header - the one in use, opened by `vaultKey`.
 * @returns the key as printed.
 * @throws `VaultReadOnlyError`, `VaultGoneError`, the system's error.
 */
export function renewSheet(
  { write, replaceFile }: Unlocked,
  paths: VaultPaths,
  header: HeaderBody,
  vaultKey: Buffer,
): string {
  const { body, recoveryKey } = renewRecovery(header, vaultKey)
  try {
    write((vault) => changeProfile(vault, { recoverySheetConfirmedAt: null }))
    replaceFile(paths.header, () => replaceHeader(paths, body))
    return printRecoveryKey(recoveryKey)
  } finally {
    recoveryKey.fill(0)
  }
}

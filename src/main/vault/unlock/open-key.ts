/** @file Opening the vault's key by a secret: which header, how a refusal is answered, and the wait after it. */
import type { Clock } from '../../host'
import type { VaultInspection } from '../files/vault-files'
import type { HeaderBody } from '../header/header'
import { HeaderKeyError, openHeader, type Secret } from '../header/header-keys'
import { readRecoveryKey } from '../header/recovery-key'
import { VaultUnusableError, WrongSecretError } from '../problems'
import type { Attempts } from './attempts'

/** How a vault is unlocked: what was typed, as it was typed. */
export interface TypedUnlock {
  secretKind: 'passphrase' | 'recoveryKey'
  secret: string
}

/** The vault's key, to be filled with zeros, and the header that gave it. */
export interface OpenedKey {
  key: Buffer
  header: HeaderBody
  /** The same header where it is to take the place of the newest one, which did not open. */
  heals: HeaderBody | null
}

/** A vault's headers, as its files have them. */
export type ReadyInspection = Extract<VaultInspection, { kind: 'ready' }>

/**
 * The key by the header in use; where that is another vault's, by the previous copy.
 *
 * @throws `WrongSecretError`, which is counted; `VaultUnusableError`.
 */
export async function openKey(
  { header, otherHeader, isPreviousHeader }: ReadyInspection,
  secret: Secret,
  attempts: Attempts,
  clock: Clock,
): Promise<OpenedKey> {
  try {
    return { key: await openHeader(header, secret), header, heals: isPreviousHeader ? header : null }
  } catch (thrown) {
    if (!(thrown instanceof HeaderKeyError)) throw thrown
    if (otherHeader !== null) {
      const key = await openHeader(otherHeader, secret).catch(() => null)
      if (key !== null) return { key, header: otherHeader, heals: otherHeader }
    }
    if (thrown.reason === 'tampered') throw new VaultUnusableError('headerDamaged')
    attempts.fail()
    throw new WrongSecretError(attempts.nextTryAt() ?? clock.now(), false)
  }
}

/** The key by the header that was not used; null where there is none, it does not open, or it gives the same key. */
export async function otherKey(
  { header, otherHeader }: ReadyInspection,
  secret: Secret,
  used: OpenedKey,
): Promise<OpenedKey | null> {
  const other = used.header === header ? otherHeader : header
  if (other === null) return null
  const key = await openHeader(other, secret).catch(() => null)
  if (key === null || key.equals(used.key)) return null
  return { key, header: other, heals: other }
}

/** The secret as typed; a recovery key with a slip in it is answered at once and costs no wait. */
export function readSecret(typed: TypedUnlock, now: Date): Secret {
  if (typed.secretKind === 'passphrase') return { kind: 'passphrase', passphrase: typed.secret }
  const key = readRecoveryKey(typed.secret)
  if (key === null) throw new WrongSecretError(now, true)
  return { kind: 'recoveryKey', key }
}

/** @file The vault key and its two wraps: sealed once by the passphrase, once by the recovery key. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { canonicalPassphrase, passphraseSpellings } from '../../../contract/same-to-the-eye/passphrase'
import { type HeaderBody, KDF_DEFAULT, type KdfParams, type Wrap } from './header'
import { RECOVERY_KEY_BYTES } from './recovery-key'

/** Length of the vault key, which opens the database, in bytes. */
export const VAULT_KEY_BYTES = 32
const TAG_BYTES = 16
/** Argon2id in the numbering of the library, whose own names are a const enum. */
const ARGON2ID = 2

type WrapPurpose = 'passphrase' | 'recovery'

/** Opening failed: `wrongSecret`, or `tampered` when the secret fits but the header was changed by hand. */
export class HeaderKeyError extends Error {
  override readonly name = 'HeaderKeyError'
  readonly reason: 'wrongSecret' | 'tampered'
  constructor(reason: 'wrongSecret' | 'tampered') {
    super(`The header does not open: ${reason}.`)
    this.reason = reason
  }
}

/** The 256-bit key that one spelling of a passphrase gives under these parameters. UTF-8: fixed in the format. */
async function keyOfPassphrase(spelling: string, salt: Buffer, kdf: KdfParams): Promise<Buffer> {
  const typed = Buffer.from(spelling, 'utf8')
  try {
    return await hashRaw(typed, {
      algorithm: ARGON2ID,
      memoryCost: kdf.memoryKiB,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      outputLen: VAULT_KEY_BYTES,
      salt,
    })
  } finally {
    typed.fill(0)
  }
}

/**
 * A key for another purpose, from which the vault key cannot be had back. The caller fills it with zeros.
 */
export function keyFor(purpose: 'acknowledged changes' | 'forgotten entries', vaultKey: Buffer): Buffer {
  return hkdf(vaultKey, Buffer.alloc(0), purpose)
}

function hkdf(key: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `holdspace vault 1: ${purpose}`, VAULT_KEY_BYTES))
}

/** What a wrap's tag covers besides its content: its purpose and everything that decides how it is opened. */
function associatedData(purpose: WrapPurpose, kdf: KdfParams, salt: string): Buffer {
  return Buffer.from(
    JSON.stringify([
      'holdspace vault 1',
      'sqlcipher-4',
      purpose,
      kdf.name,
      kdf.memoryKiB,
      kdf.passes,
      kdf.lanes,
      salt,
    ]),
  )
}

function seal(purpose: WrapPurpose, kdf: KdfParams, salt: Buffer, wrapKey: Buffer, vaultKey: Buffer): Wrap {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapKey, nonce)
  cipher.setAAD(associatedData(purpose, kdf, salt.toString('hex')))
  const sealed = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()])
  return { salt: salt.toString('hex'), nonce: nonce.toString('hex'), sealed: sealed.toString('hex') }
}

function unseal(purpose: WrapPurpose, kdf: KdfParams, wrap: Wrap, wrapKey: Buffer): Buffer {
  const sealed = Buffer.from(wrap.sealed, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', wrapKey, Buffer.from(wrap.nonce, 'hex'), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associatedData(purpose, kdf, wrap.salt))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const vaultKey = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
  } catch {
    vaultKey.fill(0)
    throw new HeaderKeyError('wrongSecret')
  }
  return vaultKey
}

function macOf(body: Omit<HeaderBody, 'mac'>, vaultKey: Buffer): Buffer {
  const { database, kdf, passphrase, recovery } = body
  const wrapText = (wrap: Wrap) => [wrap.salt, wrap.nonce, wrap.sealed]
  const covered = [
    database,
    kdf.name,
    kdf.memoryKiB,
    kdf.passes,
    kdf.lanes,
    wrapText(passphrase),
    wrapText(recovery),
  ]
  const macKey = hkdf(vaultKey, Buffer.alloc(0), 'header mac')
  try {
    return createHmac('sha256', macKey).update(JSON.stringify(covered)).digest()
  } finally {
    macKey.fill(0)
  }
}

/** A new vault's keys: the header, and the two keys, which the caller must use and then fill with zeros. */
export interface NewHeader {
  body: HeaderBody
  /** 32 random bytes; never derived from a secret. */
  vaultKey: Buffer
  /** 20 random bytes for the printed sheet; kept nowhere. */
  recoveryKey: Buffer
}

/**
 * Makes a fresh vault key and wraps it by the passphrase (Argon2id) and by a fresh recovery key (HKDF: 160
 * random bits need no slow derivation).
 */
export async function createHeader(passphrase: string, kdf: KdfParams = KDF_DEFAULT): Promise<NewHeader> {
  const vaultKey = randomBytes(VAULT_KEY_BYTES)
  const recoveryKey = randomBytes(RECOVERY_KEY_BYTES)
  const body = signed(
    {
      database: 'sqlcipher-4',
      kdf,
      passphrase: await sealByPassphrase(kdf, passphrase, vaultKey),
      recovery: sealByRecoveryKey(kdf, recoveryKey, vaultKey),
    },
    vaultKey,
  )
  return { body, vaultKey, recoveryKey }
}

function signed(unsigned: Omit<HeaderBody, 'mac'>, vaultKey: Buffer): HeaderBody {
  return { ...unsigned, mac: macOf(unsigned, vaultKey).toString('hex') }
}

async function sealByPassphrase(kdf: KdfParams, passphrase: string, vaultKey: Buffer): Promise<Wrap> {
  const salt = randomBytes(16)
  const wrapKey = await keyOfPassphrase(canonicalPassphrase(passphrase), salt, kdf)
  try {
    return seal('passphrase', kdf, salt, wrapKey, vaultKey)
  } finally {
    wrapKey.fill(0)
  }
}

function sealByRecoveryKey(kdf: KdfParams, recoveryKey: Buffer, vaultKey: Buffer): Wrap {
  const salt = randomBytes(16)
  const wrapKey = hkdf(recoveryKey, salt, 'recovery wrap')
  try {
    return seal('recovery', kdf, salt, wrapKey, vaultKey)
  } finally {
    wrapKey.fill(0)
  }
}

/**
 * Seals the vault key by a fresh recovery key in the place of the one before. Passphrase and parameters stay.
 *
 * @returns the header to write, and the 20 bytes for the printed sheet, which the caller must fill with zeros.
 */
export function renewRecovery(
  { database, kdf, passphrase }: HeaderBody,
  vaultKey: Buffer,
): Pick<NewHeader, 'body' | 'recoveryKey'> {
  const recoveryKey = randomBytes(RECOVERY_KEY_BYTES)
  const recovery = sealByRecoveryKey(kdf, recoveryKey, vaultKey)
  return { body: signed({ database, kdf, passphrase, recovery }, vaultKey), recoveryKey }
}

/** Seals the vault key by another passphrase in the place of the one before. Recovery key and parameters stay. */
export async function renewPassphrase(
  { database, kdf, recovery }: HeaderBody,
  vaultKey: Buffer,
  next: string,
): Promise<HeaderBody> {
  const passphrase = await sealByPassphrase(kdf, next, vaultKey)
  return signed({ database, kdf, passphrase, recovery }, vaultKey)
}

/** True when a header was made for this vault key. */
export function isHeaderOf(body: HeaderBody, vaultKey: Buffer): boolean {
  return timingSafeEqual(macOf(body, vaultKey), Buffer.from(body.mac, 'hex'))
}

/** A secret as the vault takes it: the passphrase as typed, or the bytes of a recovery key. */
export type Secret = { kind: 'passphrase'; passphrase: string } | { kind: 'recoveryKey'; key: Buffer }

function openWrap(body: HeaderBody, purpose: WrapPurpose, wrapKey: Buffer): Buffer {
  try {
    const vaultKey = unseal(purpose, body.kdf, body[purpose], wrapKey)
    if (isHeaderOf(body, vaultKey)) return vaultKey
    vaultKey.fill(0)
    throw new HeaderKeyError('tampered')
  } finally {
    wrapKey.fill(0)
  }
}

/**
 * Opens the vault key. A passphrase is tried in each spelling that may have been meant: one derivation for
 * most, up to five where it was typed with other spaces, quotes or dashes. The caller must fill the key with
 * zeros.
 *
 * @throws `HeaderKeyError`: `wrongSecret`, or `tampered` when the secret fits and the MAC does not.
 */
export async function openHeader(body: HeaderBody, secret: Secret): Promise<Buffer> {
  if (secret.kind === 'recoveryKey') {
    const salt = Buffer.from(body.recovery.salt, 'hex')
    return openWrap(body, 'recovery', hkdf(secret.key, salt, 'recovery wrap'))
  }
  const salt = Buffer.from(body.passphrase.salt, 'hex')
  for (const spelling of passphraseSpellings(secret.passphrase)) {
    const wrapKey = await keyOfPassphrase(spelling, salt, body.kdf)
    try {
      return openWrap(body, 'passphrase', wrapKey)
    } catch (thrown) {
      if (!(thrown instanceof HeaderKeyError) || thrown.reason !== 'wrongSecret') throw thrown
    }
  }
  throw new HeaderKeyError('wrongSecret')
}

/** @file Charter files as bytes: reading one and checking its signature, and signing one. Knows no vault. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import {
  CHARTER_FILE_CONTEXT,
  CHARTER_FILE_FORMAT,
  CHARTER_FILE_MAX,
  CharterFile,
  type FileRefusal,
  type Fingerprint,
} from '../../contract/charter-files'
import { REPEATED_KEY_WORDS, readJson } from '../read-json'

/** DER of an Ed25519 public key before its 32 bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const GROUPS = 8

const signedBytes = (charter: string): Buffer => Buffer.from(CHARTER_FILE_CONTEXT + charter, 'utf8')

/**
 * A signer as it is read aloud.
 *
 * @param publicKey - 32 bytes, base64.
 */
export const fingerprintOf = (publicKey: string): Fingerprint => {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest()
  return Array.from({ length: GROUPS }, (_, at) => String(hash.readUInt16BE(2 * at)).padStart(5, '0')).join(
    ' ',
  )
}

const isSignedBy = ({ charter, publicKey, signature }: CharterFile): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI_PREFIX, Buffer.from(publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, signedBytes(charter), key, Buffer.from(signature, 'base64'))
  } catch {
    // Not a point of the curve.
    return false
  }
}

/** Base64 that stands for the same bytes in another spelling is none: one file has one text. */
const isCanonical = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text

/** A file whose signature holds, or why it is none. */
export type ReadFile = { isSigned: true; file: CharterFile } | { isSigned: false; refusal: FileRefusal }

/** Reads a file's text. Nothing of the charter inside is judged. */
export const readSignedFile = (text: string): ReadFile => {
  const refuse = (reason: FileRefusal['reason'], where: string, detail: string): ReadFile => ({
    isSigned: false,
    refusal: { reason, where, detail },
  })
  if (text.length > 2 * CHARTER_FILE_MAX) return refuse('tooLarge', '', 'It is larger than any charter.')
  const read = readJson(text)
  if (read.kind === 'notJson') return refuse('notJson', '', 'It is not JSON.')
  if (read.kind === 'repeatedKey') return refuse('repeatedKey', read.where, REPEATED_KEY_WORDS)
  const raw = read.value
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('notACharterFile', '', 'It is no charter file.')
  if (!Object.hasOwn(raw, 'holdspaceCharter')) {
    return Object.hasOwn(raw, 'clauses')
      ? refuse('notSigned', '', 'It is a charter without a signature.')
      : refuse('notACharterFile', '', 'It is no charter file.')
  }
  const format: unknown = Reflect.get(raw, 'holdspaceCharter')
  if (typeof format === 'number' && format > CHARTER_FILE_FORMAT)
    return refuse(
      'newerFile',
      'holdspaceCharter',
      `It has file format ${format}; this app reads ${CHARTER_FILE_FORMAT}.`,
    )
  const file = CharterFile.safeParse(raw)
  if (!file.success) {
    const [issue] = file.error.issues
    const isLong = issue?.path[0] === 'charter' && issue.code === 'too_big'
    return isLong
      ? refuse('tooLarge', 'charter', 'It is larger than any charter.')
      : refuse(
          'notACharterFile',
          issue?.path.join('.') ?? '',
          'A part of the file is missing, or is not as it is written.',
        )
  }
  const { data } = file
  if (
    !data.charter.isWellFormed() ||
    !isCanonical(data.publicKey) ||
    !isCanonical(data.signature) ||
    !isSignedBy(data)
  )
    return refuse(
      'badSignature',
      'signature',
      'Something in it was changed after it was signed, or it was signed by nobody.',
    )
  return { isSigned: true, file: data }
}

/** A signing key: the private half as PKCS 8 in DER, the public half as its 32 bytes, both base64. */
export interface SigningKey {
  privateKey: string
  publicKey: string
}

/** Makes a key. Random; there is no way to make the same again. */
export const makeSigningKey = (): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: publicKey
      .export({ format: 'der', type: 'spki' })
      .subarray(SPKI_PREFIX.length)
      .toString('base64'),
  }
}

/** Signs a charter's text. */
export const signCharter = (charter: string, { privateKey, publicKey }: SigningKey): CharterFile => {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return {
    holdspaceCharter: CHARTER_FILE_FORMAT,
    charter,
    publicKey,
    signature: sign(null, signedBytes(charter), key).toString('base64'),
  }
}

/** A file's text, as it is handed over. */
export const fileText = (file: CharterFile): string => `${JSON.stringify(file, null, 1)}\n`

/** @file `vault.json`: the header of a vault as text, and nothing it says is believed before it is checked. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readJson } from '../../read-json'

/** The header format this app writes. A higher number was written by a newer Holdspace. */
export const HEADER_FORMAT = 1
/** Longest header that is read, in bytes; a real one has about a thousand. */
export const HEADER_BYTES_MAX = 16 * 1024

/** Bytes as lower-case hexadecimal: one spelling for one value. */
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/**
 * Argon2id parameters. Lower bounds: OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). Upper
 * bounds keep a hostile header from using up memory or time. Memory counts for all lanes together.
 */
export const KdfParams = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(19 * 1024)
    .max(1024 * 1024),
  passes: z.int().min(2).max(10),
  lanes: z.int().min(1).max(16),
})
export type KdfParams = z.infer<typeof KdfParams>

/** What new vaults use. Source: RFC 9106, second recommended choice. */
export const KDF_DEFAULT: KdfParams = { name: 'argon2id', memoryKiB: 64 * 1024, passes: 3, lanes: 4 }

/** The vault key sealed by one secret: AES-256-GCM, 96-bit nonce, ciphertext followed by the 128-bit tag. */
const Wrap = z.strictObject({ salt: hexOf(16), nonce: hexOf(12), sealed: hexOf(32 + 16) })
export type Wrap = z.infer<typeof Wrap>

/** What the header holds, in the order in which it is written and authenticated. */
export const HeaderBody = z.strictObject({
  database: z.literal('sqlcipher-4'),
  kdf: KdfParams,
  passphrase: Wrap,
  recovery: Wrap,
  /** HMAC-SHA256 over all of the above, under a key derived from the vault key. */
  mac: hexOf(32),
})
export type HeaderBody = z.infer<typeof HeaderBody>

/** What reading a header can give. */
export type ParsedHeader =
  | { kind: 'header'; body: HeaderBody }
  | { kind: 'damaged' }
  | { kind: 'fromTheFuture'; format: number }

// Every format, present and to come, begins so; the checksum is over all bytes with its own digits as zeros.
const ENVELOPE = /^\{"holdspaceVault":([1-9][0-9]{0,5}),"sha256":"([0-9a-f]{64})",/
const NO_CHECKSUM = '0'.repeat(64)

/** The header as the bytes of `vault.json`. */
export function writeHeader(body: HeaderBody): Buffer {
  const text = `${JSON.stringify({ holdspaceVault: HEADER_FORMAT, sha256: NO_CHECKSUM, body })}\n`
  const checksum = createHash('sha256').update(text).digest('hex')
  return Buffer.from(text.replace(NO_CHECKSUM, checksum), 'utf8')
}

const jsonOf = (text: string): unknown => {
  const read = readJson(text)
  return read.kind === 'json' ? read.value : null
}

/**
 * Reads the bytes of `vault.json`. Never throws. Every changed bit is noticed by the checksum, which guards
 * against accidents; against a person, the tags and the MAC do once a secret is known.
 */
export function parseHeader(bytes: Uint8Array): ParsedHeader {
  if (bytes.length > HEADER_BYTES_MAX) return { kind: 'damaged' }
  // What an editor or a sync program may add: a byte order mark, line ends of another system. Nothing of ours.
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replace(/\r\n/g, '\n')
  const envelope = ENVELOPE.exec(text)
  const [start, formatText, checksum] = envelope ?? []
  if (start === undefined || formatText === undefined || checksum === undefined) return { kind: 'damaged' }
  const withZeros = start.replace(checksum, NO_CHECKSUM) + text.slice(start.length)
  const digest = createHash('sha256').update(withZeros, 'latin1').digest('hex')
  if (digest !== checksum) return { kind: 'damaged' }
  const format = Number(formatText)
  if (format > HEADER_FORMAT) return { kind: 'fromTheFuture', format }
  const parsed = z.object({ body: HeaderBody }).safeParse(jsonOf(text))
  if (!parsed.success) return { kind: 'damaged' }
  return { kind: 'header', body: parsed.data.body }
}

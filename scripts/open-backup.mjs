/**
 * @file Opens a backup of Holdspace without Holdspace: checks every sum and every page, and writes the records as a plain
 * SQLite file, or lists them. It needs Node.js 24.7 or newer and nothing else; it uses no code of the app on purpose.
 *
 *   node scripts/open-backup.mjs BACKUP.tar              lists the tables and how many rows each has
 *   node scripts/open-backup.mjs BACKUP.tar plain.sqlite writes the records, no longer encrypted, to a new file
 *
 * The passphrase, or the recovery key from the printed sheet, is read from the standard input: type it and press Enter.
 * The format is in docs/backup.md.
 */
import * as crypto from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { DatabaseSync } from 'node:sqlite'

const fail = (words) => {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

// ---- The tar: four files of known names.

const text = (bytes, from, length) =>
  bytes
    .toString('latin1', from, from + length)
    .split('\0')[0]
    .trim()

const readTar = (bytes) => {
  const files = new Map()
  for (let at = 0; at + 512 <= bytes.length; ) {
    const heading = bytes.subarray(at, at + 512)
    if (heading.every((byte) => byte === 0)) break
    let sum = 0
    heading.forEach((byte, index) => {
      sum += index >= 148 && index < 156 ? 32 : byte
    })
    if (text(heading, 257, 5) !== 'ustar' || Number.parseInt(text(heading, 148, 8), 8) !== sum)
      fail('This is not a backup of Holdspace, or it is damaged.')
    const length = Number.parseInt(text(heading, 124, 12), 8)
    files.set(text(heading, 0, 100), bytes.subarray(at + 512, at + 512 + length))
    at += 512 + Math.ceil(length / 512) * 512
  }
  return files
}

const checkSums = (files) => {
  const manifest = JSON.parse(
    (files.get('holdspace-backup.json') ?? fail('The backup was cut off.')).toString('utf8'),
  )
  if (manifest.holdspaceBackup !== 1) fail('The backup is of a newer format than this script knows.')
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = files.get(name)
    const sum = file && crypto.createHash('sha256').update(file).digest('hex')
    if (file?.length !== bytes || sum !== sha256) fail(`${name} in the backup is damaged.`)
  }
  return manifest
}

// ---- The secret: a passphrase in the spellings that may have been meant, or a recovery key.

const otherSpaces = (typed) => typed.replace(/(?! )\p{Zs}/gu, ' ').normalize('NFC')

const plainSigns = (typed) =>
  otherSpaces(typed)
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replace(/\u2026/gu, '...')
    .trim()

/** Marks that come along when something is copied. */
const copied = /[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/gu

const seenSigns = (typed) => plainSigns(typed.replace(copied, '').replace(/\s+/gu, ' '))

const spellings = (typed) => [
  seenSigns(typed)
    .replace(/[\u0060\u00b4\u05f3\uff07]/gu, "'")
    .replace(/[\u05f4\u301d-\u301f\uff02]/gu, '"')
    .replace(/[\u05be\u2043]/gu, '-')
    .replace(/-{2,}/gu, '-'),
  seenSigns(typed),
  plainSigns(typed),
  otherSpaces(typed),
  typed.normalize('NFC'),
]

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The 20 bytes of a recovery key: 32 letters of five bits; four more are a check and are left out here. */
const recoveryKeyOf = (typed) => {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== 36) return null
  let bits = 0n
  for (const letter of letters.slice(0, 32)) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    bits = (bits << 5n) | BigInt(value)
  }
  return Buffer.from(bits.toString(16).padStart(40, '0'), 'hex')
}

// ---- The header: the vault's key, sealed twice.

const hex = (value) => Buffer.from(value, 'hex')

const unseal = (body, purpose, wrapKey) => {
  const { kdf } = body
  const { salt, nonce, sealed } = body[purpose]
  const covered = [
    'holdspace vault 1',
    'sqlcipher-4',
    purpose,
    kdf.name,
    kdf.memoryKiB,
    kdf.passes,
    kdf.lanes,
    salt,
  ]
  const bytes = hex(sealed)
  const decipher = crypto.createDecipheriv('aes-256-gcm', wrapKey, hex(nonce))
  decipher.setAAD(Buffer.from(JSON.stringify(covered)))
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}

const vaultKeyOf = (body, secret) => {
  const recoveryKey = recoveryKeyOf(secret)
  if (recoveryKey) {
    const info = 'holdspace vault 1: recovery wrap'
    const wrapKey = crypto.hkdfSync('sha256', recoveryKey, hex(body.recovery.salt), info, 32)
    const key = unseal(body, 'recovery', Buffer.from(wrapKey))
    if (key) return key
  }
  for (const spelling of spellings(secret)) {
    const wrapKey = crypto.argon2Sync('argon2id', {
      message: Buffer.from(spelling, 'utf8'),
      nonce: hex(body.passphrase.salt),
      memory: body.kdf.memoryKiB,
      passes: body.kdf.passes,
      parallelism: body.kdf.lanes,
      tagLength: 32,
    })
    const key = unseal(body, 'passphrase', wrapKey)
    if (key) return key
  }
  return fail('That passphrase or recovery key does not open this backup.')
}

// ---- The database: SQLCipher 4 with a raw key. Each page of 4096 bytes ends in its nonce (16) and its tag (64).

const decrypt = (database, key) => {
  const salt = database.subarray(0, 16)
  const macKey = crypto.pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')
  const plain = Buffer.alloc(database.length)
  for (let at = 0, number = 1; at < database.length; at += 4096, number += 1) {
    const page = database.subarray(at, at + 4096)
    const start = number === 1 ? 16 : 0
    const count = Buffer.alloc(4)
    count.writeUInt32LE(number)
    const tag = crypto.createHmac('sha512', macKey).update(page.subarray(start, 4032)).update(count).digest()
    if (!crypto.timingSafeEqual(tag, page.subarray(4032))) fail(`Page ${number} of the records is damaged.`)
    const decipher = crypto
      .createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032))
      .setAutoPadding(false)
    decipher.update(page.subarray(start, 4016)).copy(plain, at + start)
  }
  plain.write('SQLite format 3\0', 0, 'latin1')
  // Written ahead of a log, which a backup has none of: read as a file that stands alone.
  plain[18] = 1
  plain[19] = 1
  return plain
}

// ---- What it is for.

const [path, out] = process.argv.slice(2)
if (!path) fail('Usage: node scripts/open-backup.mjs BACKUP.tar [plain.sqlite]')
if (typeof crypto.argon2Sync !== 'function') fail('This needs Node.js 24.7 or newer.')
const files = readTar(readFileSync(path))
const manifest = checkSums(files)
const { body } = JSON.parse(files.get('vault.json').toString('utf8'))
const input = createInterface({ input: process.stdin })
process.stderr.write('Passphrase or recovery key: ')
const { value: secret = '' } = await input[Symbol.asyncIterator]().next()
input.close()
const plain = decrypt(files.get('vault.db'), vaultKeyOf(body, secret))
if (out) {
  writeFileSync(out, plain, { flag: 'wx', mode: 0o600 })
  process.stdout.write(`Written to ${out}. It is not encrypted: remove it when you are done.\n`)
} else {
  const database = new DatabaseSync(':memory:')
  database.deserialize?.(plain)
  if (!database.deserialize) fail('This Node.js cannot list the records. Name a file to write them to.')
  process.stdout.write(`Made at ${manifest.madeAt}\n`)
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
  for (const { name } of tables) {
    const { rows } = database
      .prepare(`SELECT count(*) AS rows FROM "${String(name).replaceAll('"', '""')}"`)
      .get()
    process.stdout.write(`${String(name)}: ${String(rows)}\n`)
  }
}

/** @file Connections to the encrypted database: one that writes, one that only reads, one that only looks. */
import Database from 'better-sqlite3'
import { requireModernNode } from './node-version'

/** A raw connection. Outside the vault's folder only branded handles are seen. */
export type Connection = Database.Database

/** How long a statement waits for another connection of this process, in milliseconds. */
const BUSY_TIMEOUT_MS = 2_000

const HEX = Buffer.from('0123456789abcdef')

/** `x'<hex>'` as bytes: how SQLCipher is told a raw key. Never a string, which could not be cleared. */
function rawKeyLiteral(key: Buffer): Buffer {
  const literal = Buffer.alloc(key.length * 2 + 3)
  literal.write("x'", 0, 'latin1')
  for (const [index, byte] of key.entries()) {
    literal.writeUInt8(HEX.readUInt8(byte >> 4), 2 + index * 2)
    literal.writeUInt8(HEX.readUInt8(byte & 15), 3 + index * 2)
  }
  literal.write("'", literal.length - 1, 'latin1')
  return literal
}

/** The cipher build adds `key` to a connection; the types of the plain build do not know it. */
function applyKey(connection: Connection, key: Buffer): void {
  if (key.length !== 32) throw new RangeError('A vault key has 32 bytes')
  if (!('key' in connection) || typeof connection.key !== 'function') {
    throw new Error('This SQLite cannot encrypt. Reinstall the dependencies.')
  }
  const literal = rawKeyLiteral(key)
  try {
    Reflect.apply(connection.key, connection, [literal])
  } finally {
    literal.fill(0)
  }
}

/** How a connection is opened, beyond SQLite's own options. */
interface HowToConnect extends Database.Options {
  /** True for a file that was found cut off, to be read as far as it goes: the caller writes nothing into it. */
  isCut?: boolean
}

function connect(path: string, key: Buffer, { isCut = false, ...options }: HowToConnect): Connection {
  requireModernNode()
  const connection = new Database(path, { timeout: BUSY_TIMEOUT_MS, ...options })
  try {
    // The order matters: which cipher, which version of it, then the key; only then anything that reads.
    connection.pragma("cipher = 'sqlcipher'")
    connection.pragma('legacy = 4')
    applyKey(connection, key)
    connection.pragma('temp_store = MEMORY')
    if (isCut) {
      // Else SQLite refuses a file that is shorter than its own heading says, whatever is asked for.
      connection.unsafeMode(true)
      connection.pragma('writable_schema = ON')
    }
    // A wrong key is not refused when given: only the first read tells.
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
    return connection
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

/**
 * The one connection that writes. WAL with a full sync for each commit, so that an acknowledged write
 * survives a power cut; deleted content is overwritten with zeros.
 *
 * @param mustExist false only when a new vault is made.
 * @param isCut true for a file that was cut off, into which the caller writes nothing.
 * @throws SqliteError: `SQLITE_NOTADB` for a wrong key or a damaged first page, `SQLITE_CORRUPT`, ...
 */
export function openWriter(path: string, key: Buffer, mustExist = true, isCut = false): Connection {
  const connection = connect(path, key, { fileMustExist: mustExist, isCut })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('secure_delete = ON')
    connection.pragma('foreign_keys = ON')
    // Moved from log to database only when it was noted first (`open-vault.ts`).
    connection.pragma('wal_autocheckpoint = 0')
    return connection
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

/**
 * A connection that can only read: opened read-only and `query_only`.
 *
 * @param isCut true for a file that was cut off: it is read as far as it goes.
 */
export function openReader(path: string, key: Buffer, isCut = false): Connection {
  const connection = connect(path, key, { readonly: true, fileMustExist: true, isCut })
  connection.pragma('query_only = ON')
  return connection
}

/**
 * Moves everything from the log into the database, durably; then, unless told to keep it, cuts the log to nothing.
 *
 * @returns false when a reader in the middle of a read kept part of the log alive.
 */
export function checkpoint(connection: Connection, log: 'cut' | 'keep' = 'cut'): boolean {
  const mode = log === 'cut' ? 'TRUNCATE' : 'FULL'
  const busy: unknown = connection.pragma(`wal_checkpoint(${mode})`, { simple: true })
  return busy === 0
}

/** How many pages the database has, the log counted in. */
export function countPages(connection: Connection): number {
  return Number(connection.pragma('page_count', { simple: true }))
}

/** True when every page in use decrypts, authenticates and fits, indexes and search tables included. */
export function isWhole(connection: Connection): boolean {
  const answer: unknown = connection.pragma('integrity_check', { simple: true })
  return answer === 'ok'
}

/**
 * All pages of the database as they are before encryption, free pages included, for searching what is left
 * after a delete. Checkpoint first, or the log is missed. The caller must fill it with zeros.
 */
export function readDecryptedPages(connection: Connection): Buffer {
  return connection.serialize()
}

/**
 * @file Whether the pages of an encrypted database are as they were written: each page's own authentication,
 * computed here and not by SQLite, which says so only for pages it happens to need.
 */
import { createDecipheriv, hash, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { readSync } from 'node:fs'

/** Bytes of a page in the SQLCipher 4 format. */
export const PAGE_BYTES = 4096
/** First bytes of the file: the salt of this database, in place of SQLite's plain heading. */
export const SALT_BYTES = 16
const MAC_BYTES = 64
const IV_BYTES = 16
/** Block of SHA-512. */
const BLOCK_BYTES = 128
/** SQLite never uses the page that holds its lock bytes, at one gibibyte. */
const LOCK_PAGE = 0x4000_0000 / PAGE_BYTES + 1
/** Pages read at once: a megabyte, small enough to let other work in between. */
export const PAGES_AT_ONCE = 256

/**
 * The key that authenticates pages (SQLCipher 4: PBKDF2-HMAC-SHA512 over the raw key, two rounds, the salt with each byte
 * xor 0x3a). It opens nothing: no page can be decrypted with it.
 *
 * @param salt - the first 16 bytes of the database file.
 */
export function pageMacKey(vaultKey: Buffer, salt: Buffer): Buffer {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  return pbkdf2Sync(vaultKey, macSalt, 2, 32, 'sha512')
}

const inner = Buffer.alloc(BLOCK_BYTES + PAGE_BYTES)
const outer = Buffer.alloc(BLOCK_BYTES + MAC_BYTES)

/** The first block of one of HMAC's two digests: the key, each byte xor a constant. */
function padded(macKey: Buffer, constant: number, into: Buffer): void {
  into.fill(constant, 0, BLOCK_BYTES)
  for (let at = 0; at < macKey.length; at += 1) into.writeUInt8(macKey.readUInt8(at) ^ constant, at)
}

/** True when a page carries the tag that its content and its number ask for. */
export function isPageAuthentic(page: Buffer, number: number, macKey: Buffer): boolean {
  // HMAC (RFC 2104) by two plain digests over buffers used again: a third of the time that an Hmac object takes.
  const content = page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_BYTES - MAC_BYTES)
  const length = BLOCK_BYTES + content.length + 4
  padded(macKey, 0x36, inner)
  content.copy(inner, BLOCK_BYTES)
  inner.writeUInt32LE(number, BLOCK_BYTES + content.length)
  padded(macKey, 0x5c, outer)
  hash('sha512', inner.subarray(0, length), 'buffer').copy(outer, BLOCK_BYTES)
  const tag = hash('sha512', outer, 'buffer')
  inner.fill(0, 0, BLOCK_BYTES)
  outer.fill(0, 0, BLOCK_BYTES)
  return timingSafeEqual(tag, page.subarray(PAGE_BYTES - MAC_BYTES, PAGE_BYTES))
}

/**
 * Reads pages of a database whose log is empty.
 *
 * @returns their bytes; null when one is missing or not authentic.
 */
export function readPages(file: number, macKey: Buffer, first: number, last: number): Buffer | null {
  const buffer = Buffer.alloc((last - first + 1) * PAGE_BYTES)
  let length = 0
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, (first - 1) * PAGE_BYTES + length)
    if (read === 0) return null
    length += read
  }
  for (let number = first; number <= last; number += 1) {
    const start = (number - first) * PAGE_BYTES
    const isOne =
      number === LOCK_PAGE || isPageAuthentic(buffer.subarray(start, start + PAGE_BYTES), number, macKey)
    if (!isOne) return null
  }
  return buffer
}

/**
 * Decrypts pages in their place: content, then zeros where nonce and tag were. The heading of the first page stays a salt.
 *
 * @param key - the vault's own (SQLCipher 4 with a raw key: AES-256-CBC, a nonce for each page).
 */
export function decryptPages(pages: Buffer, first: number, key: Buffer): Buffer {
  // One cipher for all: in this mode a block is undone with the one before it, so each page's nonce goes before its content.
  // A cipher for each page took as long as the search itself, and what it left behind as long again to collect.
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(IV_BYTES))
  decipher.setAutoPadding(false)
  const contentEnd = PAGE_BYTES - MAC_BYTES - IV_BYTES
  for (let start = 0; start < pages.length; start += PAGE_BYTES) {
    const page = pages.subarray(start, start + PAGE_BYTES)
    const contentStart = first === 1 && start === 0 ? SALT_BYTES : 0
    decipher.update(page.subarray(contentEnd, contentEnd + IV_BYTES))
    const content = decipher.update(page.subarray(contentStart, contentEnd))
    content.copy(page, contentStart)
    content.fill(0)
    page.fill(0, contentEnd)
  }
  return pages
}

/** What is to be looked at. */
export interface PagesToCheck {
  /** Descriptor of the database file, open for reading. */
  file: number
  macKey: Buffer
  /** How many pages the database has, as SQLite counts them. */
  pageCount: number
  /** Pages whose newest content is in the log: what lies in the file will be overwritten and may be torn. */
  inLog: ReadonlySet<number>
}

/**
 * Looks at every page of the file, a megabyte at each step, so that the caller may do other things between.
 *
 * @yields after each step.
 * @returns true when every page is authentic.
 * @throws the system's error when the file cannot be read.
 */
export function* checkPages({ file, macKey, pageCount, inLog }: PagesToCheck): Generator<void, boolean> {
  const buffer = Buffer.alloc(PAGES_AT_ONCE * PAGE_BYTES)
  for (let first = 1; first <= pageCount; first += PAGES_AT_ONCE) {
    let length = 0
    while (length < buffer.length) {
      const read = readSync(file, buffer, length, buffer.length - length, (first - 1) * PAGE_BYTES + length)
      if (read === 0) break
      length += read
    }
    const last = Math.min(pageCount, first + PAGES_AT_ONCE - 1)
    for (let number = first; number <= last; number += 1) {
      if (number === LOCK_PAGE || inLog.has(number)) continue
      const start = (number - first) * PAGE_BYTES
      if (start + PAGE_BYTES > length) return false
      if (!isPageAuthentic(buffer.subarray(start, start + PAGE_BYTES), number, macKey)) return false
    }
    yield
  }
  return true
}

/** Runs a check to its end at once. */
export function finishCheck(check: Generator<void, boolean>): boolean {
  for (;;) {
    const step = check.next()
    if (step.done === true) return step.value
  }
}

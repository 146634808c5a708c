/** @file The recovery key: 160 random bits as letters a person can copy from paper, with check letters. */
import { createHash, timingSafeEqual } from 'node:crypto'

/** Random bytes in a recovery key: 160 bits, so it needs no slow key derivation. */
export const RECOVERY_KEY_BYTES = 20

/** Crockford's base 32: no I, L, O, U, so nothing on paper reads as two things. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_LETTERS = 32
const CHECK_LETTERS = 4
const GROUP_LETTERS = 4

/** Letters as printed for bytes whose bits are a multiple of five; also pads with zero bits. */
function lettersOf(bytes: Uint8Array, count: number): string {
  let letters = ''
  let bits = 0
  let bitCount = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    bitCount += 8
    while (bitCount >= 5 && letters.length < count) {
      letters += ALPHABET.charAt((bits >>> (bitCount - 5)) & 31)
      bitCount -= 5
    }
    bits &= (1 << bitCount) - 1
  }
  return letters
}

/** Twenty bits of SHA-256 over the key: one slip in a million goes unnoticed, and then it is a wrong key. */
function checkLettersOf(key: Uint8Array): string {
  const digest = createHash('sha256').update('holdspace recovery key check').update(key).digest()
  return lettersOf(digest, CHECK_LETTERS)
}

/** The key as printed: nine groups of four letters joined by hyphens, the last group being the check. */
export function printRecoveryKey(key: Uint8Array): string {
  if (key.length !== RECOVERY_KEY_BYTES) throw new RangeError('A recovery key has 20 bytes')
  const letters = lettersOf(key, KEY_LETTERS) + checkLettersOf(key)
  return (letters.match(new RegExp(`.{${GROUP_LETTERS}}`, 'g')) ?? []).join('-')
}

/** Longest text that is looked through for a key, in letters: a key with a sentence before it. */
const LOOKED_THROUGH_MAX = 240

/** The bytes of exactly as many letters as a key has; null when letters or check letters do not fit. */
function bytesOf(letters: string): Buffer | null {
  const key = Buffer.alloc(RECOVERY_KEY_BYTES)
  let bits = 0
  let bitCount = 0
  let at = 0
  for (const letter of letters.slice(0, KEY_LETTERS)) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    bits = (bits << 5) | value
    bitCount += 5
    if (bitCount >= 8) {
      key[at] = (bits >>> (bitCount - 8)) & 255
      at += 1
      bitCount -= 8
    }
    bits &= (1 << bitCount) - 1
  }
  const expected = Buffer.from(checkLettersOf(key))
  const given = Buffer.from(letters.slice(KEY_LETTERS))
  if (expected.length === given.length && timingSafeEqual(expected, given)) return key
  key.fill(0)
  return null
}

/**
 * Reads a typed recovery key: either case, any spaces, hyphens and signs between, O for 0, I or L for 1, and
 * with the words of the sheet before or after it.
 *
 * @returns the 20 bytes, or null when nowhere in it letters and check letters fit (a slip in typing).
 */
export function readRecoveryKey(typed: string): Buffer | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, LOOKED_THROUGH_MAX)
  const length = KEY_LETTERS + CHECK_LETTERS
  for (let start = letters.length - length; start >= 0; start -= 1) {
    const key = bytesOf(letters.slice(start, start + length))
    if (key !== null) return key
  }
  return null
}

/**
 * @file The outer form of a backup: a plain tar (POSIX ustar), which any system can open, with few files of known names.
 * Written and read a piece at a time (docs/backup.md).
 */

/** Bytes of a tar's block: each heading has one, and each file is filled up to a whole number of them. */
export const BLOCK_BYTES = 512
/** Eleven octal digits: the longest file that ustar can say. */
const FILE_BYTES_MAX = 8 ** 11 - 1

/** One file's heading. */
export interface ArchiveEntry {
  name: string
  bytes: number
}

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

/** Where the checksum stands, which is taken with spaces in its place. */
const CHECKSUM_AT = 148
const sumOf = (block: Buffer): number =>
  block.reduce((sum, byte, at) => sum + (at >= CHECKSUM_AT && at < CHECKSUM_AT + 8 ? 0x20 : byte), 0)

/**
 * The heading of one file: name, size and time; nobody's user name.
 *
 * @param name - ASCII, at most 100 characters.
 */
export function entryHeading({ name, bytes }: ArchiveEntry, madeAt: Date): Buffer {
  if (bytes > FILE_BYTES_MAX) throw new RangeError('Too long for a backup')
  const block = Buffer.alloc(BLOCK_BYTES)
  block.write(name, 0, 100, 'latin1')
  block.write(octal(0o600, 7), 100, 'latin1')
  block.write(octal(0, 7), 108, 'latin1')
  block.write(octal(0, 7), 116, 'latin1')
  block.write(octal(bytes, 11), 124, 'latin1')
  block.write(octal(Math.max(0, Math.floor(madeAt.getTime() / 1000)), 11), 136, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\u000000', 257, 'latin1')
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, CHECKSUM_AT, 'latin1')
  return block
}

/** What follows a file's bytes, up to a whole block. */
export const filling = (bytes: number): Buffer =>
  Buffer.alloc((BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES)

/** The end of an archive. */
export const ARCHIVE_END = Buffer.alloc(BLOCK_BYTES * 2)

/**
 * Reads a heading.
 *
 * @returns null where it is none of ours: another kind of file, or not as it was written; `'end'` for the end.
 */
export function readHeading(block: Buffer): ArchiveEntry | 'end' | null {
  if (block.length !== BLOCK_BYTES) return null
  if (block.every((byte) => byte === 0)) return 'end'
  if (block.toString('latin1', 257, 262) !== 'ustar' || block.toString('latin1', 156, 157) !== '0')
    return null
  const digits = (from: number, length: number) =>
    /^[0-7]+/.exec(block.toString('latin1', from, from + length).trim())?.[0]
  const sum = digits(CHECKSUM_AT, 8)
  const bytes = digits(124, 12)
  if (sum === undefined || bytes === undefined || Number.parseInt(sum, 8) !== sumOf(block)) return null
  const [name = ''] = block.toString('latin1', 0, 100).split('\0')
  return { name, bytes: Number.parseInt(bytes, 8) }
}

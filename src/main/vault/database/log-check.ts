/**
 * @file Reads SQLite's write-ahead log as SQLite will, and what SQLite does not say: that frames lie behind the
 * place where it would stop. Format: sqlite.org/fileformat2.html section 4; in this build the checksums cover
 * the encrypted bytes.
 */
import { readFileSync } from 'node:fs'
import { isPageAuthentic, PAGE_BYTES } from './page-check'

const HEADING_BYTES = 32
const FRAME_HEADING_BYTES = 24
const FRAME_BYTES = FRAME_HEADING_BYTES + PAGE_BYTES
/** The two magic numbers; the second says that checksums read big-endian words. */
const MAGIC_LITTLE = 0x377f0682
const MAGIC_BIG = 0x377f0683

/** The end of what is committed in a log: enough to know it again. */
export interface LogEnd {
  /** Salts of this run of the log, hexadecimal. */
  salts: string
  /** Frames up to and with the last commit. */
  frames: number
  /** The running checksum of that frame, hexadecimal. */
  checksum: string
}

/** What a log holds. */
export interface LogLook {
  /** The end of the last whole commit; null when the log holds none. */
  end: LogEnd | null
  /** True when frames of the same run lie behind the last one that SQLite would take. */
  hasMoreBehind: boolean
  /** Pages whose newest content is in committed frames. */
  pages: ReadonlySet<number>
  /** False when a committed frame's page fails its own authentication. */
  areFramesAuthentic: boolean
  /** The checksum of each whole commit, by its number of frames: a crash may have left later ones. */
  commits: ReadonlyMap<number, string>
}

/** A log that holds nothing. */
export const EMPTY_LOG: LogLook = {
  end: null,
  hasMoreBehind: false,
  pages: new Set(),
  areFramesAuthentic: true,
  commits: new Map(),
}

type Checksum = readonly [number, number]

function runningChecksum(bytes: Buffer, isBig: boolean, [first, second]: Checksum): Checksum {
  let a = first
  let b = second
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

const isSame = (a: Checksum, b: Checksum): boolean => a[0] === b[0] && a[1] === b[1]
const checksumAt = (bytes: Buffer, at: number): Checksum => [
  bytes.readUInt32BE(at),
  bytes.readUInt32BE(at + 4),
]
const hexOf = (bytes: Buffer, at: number): string => bytes.toString('hex', at, at + 8)

/**
 * Looks at the bytes of a log.
 *
 * @param macKey - without it the pages' own authentication is left out: for a log that we wrote ourselves just now.
 */
export function lookAtLog(bytes: Buffer, macKey?: Buffer): LogLook {
  if (bytes.length === 0) return EMPTY_LOG
  if (bytes.length < HEADING_BYTES) return { ...EMPTY_LOG, hasMoreBehind: true }
  const magic = bytes.readUInt32BE(0)
  const isBig = magic === MAGIC_BIG
  const isPageSize = bytes.readUInt32BE(8) === PAGE_BYTES
  let sum = runningChecksum(bytes.subarray(0, 24), isBig, [0, 0])
  if ((magic !== MAGIC_LITTLE && !isBig) || !isPageSize || !isSame(sum, checksumAt(bytes, 24))) {
    // Not even its heading is whole: SQLite takes such a log for an empty one.
    return { ...EMPTY_LOG, hasMoreBehind: bytes.length > HEADING_BYTES }
  }
  const salts = hexOf(bytes, 16)
  const pages = new Set<number>()
  const commits = new Map<number, string>()
  let uncommitted: number[] = []
  let areFramesAuthentic = true
  let areUncommittedAuthentic = true
  let end: LogEnd | null = null
  let frames = 0
  let at = HEADING_BYTES
  for (; at + FRAME_BYTES <= bytes.length; at += FRAME_BYTES) {
    const page = bytes.subarray(at + FRAME_HEADING_BYTES, at + FRAME_BYTES)
    const next = runningChecksum(page, isBig, runningChecksum(bytes.subarray(at, at + 8), isBig, sum))
    const number = bytes.readUInt32BE(at)
    if (hexOf(bytes, at + 8) !== salts || number === 0 || !isSame(next, checksumAt(bytes, at + 16))) break
    sum = next
    frames += 1
    uncommitted.push(number)
    if (macKey !== undefined && !isPageAuthentic(page, number, macKey)) areUncommittedAuthentic = false
    if (bytes.readUInt32BE(at + 4) === 0) continue
    for (const committed of uncommitted) pages.add(committed)
    uncommitted = []
    if (!areUncommittedAuthentic) areFramesAuthentic = false
    const checksum = hexOf(bytes, at + 16)
    end = { salts, frames, checksum }
    commits.set(frames, checksum)
  }
  let hasMoreBehind = false
  for (let later = at + FRAME_BYTES; later + FRAME_HEADING_BYTES <= bytes.length; later += FRAME_BYTES) {
    if (hexOf(bytes, later + 8) === salts) hasMoreBehind = true
  }
  return { end, hasMoreBehind, pages, areFramesAuthentic, commits }
}

/** Looks at the log beside a database; one that is not there is empty. */
export function readLog(path: string, macKey?: Buffer): LogLook {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return EMPTY_LOG
    throw thrown
  }
  return lookAtLog(bytes, macKey)
}

/** True when a log still holds the commit that ended there. */
export function holdsCommit(look: LogLook, end: LogEnd): boolean {
  return look.end?.salts === end.salts && look.commits.get(end.frames) === end.checksum
}

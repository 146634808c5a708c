/**
 * @file Where in a decrypted page something stands: in a record that is there, or in a place that SQLite counts as free.
 * Source: sqlite.org/fileformat2.html, sections 1.5 (freelist), 1.6 (b-tree pages), 1.7 (overflow pages).
 */
import { PAGE_BYTES } from '../database/page-check'

/** Where the first page says that the list of free pages begins. */
const FREELIST_AT = 32
/** The first page begins with the file's own heading. */
const FILE_HEADING_BYTES = 100
const INTERIOR = new Set([2, 5])
const LEAF = new Set([10, 13])

/** Reads one decrypted page; null where it cannot be read. */
type ReadPage = (number: number) => Buffer | null

/**
 * Numbers of all free pages.
 *
 * @returns null where the list does not fit together: then no place can be called live.
 */
export function freePagesOf(read: ReadPage, pageCount: number): ReadonlySet<number> | null {
  const free = new Set<number>()
  let trunk = read(1)?.readUInt32BE(FREELIST_AT)
  if (trunk === undefined) return null
  while (trunk !== 0) {
    if (trunk > pageCount || free.has(trunk)) return null
    const page = read(trunk)
    if (page === null) return null
    free.add(trunk)
    const count = page.readUInt32BE(4)
    if (count > PAGE_BYTES / 4 - 2) return null
    for (let at = 0; at < count; at += 1) free.add(page.readUInt32BE(8 + at * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}

/** True when two stretches have a byte in common. */
const touches = (from: number, to: number, start: number, end: number): boolean => from < end && start < to

/**
 * True when bytes of a page stand, in part at least, where no record is: in a free page, or in the free room of a page of a
 * table or an index. True as well where the page is none that we know: what is not known to be a record is none.
 *
 * @param page - decrypted, and `number` its place in the file, from 1.
 */
export function isFreePlace(
  page: Buffer,
  number: number,
  at: number,
  length: number,
  freePages: ReadonlySet<number>,
): boolean {
  if (freePages.has(number)) return true
  const heading = number === 1 ? FILE_HEADING_BYTES : 0
  const type = page.readUInt8(heading)
  // An overflow page begins with the number of the next one, whose first byte is zero in any file below 64 GiB.
  if (type === 0) return false
  if (!INTERIOR.has(type) && !LEAF.has(type)) return true
  const cellCount = page.readUInt16BE(heading + 3)
  const cellsAt = page.readUInt16BE(heading + 5) || 65_536
  const pointersEnd = heading + (INTERIOR.has(type) ? 12 : 8) + cellCount * 2
  if (touches(at, at + length, pointersEnd, cellsAt)) return true
  let block = page.readUInt16BE(heading + 1)
  for (let blocks = 0; block !== 0; blocks += 1) {
    if (blocks > PAGE_BYTES / 4 || block > PAGE_BYTES - 4) return true
    if (touches(at, at + length, block, block + page.readUInt16BE(block + 2))) return true
    block = page.readUInt16BE(block)
  }
  return false
}

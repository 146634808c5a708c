/**
 * @file Searches the decrypted pages for what should be gone, and tells a trace from the same words kept elsewhere: some
 * pages, or some rows, at each step, so that other work is done in between.
 */
import type { Connection } from '../database/connections'
import { liveTables, quoted, TABLES_ASIDE } from '../database/live-schema'
import type { DatabasePages } from '../database/opened'
import { PAGE_BYTES } from '../database/page-check'
import type { KeptKindDescriptor } from '../kept-kind'
import { freePagesOf, isFreePlace } from './page-places'

/** Shorter strings, in bytes of UTF-8, turn up by chance among binary numbers: they prove nothing. */
export const NEEDLE_BYTES_MIN = 8
/** A long text is cut into pieces of this many bytes, as it may lie split over pages. */
const PIECE_BYTES = 32
/** Pieces searched per text, spread evenly: what fills a page of 4 KiB holds one of them up to 250,000 bytes. */
const PIECES_MAX = 64
/** Pages searched at a step, and pieces looked for in them: a few milliseconds. */
const PAGES_AT_A_STEP = 32
const NEEDLES_AT_A_STEP = 64
/** Rows looked at in a step. */
const ROWS_AT_A_STEP = 100

/** Pieces of one byte string: all of it when short, else evenly spread pieces, the first and last included. */
function piecesOf(bytes: Buffer): Buffer[] {
  if (bytes.length <= PIECE_BYTES) return [bytes]
  const last = bytes.length - PIECE_BYTES
  const count = Math.min(PIECES_MAX, Math.ceil(bytes.length / PIECE_BYTES))
  return Array.from({ length: count }, (_, index) => {
    const start = Math.round((index * last) / (count - 1))
    return bytes.subarray(start, start + PIECE_BYTES)
  })
}

/**
 * What to look for: each string as text and as JSON writes it, in UTF-8 and in UTF-16, each piece once. Short ones drop out.
 * A line of dots is one piece over and over: looked for as often as it is in the text, at each of its places in the pages,
 * it would keep the app from all else for minutes.
 */
export function needlesOf(strings: readonly string[]): Buffer[] {
  const spellings = new Set(strings.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))
  const pieces = [...spellings]
    .filter((text) => Buffer.byteLength(text, 'utf8') >= NEEDLE_BYTES_MIN)
    .flatMap((text) => [...piecesOf(Buffer.from(text, 'utf8')), ...piecesOf(Buffer.from(text, 'utf16le'))])
  return [...new Map(pieces.map((piece) => [piece.toString('latin1'), piece])).values()]
}

/** What a search found. */
export interface Found {
  /** The needles that are somewhere. */
  needles: Buffer[]
  /** True when one of them stands where no record is: it was left behind. */
  hasTrace: boolean
  /** False when a page could not be read, or is not as it was written: what is not read is not searched. */
  areAllRead: boolean
  searchedBytes: number
}

/** Searches every page, free ones included. Each page is held against its tag on the way. */
export function* searchPages(pages: DatabasePages, needles: readonly Buffer[]): Generator<void, Found> {
  const found = new Set<Buffer>()
  let hasTrace = false
  const result = (areAllRead: boolean, searchedBytes: number): Found => ({
    needles: [...found],
    hasTrace,
    areAllRead,
    searchedBytes,
  })
  const freePages = freePagesOf((number) => pages.read(number, number), pages.pageCount)
  for (let first = 1; first <= pages.pageCount; first += PAGES_AT_A_STEP) {
    const last = Math.min(pages.pageCount, first + PAGES_AT_A_STEP - 1)
    const some = pages.read(first, last)
    if (some === null) return result(false, (first - 1) * PAGE_BYTES)
    try {
      for (const [index, needle] of needles.entries()) {
        if (index % NEEDLES_AT_A_STEP === NEEDLES_AT_A_STEP - 1) yield
        for (let at = some.indexOf(needle); at >= 0; at = some.indexOf(needle, at + 1)) {
          found.add(needle)
          const place = Math.floor(at / PAGE_BYTES)
          const page = some.subarray(place * PAGE_BYTES, (place + 1) * PAGE_BYTES)
          const inPage = at - place * PAGE_BYTES
          hasTrace ||=
            freePages === null || isFreePlace(page, first + place, inPage, needle.length, freePages)
        }
      }
    } finally {
      some.fill(0)
    }
    yield
  }
  return result(true, pages.pageCount * PAGE_BYTES)
}

/** What tells a kept record from a leftover. */
export interface KeptContext {
  kinds: readonly KeptKindDescriptor[]
  /** The kind that the forgotten entry was of, and its id. */
  forgotten: { kind: KeptKindDescriptor; id: string }
  /** Whether the kind still lists an entry. */
  isListed: (id: string) => boolean
}

function isRowExplained(values: readonly unknown[], table: string, context: KeptContext): boolean {
  if (values.includes(context.forgotten.id)) return false
  const owner = context.kinds.find((kind) => kind.tables.includes(table))
  if (owner === undefined) return false
  if (owner !== context.forgotten.kind) return true
  return values.some((value) => typeof value === 'string' && context.isListed(value))
}

/** A row's values as bytes, as they stand in the file, each ended by a zero. */
function bytesOfRow(values: readonly unknown[]): Buffer {
  const end = Buffer.alloc(1)
  return Buffer.concat(
    values.flatMap((value) => {
      if (Buffer.isBuffer(value)) return [value, end]
      return value === null || value === undefined
        ? []
        : [Buffer.from(`${value as string | number | bigint}`, 'utf8'), end]
    }),
  )
}

/** How one statement reads the rows of a table from one on, with what comes first in each: its place. */
function readerOf(connection: Connection, table: string): (after: number) => unknown[][] {
  const rows = connection
    .prepare(`SELECT rowid, * FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_A_STEP}`)
    .raw()
  return (after) => rows.all(after).filter((row) => Array.isArray(row))
}

/**
 * True when each needle stands only in records that are rightly kept: at least one live row holds it, and
 * every such row is either of another kind (which the page lists, and forgets, by itself) or belongs to an
 * entry of the same kind that is still listed; and none of them names the forgotten entry. The schema's own
 * text and the migrations' dates, which ship with the app, explain too. Ask only where no trace was found: a free
 * place may hold the same words.
 *
 * @param withConnection - runs one step's reads.
 */
export function* areExplained(
  withConnection: <T>(work: (connection: Connection) => T) => T,
  needles: readonly Buffer[],
  context: KeptContext,
): Generator<void, boolean> {
  const unexplained = new Set(needles)
  const look = (values: readonly unknown[], isRight: () => boolean): boolean => {
    const bytes = bytesOfRow(values)
    const held = needles.filter((needle) => bytes.includes(needle))
    if (held.length === 0) return true
    for (const needle of held) unexplained.delete(needle)
    return isRight()
  }
  const tables = withConnection((connection) => {
    const schema = connection.prepare('SELECT name, tbl_name, sql FROM sqlite_master').raw().all()
    for (const row of schema) look(Array.isArray(row) ? row : [], () => true)
    return liveTables(connection).filter((table) => !table.isShadow && !table.isVirtual)
  })
  for (const { name } of tables) {
    for (let after: number | null = -1; after !== null; ) {
      const from: number = after
      const rows = withConnection((connection) => readerOf(connection, name)(from))
      for (const [place, ...values] of rows) {
        after = Number(place)
        if (!look(values, () => name in TABLES_ASIDE || isRowExplained(values, name, context))) return false
      }
      if (rows.length < ROWS_AT_A_STEP) after = null
      yield
    }
  }
  return unexplained.size === 0
}

/** @file Searches the decrypted pages for what should be gone, and tells a trace from the same words kept elsewhere. */
import { type Connection, readDecryptedPages } from '../database/connections'
import { liveTables, quoted, TABLES_ASIDE } from '../database/live-schema'
import type { KeptKindDescriptor } from '../kept-kind'

/** Shorter strings, in bytes of UTF-8, turn up by chance among binary numbers: they prove nothing. */
export const NEEDLE_BYTES_MIN = 8
/** A long text is cut into pieces of this many bytes, as it may lie split over pages. */
const PIECE_BYTES = 32
/** Pieces searched per text, spread evenly: what fills a page of 4 KiB holds one of them up to 250,000 bytes. */
const PIECES_MAX = 64

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

/** What to look for: each string as text and as JSON writes it, in UTF-8 and in UTF-16. Short ones drop out. */
export function needlesOf(strings: readonly string[]): Buffer[] {
  const spellings = new Set(strings.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))
  return [...spellings]
    .filter((text) => Buffer.byteLength(text, 'utf8') >= NEEDLE_BYTES_MIN)
    .flatMap((text) => [...piecesOf(Buffer.from(text, 'utf8')), ...piecesOf(Buffer.from(text, 'utf16le'))])
}

/** Those needles that are somewhere in the pages, and how many bytes were searched. */
export function searchPages(
  connection: Connection,
  needles: readonly Buffer[],
): { found: Buffer[]; searchedBytes: number } {
  const pages = readDecryptedPages(connection)
  try {
    return { found: needles.filter((needle) => pages.includes(needle)), searchedBytes: pages.length }
  } finally {
    pages.fill(0)
  }
}

/** What tells a kept record from a leftover. */
export interface KeptContext {
  kinds: readonly KeptKindDescriptor[]
  /** The kind that the forgotten entry was of, and its id. */
  forgotten: { kind: KeptKindDescriptor; id: string }
  /** Whether the kind still lists an entry. */
  isListed: (id: string) => boolean
}

function rowsWith(
  connection: Connection,
  table: string,
  columns: readonly string[],
  needle: Buffer,
): unknown[] {
  const anyColumn = columns
    .map((column) => `instr(CAST(${quoted(column)} AS BLOB), :needle) > 0`)
    .join(' OR ')
  return connection.prepare(`SELECT * FROM ${quoted(table)} WHERE ${anyColumn}`).all({ needle })
}

function isRowExplained(row: unknown, table: string, context: KeptContext): boolean {
  const values = typeof row === 'object' && row !== null ? Object.values(row) : []
  if (values.includes(context.forgotten.id)) return false
  const owner = context.kinds.find((kind) => kind.tables.includes(table))
  if (owner === undefined) return false
  if (owner !== context.forgotten.kind) return true
  return values.some((value) => typeof value === 'string' && context.isListed(value))
}

/**
 * True when a found piece stands only in records that are rightly kept: at least one live row holds it, and
 * every such row is either of another kind (which the page lists, and forgets, by itself) or belongs to an
 * entry of the same kind that is still listed; and none of them names the forgotten entry. The schema's own
 * text and the migrations' dates, which ship with the app, explain too. Ask only after a VACUUM: before it,
 * a free page may hold the same words.
 */
export function isExplained(connection: Connection, needle: Buffer, context: KeptContext): boolean {
  let explanations = rowsWith(connection, 'sqlite_master', ['name', 'tbl_name', 'sql'], needle).length
  for (const table of liveTables(connection)) {
    if (table.isShadow || table.isVirtual) continue
    const rows = rowsWith(connection, table.name, table.columns, needle)
    if (!(table.name in TABLES_ASIDE) && !rows.every((row) => isRowExplained(row, table.name, context)))
      return false
    explanations += rows.length
  }
  return explanations > 0
}

/** @file Kinds of record with thousands of entries, read by pages straight from their table, by its indexes. */
import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Instant } from '../contract/primitives'
import type { KeptEntry } from '../contract/vault'
import { endedBy, INSTANT_LIKE } from './ended-by'
import type { ReadVault } from './vault/handles'
import type { KeptPages } from './vault/kept-kind'

/** A table's columns and rows, as What is kept reads them. */
export interface PagedTable<Row> {
  table: SQLiteTable
  id: SQLiteColumn
  /** When an entry was made; indexed. */
  createdAt: SQLiteColumn
  /** What its end is counted from, indexed, and how long after it an entry ends, in milliseconds. */
  endsBy: SQLiteColumn
  endsAfterMs: number
  /** What the newest is first by, indexed; ids tell apart what is alike. */
  newestBy: SQLiteColumn
  /** The rows of a page, in that order. */
  rows(vault: ReadVault, where: SQL, order: SQL, limit: number): Row[]
  /** A row's place, and the entry it is. */
  placeOf: (row: Row) => { at: string | number; id: string }
  entryOf: (row: Row) => KeptEntry
}

const asInstant = (value: unknown): string | null => Instant.safeParse(value).data ?? null

/** A cursor: the place of a page's last row, as JSON in letters that any address may hold. */
function readCursor(cursor: string): { at: string | number; id: string } | null {
  try {
    const [at, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isPlace = typeof at === 'string' || typeof at === 'number'
    return isPlace && typeof id === 'string' ? { at, id } : null
  } catch {
    return null
  }
}

const writeCursor = ({ at, id }: { at: string | number; id: string }): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** Reads a table by pages. */
export const pagesOf = <Row>(paged: PagedTable<Row>): KeptPages => {
  const { table, id, createdAt, endsBy, endsAfterMs, newestBy } = paged
  const shift = (instant: string, byMs: number): string =>
    instant === '' ? '' : new Date(Date.parse(instant) + byMs).toISOString()
  const ended = (endedBefore: string): SQL => endedBy(endsBy, shift(endedBefore, -endsAfterMs))
  const one = (vault: ReadVault, query: SQL): unknown => {
    const row = vault.get<Record<string, unknown> | undefined>(query)
    return row === undefined ? undefined : Object.values(row)[0]
  }
  return {
    span(vault, endedBefore) {
      const isEnded = ended(endedBefore)
      const all = Number(one(vault, sql`SELECT count(*) AS n FROM ${table}`))
      const gone = Number(one(vault, sql`SELECT count(*) AS n FROM ${table} WHERE ${isEnded}`))
      const end = (direction: SQL) =>
        asInstant(
          one(
            vault,
            sql`SELECT ${endsBy} AS at FROM ${table} WHERE ${endsBy} > ${shift(endedBefore, -endsAfterMs)} AND ${endsBy} GLOB ${INSTANT_LIKE} ORDER BY ${endsBy} ${direction} LIMIT 1`,
          ),
        )
      const [first, last] = [end(sql`ASC`), end(sql`DESC`)]
      return {
        count: all - gone,
        keptSince: asInstant(
          one(
            vault,
            sql`SELECT ${createdAt} AS at FROM ${table} WHERE ${createdAt} GLOB ${INSTANT_LIKE} AND NOT ${isEnded} ORDER BY ${createdAt} LIMIT 1`,
          ),
        ),
        keptUntil: last === null ? null : shift(last, endsAfterMs),
        nextEndAt: first === null ? null : shift(first, endsAfterMs),
      }
    },
    page(vault, endedBefore, after, limit) {
      const place = after === null ? null : readCursor(after)
      const isShown = sql`NOT ${ended(endedBefore)}`
      const isAfter = place === null ? sql`1` : sql`(${newestBy}, ${id}) < (${place.at}, ${place.id})`
      const rows = paged.rows(
        vault,
        sql`${isAfter} AND ${isShown}`,
        sql`${newestBy} DESC, ${id} DESC`,
        // One more than is shown tells whether there are more.
        limit + 1,
      )
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const end = last === undefined ? null : paged.placeOf(last)
      return {
        entries: shown.map(paged.entryOf),
        next: rows.length > limit && end !== null ? writeCursor(end) : null,
      }
    },
    has: (vault, wanted) =>
      one(vault, sql`SELECT 1 AS n FROM ${table} WHERE ${id} = ${wanted}`) !== undefined,
  }
}

/**
 * @file What can be read of a damaged database, row by row, into a new one: a row on a page that is not as it was written is
 * passed over, and the rows after it are read. The damaged file is read and never written to.
 */
import { rmSync, statSync } from 'node:fs'
import { isDamage } from '../contract-errors'
import { problemOf } from '../problems'
import { type Connection, checkpoint, openWriter } from './connections'
import { liveTables, quoted, TABLES_ASIDE } from './live-schema'
import { runMigrations } from './migrate'
import { PAGE_BYTES } from './page-check'

/** What came of it. */
export interface ReadableCopy {
  /** Rows that are in the new database. */
  rows: number
  /** Rows that were passed over, at least: of a page that cannot be read nobody can say how many it held. */
  passedOver: number
}

/** So many places behind a row that cannot be read are looked at one by one: far more rows than a page holds. */
const PLACES_ONE_BY_ONE = 10_000
/** The furthest place that is looked at behind rows that cannot be read. */
const PLACE_MAX = 2 ** 52

type Row = readonly unknown[]

/** The first row of a table at a place or behind it: its place, its values; `'end'` behind the last one; `'unreadable'`. */
type ReadRow = (from: number) => { place: number; values: Row } | 'end' | 'unreadable'

function readerOf(connection: Connection, table: string, columns: readonly string[]): ReadRow {
  // "At or behind", not "behind": from the last row of a damaged page SQLite would read that page to find the next one.
  const statement = connection
    .prepare(
      `SELECT rowid, ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE rowid >= ? ORDER BY rowid LIMIT 1`,
    )
    .raw()
  return (from) => {
    try {
      const row: unknown = statement.get(from)
      if (!Array.isArray(row)) return 'end'
      const [place, ...values]: unknown[] = row
      return { place: Number(place), values }
    } catch (thrown) {
      if (isDamage(thrown) || problemOf(thrown) === 'unreadable') return 'unreadable'
      throw thrown
    }
  }
}

/** The first place behind one that cannot be read from which reading goes on; null where none does. */
function nextReadable(read: ReadRow, from: number): number | null {
  // In strides a whole page between two that are damaged would be stepped over.
  for (let step = 1; step <= PLACES_ONE_BY_ONE; step += 1) {
    if (read(from + step) !== 'unreadable') return from + step
  }
  let unreadable = from + PLACES_ONE_BY_ONE
  let step = PLACES_ONE_BY_ONE * 2
  while (read(from + step) === 'unreadable') {
    unreadable = from + step
    step *= 2
    if (step > PLACE_MAX) return null
  }
  let readable = from + step
  while (readable - unreadable > 1) {
    const middle = Math.floor((readable + unreadable) / 2)
    if (read(middle) === 'unreadable') unreadable = middle
    else readable = middle
  }
  return readable
}

/** Tells by its values that a row was not read as it was written. */
type IsInPart = (values: Row) => boolean

/** What a text holds that was read from a page as it lies on the disk, still encrypted, and hardly one that was typed. */
const noLetters = /[\uFFFD\p{Cc}]/u

/**
 * SQLite reads a page behind the end of a file that was cut off as zeros, and one that was cut in its middle as it lies on
 * the disk: so does a row end whose last page it was.
 */
function inPartIn(path: string): IsInPart {
  const isCutInPage = statSync(path).size % PAGE_BYTES !== 0
  return (values) =>
    values.some(
      (value) =>
        typeof value === 'string' &&
        (value.endsWith('\0') || (isCutInPage && noLetters.test(value.replaceAll(/[\t\n\r]/g, '')))),
    )
}

/** The rows of a table that can be read. `onGap`: called for each stretch that cannot. */
function* readableRows(read: ReadRow, isInPart: IsInPart, onGap: () => void): Generator<Row, void> {
  for (let from = 0; ; ) {
    const row = read(from)
    if (row === 'end') return
    if (row === 'unreadable') {
      onGap()
      const next = nextReadable(read, from)
      if (next === null) return
      from = next
    } else {
      if (isInPart(row.values)) onGap()
      else yield row.values
      from = row.place + 1
    }
  }
}

/** Rows that name another which could not be read go, too: they would be nobody's. @returns how many. */
function removeOrphans(connection: Connection): number {
  let removed = 0
  for (;;) {
    const orphans = connection.prepare('SELECT "table", rowid FROM pragma_foreign_key_check').raw().all()
    if (orphans.length === 0) return removed
    for (const orphan of orphans) {
      const [table, place]: unknown[] = Array.isArray(orphan) ? orphan : []
      removed += connection.prepare(`DELETE FROM ${quoted(String(table))} WHERE rowid = ?`).run(place).changes
    }
  }
}

/**
 * Writes it.
 *
 * @param source - the damaged database, open for reading.
 * @param path - of the new database, which is not there yet; its log is empty afterwards.
 * @throws SQLite's and the system's errors where the new one cannot be written; nothing of it is left then.
 */
export function copyReadable(
  source: Connection,
  path: string,
  key: Buffer,
  migrationsDir: string,
): ReadableCopy {
  const isInPart = inPartIn(source.name)
  try {
    const target = openWriter(path, key, false)
    try {
      runMigrations(target, migrationsDir)
      target.pragma('foreign_keys = OFF')
      const there = new Map(liveTables(source).map((table) => [table.name, table.columns]))
      let rows = 0
      let passedOver = 0
      target.transaction(() => {
        for (const { name, columns, isShadow, isVirtual } of liveTables(target)) {
          if (isShadow || isVirtual || name in TABLES_ASIDE) continue
          const shared = columns.filter((column) => there.get(name)?.includes(column))
          if (shared.length === 0) continue
          const insert = target.prepare(
            `INSERT OR REPLACE INTO ${quoted(name)} (${shared.map(quoted).join(', ')}) VALUES (${shared.map(() => '?').join(', ')})`,
          )
          const read = readerOf(source, name, shared)
          for (const values of readableRows(read, isInPart, () => {
            passedOver += 1
          })) {
            try {
              insert.run(...values)
              rows += 1
            } catch (thrown) {
              // Not what the table takes: damage that the page's own tag cannot show.
              if (
                !(
                  thrown instanceof Error &&
                  'code' in thrown &&
                  String(thrown.code).startsWith('SQLITE_CONSTRAINT')
                )
              )
                throw thrown
              passedOver += 1
            }
          }
        }
        const orphans = removeOrphans(target)
        rows -= orphans
        passedOver += orphans
      })()
      checkpoint(target)
      return { rows, passedOver }
    } finally {
      target.close()
    }
  } catch (thrown) {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    throw thrown
  }
}

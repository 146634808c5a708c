/** @file Words that a full-text index keeps of rows that are gone, and how they leave it. */
import type { Connection } from '../database/connections'
import { liveTables, quoted } from '../database/live-schema'

/** Names of the FTS5 tables. */
function searchTables(connection: Connection): string[] {
  const tables = liveTables(connection)
  const shadows = new Set(tables.filter((table) => table.isShadow).map((table) => table.name))
  return tables
    .filter((table) => table.isVirtual && shadows.has(`${table.name}_config`))
    .map((table) => table.name)
}

/** Search tables that would keep words of deleted rows: FTS5 without its `secure-delete` option. */
export function forgetfulSearchGaps(connection: Connection): string[] {
  return searchTables(connection).filter((name) => {
    const value = connection
      .prepare(`SELECT v FROM ${quoted(`${name}_config`)} WHERE k = 'secure-delete'`)
      .pluck()
      .get()
    return Number(value) !== 1
  })
}

/** How many rows all search tables hold together. */
export function countSearchRows(connection: Connection): number {
  return searchTables(connection)
    .map((name) =>
      connection
        .prepare(`SELECT count(*) FROM ${quoted(`${name}_docsize`)}`)
        .pluck()
        .get(),
    )
    .reduce((sum: number, count) => sum + Number(count), 0)
}

/** A word index that an interrupted check cannot leave behind: it is part of the connection, not of the file. */
const LIVE_WORDS = 'temp.live_words'
/** Words looked up at a step: a few milliseconds. */
const WORDS_AT_A_STEP = 100

/** Runs one step's work. */
type WithConnection = <T>(work: (connection: Connection) => T) => T

/** The words that stand between two pages of a search table's index (`<table>_idx`), without the byte that names the index. */
function wordsBetween(connection: Connection, name: string): Buffer[] {
  return connection
    .prepare(`SELECT CAST(substr(CAST(term AS BLOB), 2) AS BLOB) FROM ${quoted(`${name}_idx`)}`)
    .pluck()
    .all()
    .filter((start) => Buffer.isBuffer(start))
}

/**
 * True when one of these begins no word of any row that is left. FTS5 keeps such words even with `secure-delete`, and
 * `optimize` passes over an index of one piece.
 */
function hasStaleWord(connection: Connection, name: string, between: readonly Buffer[]): boolean {
  // Instances, not words: a word is not counted through all rows that hold it, and the first one is enough.
  connection.exec(`CREATE VIRTUAL TABLE ${LIVE_WORDS} USING fts5vocab(main, ${quoted(name)}, instance)`)
  try {
    const nextWord = connection
      .prepare(
        `SELECT CAST(term AS BLOB) FROM ${LIVE_WORDS} WHERE term >= CAST(? AS TEXT) ORDER BY term LIMIT 1`,
      )
      .pluck()
    return between.some((start) => {
      if (start.length === 0) return false
      const next: unknown = nextWord.get(start)
      return !Buffer.isBuffer(next) || !next.subarray(0, start.length).equals(start)
    })
  } finally {
    connection.exec(`DROP TABLE ${LIVE_WORDS}`)
  }
}

/**
 * Makes a search table anew from the rows that are left, where it holds a word of none of them: some words at each step.
 * Making it anew is one step, however long it takes.
 */
export function* tidyingOf(withConnection: WithConnection): Generator<void, void> {
  for (const name of withConnection(searchTables)) {
    const between = withConnection((connection) => wordsBetween(connection, name))
    for (let from = 0; from < between.length; from += WORDS_AT_A_STEP) {
      const some = between.slice(from, from + WORDS_AT_A_STEP)
      if (withConnection((connection) => hasStaleWord(connection, name, some))) {
        withConnection((connection) =>
          connection.prepare(`INSERT INTO ${quoted(name)} (${quoted(name)}) VALUES ('rebuild')`).run(),
        )
        break
      }
      yield
    }
  }
}

/**
 * The same at once.
 *
 * @param stepsMax - gives up after as many steps: a large vault is tidied after the next unlocking.
 */
export function tidySearch(connection: Connection, stepsMax = Number.POSITIVE_INFINITY): void {
  const tidying = tidyingOf((work) => work(connection))
  for (let steps = 0; steps < stepsMax && tidying.next().done !== true; steps += 1) {
    // Each step looks up some words.
  }
}

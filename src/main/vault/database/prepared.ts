/** @file Statements of a connection that only reads: each text is prepared once, and all go with the connection. */
import type { Connection } from './connections'

/** So many texts stay prepared. The app has fewer; what differs with what is asked, such as a list of zones, has more. */
export const PREPARED_MAX = 100

/**
 * A connection as drizzle needs it for reading. SQLite keeps neither values nor rows in a statement that has answered, and
 * closing the connection ends each of them: a statement that somebody still holds then refuses.
 *
 * A statement is asked as soon as it is prepared, and answers all at once: so no two askers have it at one time.
 */
export class PreparedReads {
  readonly #connection: Connection
  /** The one that was used longest ago first. */
  readonly #statements = new Map<string, ReturnType<Connection['prepare']>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** A statement by its text, answering with objects until it is told otherwise. @throws SqliteError */
  prepare(text: string): ReturnType<Connection['prepare']> {
    const statement = this.#statements.get(text)?.raw(false) ?? this.#connection.prepare(text)
    this.#statements.delete(text)
    // What gives no rows cannot be told how to give them, and is nothing a reader asks.
    if (statement.reader) this.#statements.set(text, statement)
    for (const oldest of this.#statements.keys()) {
      if (this.#statements.size <= PREPARED_MAX) break
      this.#statements.delete(oldest)
    }
    return statement
  }
}

/** @file Words of rows that are gone, in the pages of a full-text index: found there, and gone after tidying. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecryptedPages } from '../database/connections'
import { countSearchRows, forgetfulSearchGaps, tidySearch } from './search-residue'

/** An index over a table of its own, as the app's: external content, kept in step by triggers. */
function indexedNotes(secureDelete = 1): Database.Database {
  const database = new Database(':memory:')
  database.pragma('secure_delete = ON')
  database.exec(`
    CREATE TABLE notes (seq integer PRIMARY KEY, text text NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(text, content = 'notes', content_rowid = 'seq');
    INSERT INTO words(words, rank) VALUES ('secure-delete', ${secureDelete});
    CREATE TRIGGER added AFTER INSERT ON notes BEGIN INSERT INTO words(rowid, text) VALUES (new.seq, new.text); END;
    CREATE TRIGGER gone AFTER DELETE ON notes BEGIN
      INSERT INTO words(words, rowid, text) VALUES ('delete', old.seq, old.text);
    END;
    CREATE TRIGGER changed AFTER UPDATE ON notes BEGIN
      INSERT INTO words(words, rowid, text) VALUES ('delete', old.seq, old.text);
      INSERT INTO words(rowid, text) VALUES (new.seq, new.text);
    END;`)
  return database
}

/** A text of many words that no other entry has. */
const ownWords = (entry: number, count: number) =>
  Array.from({ length: count }, (_, word) => `own${entry}w${(word * 7919) % 997}`).join(' ')

/** Steps after which FTS5 is known to leave words behind; drawn ones do so only now and then. */
const LEAVES_WORDS = [
  ...Array.from({ length: 6 }, (_, which) => ({ kind: 'add', which, count: 600 })),
  { kind: 'optimize', which: 0, count: 1 },
  ...Array.from({ length: 4 }, (_, which) => ({ kind: 'delete', which, count: 1 })),
]

describe('tidying the search tables', () => {
  it('leaves no word of a deleted or replaced text, whatever is done in whatever order', () => {
    let staleBefore = 0
    const step = fc.record({
      kind: fc.constantFrom('add', 'add', 'delete', 'change', 'optimize'),
      which: fc.nat(20),
      count: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const database = indexedNotes()
        let next = 0
        const gone: number[] = []
        const live = new Map<number, number>()
        const pick = (which: number) => [...live.keys()][which % Math.max(1, live.size)]
        for (const { kind, which, count } of [...steps, { kind: 'delete', which: 0, count: 0 }]) {
          const seq = pick(which)
          if (kind === 'optimize') database.exec("INSERT INTO words(words) VALUES ('optimize')")
          if (kind === 'add') {
            next += 1
            const { lastInsertRowid } = database
              .prepare('INSERT INTO notes(text) VALUES (?)')
              .run(ownWords(next, count))
            live.set(Number(lastInsertRowid), next)
          }
          if (seq === undefined || (kind !== 'delete' && kind !== 'change')) continue
          gone.push(live.get(seq) ?? 0)
          live.delete(seq)
          if (kind === 'delete') database.prepare('DELETE FROM notes WHERE seq = ?').run(seq)
          else {
            next += 1
            database.prepare('UPDATE notes SET text = ? WHERE seq = ?').run(ownWords(next, count), seq)
            live.set(seq, next)
          }
        }
        const isLeft = () => {
          const pages = readDecryptedPages(database)
          return gone.some((entry) => pages.includes(`own${entry}w`))
        }
        if (isLeft()) staleBefore += 1
        tidySearch(database)
        expect(isLeft()).toBe(false)
        for (const entry of live.values()) {
          const found = database
            .prepare('SELECT count(*) FROM words WHERE words MATCH ?')
            .pluck()
            .get(`own${entry}w0`)
          expect(found).toBe(1)
        }
        expect(countSearchRows(database)).toBe(live.size)
        database.close()
      }),
      { numRuns: 60, examples: [[LEAVES_WORDS]] },
    )
    // Without this the test would prove nothing: FTS5 does leave words behind.
    expect(staleBefore).toBeGreaterThan(0)
  })

  it('knows a search table without secure-delete', () => {
    expect(forgetfulSearchGaps(indexedNotes(1))).toEqual([])
    expect(forgetfulSearchGaps(indexedNotes(0))).toEqual(['words'])
  })
})

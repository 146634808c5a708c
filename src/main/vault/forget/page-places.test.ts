/** @file Places in a page: what SQLite left behind is in a free one, and what it holds is not. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { PAGE_BYTES } from '../database/page-check'
import { freePagesOf, isFreePlace } from './page-places'

/** Every place of some words in a database, and whether each is free. */
const placesOf = (database: Database.Database, words: string): boolean[] => {
  const bytes = database.serialize()
  const pageOf = (number: number) => bytes.subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES)
  const free = freePagesOf(pageOf, bytes.length / PAGE_BYTES)
  if (free === null) throw new Error('The list of free pages should fit together')
  const needle = Buffer.from(words)
  const places: boolean[] = []
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    const number = Math.floor(at / PAGE_BYTES) + 1
    places.push(isFreePlace(pageOf(number), number, at % PAGE_BYTES, needle.length, free))
  }
  return places
}

it('of rows that are there are never free, and of rows that are gone always, whatever their length', () => {
  let leftBehind = 0
  const row = fc.record({ bytes: fc.integer({ min: 30, max: 20_000 }), goes: fc.boolean() })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.boolean(), (rows, isIndexed) => {
      const database = new Database(':memory:')
      database.pragma('page_size = 4096')
      database.pragma('secure_delete = OFF')
      database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)')
      if (isIndexed) database.exec('CREATE INDEX by_text ON notes (text)')
      const insert = database.prepare('INSERT INTO notes (id, text) VALUES (?, ?)')
      const own = (id: number) => `row-${String(id).padStart(6, '0')}-words`
      rows.forEach(({ bytes }, id) => void insert.run(id, own(id).padEnd(bytes, `${own(id)} `)))
      rows.forEach(({ goes }, id) => {
        if (goes) database.prepare('DELETE FROM notes WHERE id = ?').run(id)
      })
      rows.forEach(({ goes }, id) => {
        const places = placesOf(database, own(id))
        if (goes) {
          leftBehind += places.length
          expect(places.every((isFree) => isFree)).toBe(true)
        } else {
          expect(places.length).toBeGreaterThan(0)
          expect(places.some((isFree) => !isFree)).toBe(true)
        }
      })
      database.close()
    }),
    {
      numRuns: rounds(40, 1000),
      examples: [
        [
          [
            { bytes: 9000, goes: true },
            { bytes: 40, goes: true },
            { bytes: 40, goes: false },
          ],
          false,
        ],
      ],
    },
  )
  // Without this the test would prove nothing: SQLite does leave words behind.
  expect(leftBehind).toBeGreaterThan(0)
})

it('of pages that fit nothing are free, and a list of free pages that runs in a circle is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: PAGE_BYTES, maxLength: PAGE_BYTES }), (bytes) => {
      const page = Buffer.from(bytes)
      expect(typeof isFreePlace(page, 2, 10, 20, new Set())).toBe('boolean')
      expect(isFreePlace(page, 2, 10, 20, new Set([2]))).toBe(true)
    }),
    { numRuns: rounds(100, 2000) },
  )
  const first = Buffer.alloc(PAGE_BYTES)
  first.writeUInt32BE(2, 32)
  const trunk = Buffer.alloc(PAGE_BYTES)
  trunk.writeUInt32BE(2, 0)
  expect(freePagesOf((number) => (number === 1 ? first : trunk), 5)).toBeNull()
  expect(freePagesOf(() => null, 5)).toBeNull()
})

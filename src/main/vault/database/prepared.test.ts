/** @file Statements that are prepared once: same answers in every form, bounded, and gone with the vault at Lock. */
import { readdirSync, readlinkSync } from 'node:fs'
import { platform } from 'node:process'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { createFixture, notesVault } from '../../../../tests/migrations/notes-vault'
import { profile } from '../tables'
import { PREPARED_MAX, PreparedReads } from './prepared'

const words = sqliteTable('words', { id: integer().primaryKey(), word: text().notNull() })
const twoWords = () => {
  const connection = new Database(':memory:')
  connection.exec(
    "CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL); INSERT INTO words (word) VALUES ('calm'), ('rest')",
  )
  return connection
}

describe('statements of a reader', () => {
  it('are prepared once for each text', () => {
    const reads = new PreparedReads(twoWords())
    expect(reads.prepare('SELECT 1')).toBe(reads.prepare('SELECT 1'))
    expect(reads.prepare('SELECT 2')).not.toBe(reads.prepare('SELECT 1'))
  })

  it('answer in the form that is asked for, whatever was asked before', () => {
    const connection = twoWords()
    const reader = drizzle(new PreparedReads(connection) as unknown as typeof connection)
    const query = reader.select().from(words)
    const { sql } = query.toSQL()
    for (let round = 0; round < 2; round += 1) {
      expect(query.all()).toEqual([
        { id: 1, word: 'calm' },
        { id: 2, word: 'rest' },
      ])
      expect(reader.all(sql)).toEqual([
        { id: 1, word: 'calm' },
        { id: 2, word: 'rest' },
      ])
      expect(reader.values(sql)).toEqual([
        [1, 'calm'],
        [2, 'rest'],
      ])
      expect(reader.get(sql)).toEqual({ id: 1, word: 'calm' })
      expect(query.get()).toEqual({ id: 1, word: 'calm' })
    }
    connection.exec("ALTER TABLE words ADD COLUMN note TEXT; INSERT INTO words (word) VALUES ('walk')")
    expect(query.all()).toHaveLength(3)
  })

  it('are given up beyond a number, the longest unused first', () => {
    const reads = new PreparedReads(twoWords())
    const first = reads.prepare('SELECT 0')
    const second = reads.prepare('SELECT 1')
    for (let at = 2; at < PREPARED_MAX; at += 1) reads.prepare(`SELECT ${at}`)
    expect(reads.prepare('SELECT 0')).toBe(first)
    reads.prepare(`SELECT ${PREPARED_MAX}`)
    expect(reads.prepare('SELECT 0')).toBe(first)
    expect(reads.prepare('SELECT 1')).not.toBe(second)
  })

  it('keep no answer half read, so that the log can be cut', () => {
    const connection = twoWords()
    const reader = drizzle(new PreparedReads(connection) as unknown as typeof connection)
    reader.select().from(words).get()
    expect(connection.prepare('DELETE FROM words').run().changes).toBe(2)
    expect(reader.select().from(words).all()).toEqual([])
  })
})

describe('a vault that is locked', () => {
  it('holds no file open and answers nothing, though somebody kept a handle and asked it before', async () => {
    const made = notesVault()
    await createFixture(made)
    const handle = made.vault.access.read()
    const query = handle.select().from(profile)
    expect(query.all()).toHaveLength(1)
    const isOpen = (folder: string) =>
      readdirSync('/proc/self/fd').some((at) => {
        try {
          return readlinkSync(`/proc/self/fd/${at}`).startsWith(folder)
        } catch {
          return false
        }
      })
    if (platform === 'linux') expect(isOpen(made.dataDir)).toBe(true)
    await made.vault.lock()
    expect(() => query.all()).toThrow('The database connection is not open')
    expect(() => handle.select().from(profile).all()).toThrow('The database connection is not open')
    if (platform === 'linux') expect(isOpen(made.dataDir)).toBe(false)
    // Opened again, it is another connection's statements that answer; the old ones stay closed.
    await made.unlock()
    expect(made.vault.access.read().select().from(profile).all()).toHaveLength(1)
    expect(() => query.all()).toThrow('The database connection is not open')
    await made.vault.lock()
  })
})

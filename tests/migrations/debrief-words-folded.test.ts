/** @file Debriefs that were stored before words were folded are found as those that are stored now, and leave the index as they do. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { matchQuery } from '../../src/main/debrief/search'
import { addMigrationFunctions, readJournal } from '../../src/main/vault/database/migrate'
import { migrationsDir } from '../fixtures/memory-vault'

it('keeps every word, and finds it however it was written', () => {
  const database = new Database(':memory:')
  database.pragma('secure_delete = ON')
  addMigrationFunctions(database)
  const run = (tag: string) => {
    const sql = readFileSync(join(migrationsDir, `${tag}.sql`), 'utf8')
    for (const statement of sql.split('--> statement-breakpoint')) database.exec(statement)
  }
  const tags = readJournal(migrationsDir).map(({ tag }) => tag)
  const at = tags.findIndex((tag) => tag.endsWith('debrief-words-folded'))
  for (const tag of tags.slice(0, at)) run(tag)
  const texts = ['שָׁלוֹם לכולם', 'Die Straße war still.', '今日はとても疲れた', '']
  const add = database.prepare(
    `INSERT INTO debriefs (seq, id, charter_id, content, words, is_draft, created_at, changed_at, kept_until)
      VALUES (?, ?, 'c', ?, ?, 0, '2026-11-21T20:00:00.000Z', '2026-11-21T20:00:00.000Z', '2026-12-21T20:00:00.000Z')`,
  )
  for (const [seq, text] of texts.entries()) add.run(seq, `id-${seq}`, JSON.stringify({ text }), text)
  const found = (typed: string) =>
    database
      .prepare('SELECT rowid FROM debrief_words WHERE debrief_words MATCH ?')
      .pluck()
      .all(matchQuery(typed)?.match)
  expect(found('שלום')).toEqual([])

  run(tags[at] ?? '')

  expect(['שלום', 'STRASSE', '疲れ', 'קולם'].map(found)).toEqual([[0], [1], [2], []])
  expect(database.prepare('SELECT content FROM debriefs ORDER BY seq').pluck().all()).toEqual(
    texts.map((text) => JSON.stringify({ text })),
  )
  database.exec("UPDATE debriefs SET words = 'laut' WHERE seq = 1")
  database.exec('DELETE FROM debriefs WHERE seq = 2')
  expect(['strasse', 'laut', '疲れ'].map(found)).toEqual([[], [1], []])
  database.exec("INSERT INTO debrief_words (debrief_words, rank) VALUES ('integrity-check', 1)")
  const pages = database.serialize()
  for (const gone of ['strasse', '疲 れ']) expect(pages.includes(gone)).toBe(false)
  expect(pages.includes('שלום')).toBe(true)
  expect(database.prepare("SELECT v FROM debrief_words_config WHERE k = 'secure-delete'").pluck().get()).toBe(
    1,
  )
  database.close()
})

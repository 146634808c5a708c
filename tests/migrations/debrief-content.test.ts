/** @file Debriefs of the first release keep every word where their words move into one column, and are found again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src/main/vault/migrations')
const run = (database: Database.Database, name: string) => {
  const sql = readFileSync(join(FOLDER, `${name}.sql`), 'utf8')
  for (const statement of sql.split('--> statement-breakpoint')) database.exec(statement)
}

it('keeps text, answers and what is found of them', () => {
  const database = new Database(':memory:')
  run(database, '0000_first')
  run(database, '0001_debrief-words')
  const add = database.prepare(
    `INSERT INTO debriefs (seq, id, charter_id, text, answers, answer_words, is_draft, created_at, changed_at, kept_until)
      VALUES (?, ?, 'c', ?, ?, ?, 0, '2026-11-21T20:00:00.000Z', '2026-11-21T20:00:00.000Z', '2026-12-21T20:00:00.000Z')`,
  )
  const answers = { 'own.share': 'A "third"\nof it 🌊', feeling: 'tired' }
  add.run(3, 'a', 'Held a quiet room.', JSON.stringify(answers), Object.values(answers).join('\n'))
  add.run(7, 'b', '', '{}', '')

  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8'),
  )
  const tag = journal.entries.map((entry) => entry.tag).find((one) => one.endsWith('debrief-content')) ?? ''
  run(database, tag)

  const rows = database.prepare<[], { seq: number; content: string; words: string }>(
    'SELECT seq, content, words FROM debriefs ORDER BY seq',
  )
  expect(rows.all().map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) }))).toEqual([
    {
      seq: 3,
      content: { text: 'Held a quiet room.', answers },
      words: 'Held a quiet room.\nA "third"\nof it 🌊\ntired',
    },
    { seq: 7, content: { text: '', answers: {} }, words: '' },
  ])
  const find = database.prepare<[string], { rowid: number }>(
    'SELECT rowid FROM debrief_words WHERE debrief_words MATCH ?',
  )
  for (const word of ['quiet', 'third', 'tired']) expect(find.all(word)).toEqual([{ rowid: 3 }])
  database.exec("UPDATE debriefs SET words = 'loud' WHERE seq = 7")
  database.exec('DELETE FROM debriefs WHERE seq = 3')
  expect([find.all('quiet'), find.all('loud')]).toEqual([[], [{ rowid: 7 }]])
  database.exec("INSERT INTO debrief_words (debrief_words, rank) VALUES ('integrity-check', 1)")
  database.close()
})

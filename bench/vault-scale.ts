/** @file Figures of a vault of many years, in a process of its own: prints them as one line of JSON. */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { searchWords } from '../src/contract/same-to-the-eye/search'
import { matchQuery, searchEntries } from '../src/main/debrief/search'
import { debriefsKept } from '../src/main/debrief/service'
import { machineClock } from '../src/main/host'
import { groupsKept, sessionsKept } from '../src/main/sessions/kept'
import { checkpoint, openReader, openWriter } from '../src/main/vault/database/connections'
import { parseHeader } from '../src/main/vault/header/header'
import { openHeader } from '../src/main/vault/header/header-keys'
import { createVault } from '../src/main/vault/service'

const DEBRIEFS = 50_000
const SESSIONS = 10_000
const ROUNDS = 11
const PASSPHRASE = 'a lamp in the window all night'
const YEARS_MS = 3 * 365 * 86_400_000

const root = mkdtempSync(join(tmpdir(), 'holdspace-bench-vault-'))
const dataDir = join(root, 'data')
const vault = createVault({
  host: { clock: machineClock, dataDir },
  migrationsDir: join(import.meta.dirname, '../src/main/vault/migrations'),
  kinds: () => [groupsKept(() => () => {}), sessionsKept([], () => () => {}), debriefsKept()],
})
const nowMs = Date.now()
const iso = (ms: number) => new Date(ms).toISOString()
const words =
  'I noticed that I spoke first again and I would like to wait for a breath before I answer because silence is where people begin'.split(
    ' ',
  )
const wordsOf = (number: number) =>
  Array.from(
    { length: 60 },
    (_, at) => words[(number * 7 + at * 13 + ((number * at) % 5)) % words.length],
  ).join(' ')

/** Rows as they are stored, a thousand to a transaction. */
const fill = (count: number, add: (number: number) => ReturnType<typeof sql>) => {
  for (let first = 0; first < count; first += 1000) {
    vault.access.write((handle) => {
      for (let number = first; number < first + 1000; number += 1) handle.run(add(number))
    })
  }
}
const ids = Array.from({ length: DEBRIEFS }, () => randomUUID())
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const msOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
const rounds = async (work: (round: number) => unknown): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await msOf(() => work(round)))
  return median(times)
}

await vault.create({ displayName: 'Bench', passphrase: PASSPHRASE })
fill(DEBRIEFS, (number) => {
  const text = wordsOf(number)
  const at = iso(nowMs - number * 60_000)
  return sql`INSERT INTO debriefs (id, charter_id, content, words, is_draft, created_at, changed_at, kept_until) VALUES (${ids[number]}, 'c', ${JSON.stringify({ text, answers: {}, tags: [] })}, ${searchWords(text)}, 0, ${at}, ${at}, ${iso(nowMs + YEARS_MS)})`
})
// Of a group and on a server: a rehearsal that is over would be taken away at the first unlocking, and none be left.
const groupId = randomUUID()
vault.access.write((handle) => {
  handle.run(
    sql`INSERT INTO groups (id, name, charter_id, server_kind, server_host, is_server_approved, weekday, starts_at_local, time_zone, planned_minutes, registered_count, created_at) VALUES (${groupId}, 'Bench', 'c', 'jitsi', 'meet.example.org', 1, 2, '19:00', 'UTC', 60, 8, ${iso(nowMs)})`,
  )
})
fill(
  SESSIONS,
  (number) =>
    sql`INSERT INTO sessions (id, group_id, charter_id, server_kind, server_host, room_name, planned_at, time_zone, planned_minutes, state, created_at) VALUES (${randomUUID()}, ${groupId}, 'c', 'jitsi', 'meet.example.org', 'room', ${iso(nowMs - (number + 1) * 3_600_000)}, 'UTC', 60, 'missed', ${iso(nowMs)})`,
)
await vault.lock()

// The same files for the baselines, under the same key.
const bare = join(root, 'bare')
cpSync(dataDir, bare, { recursive: true })
const header = parseHeader(readFileSync(join(bare, 'vault.json')))
if (header.kind !== 'header') throw new Error('The header should parse')
const key = await openHeader(header.body, { kind: 'passphrase', passphrase: PASSPHRASE })
const unlock = () => vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
await unlock()
// The pages are looked at after unlocking, beside other work.
await new Promise((resolve) => setTimeout(resolve, 3000))

const openBare = () => ({
  writer: openWriter(join(bare, 'vault.db'), key),
  reader: openReader(join(bare, 'vault.db'), key),
})
const { writer, reader } = openBare()
const firstRows = [
  'SELECT count(*) FROM debriefs',
  'SELECT count(*) FROM sessions',
  'SELECT id, created_at, kept_until FROM debriefs ORDER BY seq DESC LIMIT 51',
  'SELECT id, planned_at, created_at FROM sessions ORDER BY planned_at DESC LIMIT 51',
].map((text) => reader.prepare(text))
const keptBareMs = await rounds(() => {
  for (const statement of firstRows) statement.all()
})
const keptMs = await rounds(() => vault.kept())

// The same words in plain SQLite, asked by the same query for what a list of them takes.
const plain = new Database(join(root, 'plain.db'))
plain.exec("CREATE VIRTUAL TABLE found USING fts5(words, prefix = '1 2')")
const addPlain = plain.prepare('INSERT INTO found (rowid, words) VALUES (?, ?)')
plain.transaction(() => {
  for (const number of ids.keys()) addPlain.run(number + 1, wordsOf(number))
})()
const plainRows = plain.prepare(
  "SELECT rowid, snippet(found, -1, '', '', '…', 24) FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT 200",
)
const plainCount = plain.prepare('SELECT count(*) FROM found WHERE found MATCH ?')
const queries = ['silence', 'br', 'wait breath', 'nowhere', 'שלום', '疲れた']
const searchBareMs: number[] = []
const searchMs: number[] = []
const textOf = (content: string): string => JSON.parse(content).text
for (let round = 0; round < ROUNDS * queries.length; round += 1) {
  const query = queries[round % queries.length] ?? ''
  const match = matchQuery(query)?.match
  searchBareMs.push(await msOf(() => [plainRows.all(match), plainCount.get(match)]))
  searchMs.push(
    await msOf(() => searchEntries(vault.access.read(), query, 200, new Date().toISOString(), textOf)),
  )
}
plain.close()
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0

const remove = writer.prepare('DELETE FROM debriefs WHERE id = ?')
const forgetBareMs = await rounds((round) => remove.run(ids[100 + round]))
const delay = monitorEventLoopDelay({ resolution: 1 })
// What the rounds above left is theirs to collect: they gave the loop no turn to do it in.
globalThis.gc?.()
const goneMs: number[] = []
const provedMs: number[] = []
let blockMs = 0
for (let round = 0; round < ROUNDS; round += 1) {
  delay.enable()
  delay.reset()
  const startedAt = performance.now()
  const proving = vault.forgetInSteps('debriefs', ids[100 + round] ?? '')
  goneMs.push(performance.now() - startedAt)
  const receipt = await proving
  provedMs.push(performance.now() - startedAt)
  if (receipt?.isVerified !== true) throw new Error('It should be proved')
  await new Promise((resolve) => setTimeout(resolve, 5))
  blockMs = Math.max(blockMs, delay.max / 1e6)
  delay.disable()
}
writer.close()
reader.close()

const bareLocks: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const opened = openBare()
  opened.writer.prepare('UPDATE profile SET display_name = ?').run(`Name ${round}`)
  bareLocks.push(
    await msOf(() => {
      checkpoint(opened.writer)
      opened.reader.close()
      opened.writer.close()
    }),
  )
}
const locks: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  vault.rename(`Name ${round}`)
  locks.push(await msOf(() => vault.lock()))
  await unlock()
  await new Promise((resolve) => setTimeout(resolve, 1500))
}
vault.close()
rmSync(root, { recursive: true, force: true })
console.log(
  JSON.stringify({
    keptBareMs,
    keptMs,
    searchBareMs: p95(searchBareMs),
    searchMs: p95(searchMs),
    forgetBareMs,
    goneMs: median(goneMs),
    provedMs: median(provedMs),
    blockMs,
    lockBareMs: median(bareLocks),
    lockMs: median(locks),
  }),
)

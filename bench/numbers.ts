/** @file Figures of a report over ten years of twenty groups, in a process of its own: prints them as one line of JSON. */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { createCharters } from '../src/main/charters/service'
import { interventionMeasures } from '../src/main/conduct/service'
import { machineClock } from '../src/main/host'
import { disclosedActs, readActs } from '../src/main/insight/disclosed-acts'
import { loadSolver } from '../src/main/insight/disclosure/solver'
import { createInsight, leftBefore } from '../src/main/insight/service'
import { sessionMeasures } from '../src/main/sessions/service'
import { openReader } from '../src/main/vault/database/connections'
import { parseHeader } from '../src/main/vault/header/header'
import { openHeader } from '../src/main/vault/header/header-keys'
import { createVault } from '../src/main/vault/service'

const ROUNDS = 41
const YEARS = 10
const GROUPS = 20
const PASSPHRASE = 'a lamp in the window all night'
const ZONES = ['America/Denver', 'Pacific/Auckland', 'Europe/London']
const period = { kind: 'year', year: 2025 } as const
const clock = { ...machineClock, now: () => new Date('2026-02-01T12:00:00.000Z') }

const root = mkdtempSync(join(tmpdir(), 'holdspace-bench-numbers-'))
const dataDir = join(root, 'data')
const vault = createVault({
  host: { clock, dataDir },
  migrationsDir: join(import.meta.dirname, '../src/main/vault/migrations'),
  kinds: () => [],
})
// No charter that ships counts what people did: one of them, made to, is what such an organization would have.
const folder = join(root, 'charters')
const shipped = readFileSync(join(import.meta.dirname, '../resources/charters/uk-peer-group.json'), 'utf8')
const pack = JSON.parse(shipped) as { id: string; settings: { interventions: { value: string } } }
pack.id = 'bench-circle'
pack.settings.interventions.value = 'monthlyCounters'
mkdirSync(folder)
writeFileSync(join(folder, 'bench-circle.json'), JSON.stringify(pack))
const charters = createCharters({
  vault: vault.access,
  clock,
  folder,
})
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const msOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

await vault.create({ displayName: 'Bench', passphrase: PASSPHRASE })
const counting = charters.all().filter(({ settings }) => settings.interventions.value === 'monthlyCounters')
const run = (statements: SQL[]) =>
  vault.access.write((handle) => {
    for (const statement of statements) handle.run(statement)
  })
const groupIds = Array.from({ length: GROUPS }, () => randomUUID())
const charterOf = (group: number) => counting[group % counting.length]?.id ?? ''
const zoneOf = (group: number) => ZONES[group % ZONES.length] ?? ''
run(
  groupIds.map(
    (id, group) =>
      sql`INSERT INTO groups (id, name, charter_id, server_kind, server_host, is_server_approved, weekday, starts_at_local, time_zone, planned_minutes, registered_count, created_at) VALUES (${id}, ${`Group ${group}`}, ${charterOf(group)}, 'jitsi', 'meet.example.org', 1, 2, '19:00', ${zoneOf(group)}, 90, 8, '2016-01-01T00:00:00.000Z')`,
  ),
)
const states = ['held', 'held', 'held', 'missed', 'held', 'cancelled']
for (const [group, id] of groupIds.entries()) {
  run(
    Array.from({ length: YEARS * 52 }, (_, week) => {
      const planned = new Date(Date.UTC(2016, 1, 2, 19) + (week * 7 * 24 + group) * 3_600_000)
      const state = states[(week + group) % states.length]
      const opened = state === 'held' ? planned.toISOString() : null
      const closed = state === 'held' ? new Date(planned.getTime() + 5_400_000).toISOString() : null
      return sql`INSERT INTO sessions (id, group_id, charter_id, server_kind, server_host, room_name, planned_at, time_zone, planned_minutes, state, opened_at, closed_at, created_at) VALUES (${randomUUID()}, ${id}, ${charterOf(group)}, 'jitsi', 'meet.example.org', 'room', ${planned.toISOString()}, ${zoneOf(group)}, 90, ${state}, ${opened}, ${closed}, ${planned.toISOString()})`
    }),
  )
}
for (const pack of counting) {
  run(
    Array.from({ length: YEARS * 12 }, (_, at) => at).flatMap((at) => {
      const month = `${2016 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
      return ['reminded', 'spokePrivately', 'removed'].flatMap((kind, act) =>
        pack.reasons.map(
          ({ id }, reason) =>
            sql`INSERT INTO counters (charter_id, month, kind, reason_id, count) VALUES (${pack.id}, ${month}, ${kind}, ${id}, ${(at * 7 + act * 5 + reason * 3) % 17})`,
        ),
      )
    }),
  )
}

const header = parseHeader(readFileSync(join(dataDir, 'vault.json')))
if (header.kind !== 'header') throw new Error('The header should parse')
const key = await openHeader(header.body, { kind: 'passphrase', passphrase: PASSPHRASE })
const bare = join(root, 'bare')
cpSync(dataDir, bare, { recursive: true })
const reader = openReader(join(bare, 'vault.db'), key)

const year = (zone: string) => {
  const hours = { 'America/Denver': 7, 'Pacific/Auckland': -13 }[zone] ?? 0
  const at = (of: number) => new Date(Date.UTC(of, 0, 1) + hours * 3_600_000).toISOString()
  return `(time_zone = '${zone}' AND planned_at >= '${at(2025)}' AND planned_at < '${at(2026)}')`
}
const within = `server_kind <> 'rehearsal' AND planned_at >= '2024-12-31' AND planned_at < '2026-01-02' AND (${ZONES.map(year).join(' OR ')})`
const statements = [
  'SELECT DISTINCT time_zone FROM groups',
  "SELECT DISTINCT time_zone FROM sessions WHERE planned_at >= '2024-12-31' AND planned_at < '2026-01-02'",
  `SELECT state, charter_id, cancel_reason_id, count(*), sum(planned_minutes), sum(julianday(closed_at) - julianday(opened_at)) FROM sessions WHERE ${within} GROUP BY 1, 2, 3`,
  `SELECT count(DISTINCT group_id) FROM sessions WHERE ${within} AND state = 'held'`,
  "SELECT count(*) FROM groups WHERE server_kind <> 'rehearsal' AND created_at < '2026-01-01'",
  `SELECT charter_id, group_id, (substr(planned_at, 6, 2) - 1) / 3, count(*) FROM sessions WHERE ${within} AND state = 'held' GROUP BY 1, 2, 3`,
  "SELECT charter_id, (substr(month, 6) - 1) / 3, kind, reason_id, sum(count) FROM counters WHERE month >= '2025-01' AND month < '2026-01' GROUP BY 1, 2, 3, 4",
  "SELECT * FROM releases WHERE period LIKE '2025%'",
].map((text) => reader.prepare(text))
const work = sessionMeasures(charters)
const acts = interventionMeasures(charters)
const left = leftBefore(vault.forgottenByHand)
// Without a solver everything is read and nothing is proved: the proof is no query, and has a row of its own.
const reading = createInsight({
  vault: vault.access,
  clock,
  work,
  acts,
  left,
  settle: () => {},
  load: () => Promise.reject(new Error('Not wanted here.')),
})
const asked = { period, healthReasons: 'folded' } as const
// Turn by turn: what else the machine does then weighs on both alike.
const bareTimes: number[] = []
const readTimes: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  bareTimes.push(
    await msOf(() => {
      for (const statement of statements) statement.all()
    }),
  )
  readTimes.push(await msOf(() => reading.numbers(asked)))
}
reader.close()
const solver = await loadSolver()
const now = readActs(
  { acts, left },
  vault.access.read(),
  period,
  work.heldByGroup(vault.access.read(), period.year),
)
const shown = await disclosedActs(now, solver)
if (!shown.measures.some(({ value }) => value !== null)) throw new Error('Something should be shown.')
const proofMs = await msOf(() => disclosedActs(now, solver))
vault.close()
rmSync(root, { recursive: true, force: true })
console.log(JSON.stringify({ bareMs: median(bareTimes), readMs: median(readTimes), proofMs }))

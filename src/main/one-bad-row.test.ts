/**
 * @file One row that cannot be read hides no other: each value of each table is damaged in turn, and every list of the
 * contract is asked again. Over a real encrypted vault, filled through the contract where it can be.
 */
import { isContractProcedure } from '@orpc/contract'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupDraft } from '../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../tests/fixtures/real-core'
import { rounds } from '../../tests/fixtures/rounds'
import { contract } from '../contract'
import { DebriefId, DutyId } from '../contract/primitives'
import { ListId } from '../contract/vault-words'

const AT = '2026-11-21T20:00:00.000Z'
const LATER = '2027-11-01T20:00:00.000Z'
const CHARTER = 'test-circle'

/** What a row's value may come to by a mistake of ours, an older release or a disk: no JSON, no date, another type. */
const damages = [
  "'{'",
  "'null'",
  "''",
  "x'00ff'",
  "'[]'",
  `'{"text":7}'`,
  '-1',
  '1e300',
  "'+010000-01-01T00:00:00.000Z'",
]
/** Of a column: all of them in the full run; a few each day, other ones for the next column, so that each is tried. */
const damagesOf = (column: number): readonly string[] =>
  Array.from(
    { length: rounds(2, damages.length) },
    (_, next) => damages[(2 * column + next) % damages.length] ?? '',
  )

const group = { ...groupDraft, server: { kind: 'rehearsal' as const }, serverOperator: null }

let real: RealCore
const run = (statement: string): void =>
  real.core.vault.access.write((vault) => {
    vault.run(sql.raw(statement))
  })
const all = <T>(statement: string): T[] => real.core.vault.access.read().all<T>(sql.raw(statement))

/** Procedures without an input that change something, or have nothing to do with the vault's rows. */
const notLists = new Set(
  [
    'status',
    'watch',
    'lock',
    'acceptLoss',
    'health',
    'confirmRecoverySheet',
    'keepSecrets',
    'finishFirstStart',
  ].map((name) => `vault.${name}`),
)
const isList = (path: string) =>
  !notLists.has(path) && !/^(device|rehearsal|vault\.backup|meeting)\./.test(path)

type Ask = () => Promise<unknown>
/** Every list of the contract, by its place in it: the ones that need no input, and those that do. */
const lists = (): ReadonlyMap<string, Ask> => {
  const found = new Map<string, Ask>()
  const walk = (at: object, client: object, path: string[]): void => {
    if (isContractProcedure(at)) {
      const name = path.join('.')
      if (at['~orpc'].inputSchema === undefined && isList(name)) found.set(name, client as unknown as Ask)
      return
    }
    for (const [key, value] of Object.entries(at)) walk(value, Reflect.get(client, key), [...path, key])
  }
  walk(contract, real.client, [])
  const { client } = real
  found.set('debrief.list', () => client.debrief.list({ query: '', limit: 50 }))
  found.set('debrief.list by words', () => client.debrief.list({ query: 'water', limit: 50 }))
  found.set('debrief.list by tag', () => client.debrief.list({ query: '', limit: 50, tag: 'silence' }))
  found.set('sessions.past', () => client.sessions.past({ limit: 50 }))
  found.set('unfinished.list', () => client.unfinished.list({ form: 'handOver' }))
  found.set('charters.readings', () => client.charters.readings({ charterId: CHARTER }))
  for (const kind of ['debriefs', 'sessions', 'received'] as const)
    found.set(`vault.keptPage ${kind}`, () => client.vault.keptPage({ kind, cursor: null }))
  return found
}

/** Two rows in each table that a person fills, through the contract or, where a second console takes part, as it stores them. */
const fill = async (): Promise<void> => {
  const { client } = real
  await client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await client.charters.choose({ charterId: CHARTER })
  await client.conduct.saveCrisisSettings({
    region: 'US-CO',
    onCall: { role: 'Lead', number: '+1 303 555 0100' },
    groupContact: null,
  })
  for (const name of ['one', 'two']) {
    await client.sessions.createGroup({ ...group, name })
    await client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: CHARTER,
      content: { text: `Still water, ${name}.`, answers: {}, tags: ['silence'] },
      isDraft: false,
    })
    await client.reporting.start({ charterId: CHARTER })
    const { id, changedAt } = await client.reporting.start({ charterId: CHARTER })
    await client.reporting.seal({ reportId: id, changedAt })
    await client.reporting.addAddendum({ reportId: id, words: `More, ${name}.` })
    await client.reporting.noteHandOver({
      reportId: id,
      isSaidNoName: false,
      handOver: {
        recipient: 'hotline',
        agency: 'County hotline',
        method: 'phone',
        handedAt: AT,
        outcome: 'waiting',
        reference: null,
      },
    })
    await client.unfinished.keep({
      form: 'handOver',
      belongsTo: id,
      typed: {
        recipient: 'hotline',
        agency: 'County hotline',
        method: 'phone',
        handedAt: '2026-11-21T20:00',
        outcome: '',
        reference: name,
      },
    })
    await client.duties.save({
      dutyId: DutyId.parse(crypto.randomUUID()),
      isNew: true,
      draft: {
        kind: 'training',
        title: name,
        rhythm: { kind: 'once' },
        dueOn: '2026-12-01',
        endsOn: null,
        remindDays: 7,
      },
    })
    await client.desk.lessons.save({
      lessonId: crypto.randomUUID(),
      isNew: true,
      title: name,
      words: 'Wait a breath.',
    })
    await client.recipients.own.make({ replacesId: (await client.recipients.own.list()).at(0)?.id ?? null })
  }
  for (const by of ['organization', 'facilitator'] as const)
    await client.charters.noteReading({ charterId: CHARTER, by, readOn: '2026-11-01' })
  const part = JSON.stringify([{ heading: 'What went well', words: 'You waited.' }])
  const key = (await client.recipients.own.list()).at(0)?.key ?? ''
  for (const n of ['1', '2']) {
    const number = `0000000${n}-0000`
    run(`INSERT INTO received_hand_offs (number, received_at, made_at, expires_on, ends_at, charter_id, charter_version, answers, themes, feedback)
      VALUES ('${number}', '${AT}', '${AT}', '2027-11-01', '${LATER}', '${CHARTER}', '2026-01-01', '[]', '["silence"]', '${part}')`)
    run(`INSERT INTO hand_offs VALUES ('${number}', '${AT}', 'Lead', 'abcd1234', '2027-11-01', '${LATER}')`)
    run(`INSERT INTO feedback_notes (number, made_at, received_at, parts, reply, kept_until)
      VALUES ('${number}', '${AT}', '${AT}', '${part}', '', '${LATER}')`)
    run(
      `INSERT INTO violation_drafts VALUES ('${crypto.randomUUID()}', '${CHARTER}', '{"happened":"It was said.","message":""}', '${AT}', '${AT}', '${LATER}')`,
    )
    run(
      `INSERT INTO bundles_sent VALUES ('${crypto.randomUUID()}', '${crypto.randomUUID()}', 2026, ${n}, '${AT}', 'Lead', 'abcd1234')`,
    )
    run(`INSERT INTO report_recipients VALUES ('${crypto.randomUUID()}', 'Lead ${n}', '${key}', '${AT}')`)
    run(
      `INSERT INTO report_decisions VALUES ('${crypto.randomUUID()}', '${CHARTER}', '["supervisor"]', 'notReport', '["nobodyAtRisk"]', '${AT}', '${LATER}')`,
    )
    run(
      `INSERT INTO charter_drafts VALUES ('${crypto.randomUUID()}', 'Draft ${n}', NULL, '{}', '${AT}', '${AT}')`,
    )
    run(
      `INSERT INTO releases VALUES ('${crypto.randomUUID()}', '2026-Q${n}', '${AT}', '{"closed":["${CHARTER}"]}')`,
    )
  }
}

const triggers = () =>
  all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'debrief_words%'",
  )

beforeAll(async () => {
  real = openRealCore(AT)
  await fill()
  // What they hold final is hurt here all the same.
  for (const { name } of triggers()) run(`DROP TRIGGER "${name}"`)
})
afterAll(() => real.core.close())

const answersNow = async (): Promise<Map<string, string>> => {
  const answers = new Map<string, string>()
  for (const [name, ask] of lists()) answers.set(name, JSON.stringify(await ask()))
  return answers
}

/** A search leaves out what does not match, damaged or not. */
const isSearch = (list: string): boolean => list.startsWith('debrief.list by')

const hurtTables = [
  'groups',
  'sessions',
  'debriefs',
  'hand_offs',
  'feedback_notes',
  'received_hand_offs',
  'lessons',
  'own_keys',
  'reports',
  'report_addenda',
  'report_receipts',
  'report_hand_overs',
  'violation_drafts',
  'duties',
  'unfinished_forms',
  'charter_readings',
  'charter_drafts',
  'bundles_sent',
  'report_recipients',
  'report_decisions',
  'releases',
  'crisis_settings',
  'chosen_charter',
  'profile',
]

describe('a value that cannot be read', () => {
  it.each(hurtTables)('of %s hides nothing else, and its entry stays on What is kept', async (table) => {
    const columns = all<{ name: string; pk: number }>(`PRAGMA table_info(${table})`)
    const rows = all<{ at: number }>(`SELECT rowid AS at FROM ${table} ORDER BY rowid`)
    const first = rows[0]?.at
    expect(first).toBeDefined()
    const before = await answersNow()
    const idOf = (at: number): string =>
      String(
        Object.values(
          all<object>(
            `SELECT ${columns.find(({ pk }) => pk > 0)?.name ?? 'rowid'} FROM ${table} WHERE rowid = ${at}`,
          )[0] ?? {},
        )[0],
      )
    // Of a debrief the lists know the id, not the place.
    const own = String(
      Object.values(
        all<object>(
          `SELECT ${table === 'debriefs' ? 'id' : (columns.find(({ pk }) => pk > 0)?.name ?? 'rowid')} FROM ${table} WHERE rowid = ${first}`,
        )[0] ?? {},
      )[0],
    )
    const others = rows.slice(1).map(({ at }) => idOf(at))
    const isSeq = table === 'debriefs'
    const trouble: string[] = []
    for (const [column, { name, pk }] of columns.entries()) {
      if (pk > 0) continue
      const [old] = all<{ was: string }>(
        `SELECT quote("${name}") AS was FROM ${table} WHERE rowid = ${first}`,
      )
      for (const damage of damagesOf(column)) {
        try {
          run(`UPDATE ${table} SET "${name}" = ${damage} WHERE rowid = ${first}`)
        } catch {
          // The schema itself refuses it.
          continue
        }
        const where = `${table}.${name} = ${damage}`
        for (const [list, ask] of lists()) {
          try {
            const answer = JSON.stringify(await ask())
            // An id as short as that of a table of one row stands in other values by chance.
            const isLeftOut =
              own.length > 3 && before.get(list)?.includes(own) === true && !answer.includes(own)
            if (
              isLeftOut &&
              !isSearch(list) &&
              (await real.client.vault.leftOut({ of: ListId.options })).length === 0
            )
              trouble.push(`${where}: ${list} left it out without a word`)
            const lost = isSeq
              ? []
              : others.filter((id) => before.get(list)?.includes(id) && !answer.includes(id))
            if (lost.length > 0) trouble.push(`${where}: ${list} lost others`)
            if (
              list === 'vault.kept' &&
              !isSeq &&
              first !== undefined &&
              before.get(list)?.includes(idOf(first)) &&
              !answer.includes(idOf(first))
            )
              trouble.push(`${where}: not on What is kept`)
          } catch (thrown) {
            trouble.push(`${where}: ${list}: ${String(thrown).slice(0, 90)}`)
          }
        }
        try {
          real.core.vault.lookAfter()
        } catch (thrown) {
          trouble.push(`${where}: looking after: ${String(thrown).slice(0, 90)}`)
        }
        if (all(`SELECT 1 FROM ${table} WHERE rowid = ${first}`).length === 0) {
          trouble.push(`${where}: removed`)
          break
        }
        run(`UPDATE ${table} SET "${name}" = ${old?.was} WHERE rowid = ${first}`)
      }
    }
    expect(trouble).toEqual([])
  })
})

/** @file What is kept by pages: every entry once and none left out, whatever comes or goes between two pages, damage included. */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEvening } from '../../../../tests/fixtures/evening'
import { rounds } from '../../../../tests/fixtures/rounds'
import { KEPT_PAGE_ENTRIES, type KeptEntry, KeptKind } from '../../../contract/vault'
import { debriefsKept } from '../../debrief/service'
import { sessionsKept } from '../../sessions/kept'
import type { KeptKindDescriptor } from '../kept-kind'
import { countKept, isKept, listKept, listKeptPage } from './kept'

const NOW = new Date('2026-11-21T20:00:00.000Z')
const DAY_MS = 86_400_000
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A vault with rows written as they are stored. */
const opened = () => {
  const { vault } = openEvening()
  const run = (statement: ReturnType<typeof sql>) => vault.write((handle) => void handle.run(statement))
  return {
    vault,
    debrief: (number: number, keptUntil = '2027-01-01T00:00:00.000Z', createdAt = NOW.toISOString()) =>
      run(
        sql`INSERT INTO debriefs (id, charter_id, content, words, is_draft, created_at, changed_at, kept_until) VALUES (${uuid(number)}, 'test-circle', '{}', '', 0, ${createdAt}, ${createdAt}, ${keptUntil})`,
      ),
    session: (number: number, plannedAt: string) =>
      run(
        sql`INSERT INTO sessions (id, charter_id, server_kind, room_name, planned_at, time_zone, planned_minutes, state, created_at) VALUES (${uuid(number)}, 'test-circle', 'rehearsal', 'roomofaneveningatseven', ${plannedAt}, 'UTC', 60, 'scheduled', ${NOW.toISOString()})`,
      ),
    remove: (table: 'debriefs' | 'sessions', id: string) =>
      run(sql`DELETE FROM ${sql.identifier(table)} WHERE id = ${id}`),
  }
}
type Opened = ReturnType<typeof opened>

/** Every page, with work done between two of them. */
const allPages = (
  { vault }: Opened,
  kind: KeptKindDescriptor,
  between: (page: KeptEntry[]) => void = () => {},
) => {
  const all: KeptEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const page = listKeptPage(vault.read(), kind, cursor, { now: NOW })
    expect(page.entries.length).toBeLessThanOrEqual(KEPT_PAGE_ENTRIES)
    all.push(...page.entries)
    if (page.nextCursor === undefined) return all
    cursor = page.nextCursor
    between(page.entries)
  }
}

const kinds = [
  ['debriefs', debriefsKept()],
  ['sessions', sessionsKept([], () => () => {})],
] as const

/** Rows of a kind, a few of them damaged or already ended. */
const fill = (made: Opened, name: (typeof kinds)[number][0], count: number) => {
  for (let number = 0; number < count; number += 1) {
    const day = new Date(NOW.getTime() + (number % 7) * DAY_MS).toISOString()
    if (name === 'debriefs')
      made.debrief(
        number,
        number % 13 === 5 ? 'never' : number % 11 === 3 ? '2026-11-01T00:00:00.000Z' : undefined,
      )
    if (name === 'sessions')
      made.session(number, number % 13 === 5 ? '' : number % 11 === 3 ? '2001-01-01T00:00:00.000Z' : day)
  }
}

describe.each(kinds)('%s by pages', (name, kind) => {
  it.each([0, 1, KEPT_PAGE_ENTRIES, KEPT_PAGE_ENTRIES + 1, 137])(
    'are those of the list, %i of them',
    (count) => {
      const made = opened()
      fill(made, name, count)
      const now = NOW.toISOString()
      const listed = kind
        .list(made.vault.read(), NOW)
        .filter(({ keptUntil }) => keptUntil === null || keptUntil > now)
      const paged = allPages(made, kind)
      expect(paged.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort())
      expect(new Map(paged.map((entry) => [entry.id, entry]))).toEqual(
        new Map(listed.map((entry) => [entry.id, entry])),
      )
      for (const { id } of listed) expect(isKept(made.vault.read(), kind, id, NOW)).toBe(true)
      expect(isKept(made.vault.read(), kind, uuid(9999), NOW)).toBe(false)
      expect(countKept(made.vault.read(), kind, NOW)).toBe(kind.list(made.vault.read(), NOW).length)
    },
  )

  it('lose and repeat none that stays, whatever goes or comes between two pages', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 60 }), fc.boolean(), (goings, hasNewOnes) => {
        const made = opened()
        fill(made, name, 160)
        const before = new Set(allPages(made, kind).map(({ id }) => id))
        let turn = 0
        const gone = new Set<string>()
        const seen = allPages(made, kind, (page) => {
          for (const at of goings.slice(turn * 20, turn * 20 + 20)) {
            const id = page[at % page.length]?.id ?? uuid(at)
            made.remove(name, id)
            gone.add(id)
          }
          turn += 1
          // The cursor's own entry goes, too, now and then.
          const last = page.at(-1)
          if (last && goings.length % 2 === 1) {
            made.remove(name, last.id)
            gone.add(last.id)
          }
          if (hasNewOnes && name === 'debriefs') made.debrief(1000 + turn)
        }).map(({ id }) => id)
        expect(new Set(seen).size).toBe(seen.length)
        for (const id of before) if (!gone.has(id)) expect(seen).toContain(id)
      }),
      { numRuns: rounds(15, 500) },
    )
  })

  it('begin anew by a place that is none of ours, and never throw', () => {
    const made = opened()
    fill(made, name, 60)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1, maxLength: 200 }),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (cursor) => {
          const page = listKeptPage(made.vault.read(), kind, cursor, { now: NOW })
          expect(page.entries.length).toBeLessThanOrEqual(KEPT_PAGE_ENTRIES)
        },
      ),
      { numRuns: rounds(100, 2000) },
    )
  })
})

it('the page answers few entries of many, with the counts and dates of all', () => {
  const made = opened()
  for (let number = 0; number < 300; number += 1) {
    const start = new Date(NOW.getTime() - number * DAY_MS).toISOString()
    made.debrief(number, new Date(NOW.getTime() + (number + 1) * DAY_MS).toISOString(), start)
  }
  const [kept] = listKept(made.vault.raw, made.vault.read(), [debriefsKept()], NOW)
  expect(KeptKind.parse(kept)).toEqual(kept)
  expect(kept).toMatchObject({
    count: 300,
    keptSince: new Date(NOW.getTime() - 299 * DAY_MS).toISOString(),
    keptUntil: new Date(NOW.getTime() + 300 * DAY_MS).toISOString(),
    nextEndAt: new Date(NOW.getTime() + DAY_MS).toISOString(),
  })
  expect(kept?.entries).toHaveLength(KEPT_PAGE_ENTRIES)
})

it('counts and pages are read by an index, not row by row', () => {
  const made = opened()
  const plans = made.vault.raw
    .prepare(
      `EXPLAIN QUERY PLAN SELECT created_at FROM debriefs WHERE created_at GLOB '[0-9]*' ORDER BY created_at LIMIT 1`,
    )
    .all()
  expect(JSON.stringify(plans)).toContain('debriefs_by_start')
})

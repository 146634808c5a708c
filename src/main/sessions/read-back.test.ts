/** @file What is stored of groups and sessions reads back, and a damaged row breaks no list. Over real SQLite. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupDraft, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import { Group, GroupDraft, Session } from '../../contract/sessions'
import { KeptEntry } from '../../contract/vault'
import { groupsKept, sessionsKept } from './service'

const zones = Intl.supportedValuesOf('timeZone')
const anyZone = fc.constantFrom(...zones, 'UTC', 'Etc/GMT+12', 'Etc/GMT-14', '+05:30', 'america/denver')
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyNow = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2120-01-01T00:00:00Z'),
  noInvalidDate: true,
})

/** Reads everything there is through the schemas that answer it. */
const readAll = (evening: ReturnType<typeof openEvening>) => {
  const now = evening.clock.now()
  const vault = evening.vault.read()
  for (const group of evening.sessions.groups()) expect(Group.parse(group)).toEqual(group)
  for (const session of [...evening.sessions.upcoming(), ...evening.sessions.past(200)]) {
    expect(Session.parse(session)).toEqual(session)
  }
  for (const entry of [
    ...groupsKept(evening.noteForgotten).list(vault, now),
    ...sessionsKept([], evening.noteForgotten).list(vault, now),
  ]) {
    expect(KeptEntry.parse(entry)).toEqual(entry)
    expect(entry.isDamaged).toBeUndefined()
  }
}

describe('what is accepted reads back', () => {
  // One vault for all runs, emptied before each: sessions go with their group.
  const evening = openEvening()

  it('for any group and any session of it, in any zone, on any day', () => {
    fc.assert(
      fc.property(
        anyNow,
        anyZone,
        anyTime,
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.tuple(anyDay, anyTime), { maxLength: 4 }),
        (now, timeZone, startsAtLocal, weekday, extra) => {
          evening.vault.raw.exec('DELETE FROM groups')
          evening.clock.set(now.toISOString())
          const draft = GroupDraft.parse({ ...groupDraft, timeZone, startsAtLocal, weekday })
          const group = evening.sessions.createGroup(draft)
          expect(evening.sessions.upcoming()).toHaveLength(1)
          for (const [day, time] of extra) {
            const refusal = refusalOf(() => evening.sessions.schedule(group.id, day, time))
            if (refusal) expect(['IN_THE_PAST', 'TOO_FAR_AHEAD', 'NO_SUCH_TIME']).toContain(refusal.code)
          }
          readAll(evening)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('for any name that the contract takes, and it is the same name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }), (name) => {
        const draft = GroupDraft.safeParse({ ...groupDraft, name })
        if (!draft.success) return
        evening.vault.raw.exec('DELETE FROM groups')
        const made = evening.sessions.createGroup(draft.data)
        expect(evening.sessions.groups()).toEqual([made])
        readAll(evening)
      }),
      { numRuns: 40 },
    )
  })

  it.each(['a\u0000b', 'line\nline', '\u0007', 'half \ud83d', '\udc00'])('refuses the name %j', (name) => {
    expect(GroupDraft.safeParse({ ...groupDraft, name }).success).toBe(false)
  })
})

describe('what would not read back', () => {
  it('is not written: the transaction is rolled back', () => {
    const evening = openEvening()
    // Past every check of the contract, as a mistake of ours would be.
    expect(() => evening.sessions.createGroup({ ...groupDraft, name: 'two\nlines' })).toThrow(
      expect.objectContaining({ name: 'ReadBackError', message: 'Would not read back: name' }),
    )
    expect(evening.vault.raw.prepare('SELECT count(*) AS n FROM groups').get()).toEqual({ n: 0 })
  })
})

describe('a row that is damaged all the same', () => {
  const damaged = (sql: string) => {
    const evening = openEvening()
    const hurt = evening.sessions.createGroup({ ...groupDraft, name: 'Hurt' })
    const other = evening.sessions.createGroup({ ...groupDraft, name: 'Other' })
    evening.vault.raw.exec(sql.replaceAll('$group', `'${hurt.id}'`))
    return { evening, hurt, other }
  }
  const keptOf = ({ vault, clock, noteForgotten }: ReturnType<typeof openEvening>) => ({
    groups: groupsKept(noteForgotten).list(vault.read(), clock.now()),
    sessions: sessionsKept([], noteForgotten).list(vault.read(), clock.now()),
  })

  it.each([
    ["UPDATE sessions SET planned_at = '+010000-01-01T06:59:00.000Z' WHERE group_id = $group"],
    ["UPDATE sessions SET planned_at = 'x' WHERE group_id = $group"],
    ["UPDATE sessions SET time_zone = 'Nowhere/Land' WHERE group_id = $group"],
    ["UPDATE sessions SET created_at = '', planned_at = '' WHERE group_id = $group"],
    [
      "UPDATE sessions SET room_name = '', planned_at = '+010000-01-01T06:59:00.000Z' WHERE group_id = $group",
    ],
  ])('leaves the other sessions there, and is shown as damaged and can be forgotten: %s', (sql) => {
    const { evening, other, hurt } = damaged(sql)
    expect(evening.sessions.upcoming().map(({ groupId }) => groupId)).toEqual([other.id])
    expect(evening.sessions.groups()).toHaveLength(2)
    expect(evening.sessions.past(10)).toEqual([])
    expect(evening.sessions.active()).toBeNull()
    const entries = keptOf(evening).sessions
    expect(entries.map((entry) => KeptEntry.parse(entry))).toEqual(entries)
    expect(entries).toHaveLength(2)
    const { id } = evening.vault.raw.prepare('SELECT id FROM sessions WHERE group_id = ?').get(hurt.id) as {
      id: string
    }
    expect(
      evening.vault.write((vault) => sessionsKept([], evening.noteForgotten).forget(vault, id)),
    ).toContain(id)
    expect(keptOf(evening).sessions).toHaveLength(1)
  })

  it.each([
    ["UPDATE sessions SET planned_at = 'x' WHERE group_id = $group"],
    ["UPDATE sessions SET opened_at = 'x' WHERE group_id = $group"],
    ["UPDATE sessions SET time_zone = '', room_name = '' WHERE group_id = $group"],
  ])('that is a session still open keeps nobody from opening another: %s', (sql) => {
    const evening = openEvening()
    const hurt = evening.sessions.createGroup({ ...groupDraft, name: 'Hurt' })
    const [first] = evening.sessions.upcoming()
    if (first) evening.sessions.open(first.id)
    const other = evening.sessions.createGroup({ ...groupDraft, name: 'Other' })
    evening.vault.raw.exec(sql.replaceAll('$group', `'${hurt.id}'`))
    expect(evening.sessions.active()).toBeNull()
    const next = evening.sessions.upcoming().find(({ groupId }) => groupId === other.id)
    if (!next || !first) throw new Error('Nothing is planned.')
    expect(evening.sessions.open(next.id).state).toBe('open')
    expect(evening.sessions.active()?.id).toBe(next.id)
    // It is not gone: it is shown, and can be forgotten.
    const left = keptOf(evening).sessions.find(({ id }) => id === first.id)
    expect(left?.isDamaged ?? true).toBe(true)
    expect(
      evening.vault.write((vault) => sessionsKept([], evening.noteForgotten).forget(vault, first.id)),
    ).toContain(first.id)
    evening.sessions.close(next.id)
    expect(evening.sessions.rehearse(groupDraft.charterId).state).toBe('scheduled')
  })

  it.each([
    ["UPDATE groups SET name = 'a' || char(0) || 'b' WHERE id = $group"],
    ["UPDATE groups SET created_at = 'never' WHERE id = $group"],
    ['UPDATE groups SET weekday = 9, planned_minutes = -4 WHERE id = $group'],
    ["UPDATE groups SET time_zone = '' WHERE id = $group"],
    ["UPDATE groups SET server_kind = 'jitsi', server_host = 'a b' WHERE id = $group"],
  ])('leaves the other groups there: %s', (sql) => {
    const { evening, other, hurt } = damaged(sql)
    expect(evening.sessions.groups().map(({ id }) => id)).toEqual([other.id])
    evening.sessions.upcoming()
    const entries = keptOf(evening).groups
    expect(entries.map((entry) => KeptEntry.parse(entry))).toHaveLength(2)
    expect(
      evening.vault.write((vault) => groupsKept(evening.noteForgotten).forget(vault, hurt.id)),
    ).toContain(hurt.id)
    expect(keptOf(evening).groups).toHaveLength(1)
  })
})

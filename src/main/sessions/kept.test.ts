/** @file Checks what the page What is kept says of groups and records, rehearsals and end dates included. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, groupDraft, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import type { SessionId } from '../../contract/primitives'
import { type GroupDraft, Session } from '../../contract/sessions'
import { groupsKept, sessionsKept } from './service'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let evening: Evening
beforeEach(() => {
  evening = openEvening()
})
const withGroup = (change: Partial<GroupDraft> = {}) => addGroup(evening, change)

describe('rehearsals', () => {
  it('leaves nothing of a free rehearsal when it closes or is left', () => {
    const rowCount = () => evening.vault.raw.prepare('SELECT count(*) AS n FROM sessions').get()
    const first = evening.sessions.rehearse('test-circle')
    expect(Session.parse(first)).toMatchObject({ groupId: null, isRehearsal: true, state: 'scheduled' })
    expect(evening.sessions.upcoming()).toEqual([])
    evening.sessions.abandonRehearsal(first.id)
    expect(rowCount()).toEqual({ n: 0 })
    const second = evening.sessions.rehearse('test-circle')
    evening.sessions.open(second.id)
    expect(refusalOf(() => evening.sessions.abandonRehearsal(second.id))?.data).toEqual({ state: 'open' })
    expect(evening.sessions.active()?.id).toBe(second.id)
    expect(evening.sessions.close(second.id).state).toBe('held')
    expect(rowCount()).toEqual({ n: 0 })
  })

  it('replaces one that was never opened, and does not abandon a group session', () => {
    const first = evening.sessions.rehearse('test-circle')
    evening.sessions.rehearse('test-circle')
    expect(refusalOf(() => evening.sessions.get(first.id))?.code).toBe('NOT_FOUND')
    expect(refusalOf(() => evening.sessions.abandonRehearsal(withGroup().next.id))?.code).toBe('WRONG_STATE')
  })

  describe('of a group without a server', () => {
    const rowsOf = (sessionId: SessionId) => {
      const { raw } = evening.vault
      return ['sessions WHERE id', 'ticks WHERE session_id', 'room_passwords WHERE session_id'].map((where) =>
        raw.prepare(`SELECT count(*) AS n FROM ${where} = ?`).pluck().get(sessionId),
      )
    }
    const rehearsalGroup = () => withGroup({ server: { kind: 'rehearsal' } })

    it.each([
      ['held at its time', '2026-11-25T02:00:00.000Z', '2026-12-02T02:00:00.000Z'],
      ['held days before', '2026-11-21T21:00:00.000Z', '2026-11-25T02:00:00.000Z'],
    ])('leave nothing when %s, and the group’s next session stays', (_name, at, nextAt) => {
      const { next } = rehearsalGroup()
      evening.vault.raw.prepare("INSERT INTO ticks VALUES (?, 'before', 'numbers', 'now')").run(next.id)
      evening.clock.set(at)
      evening.sessions.open(next.id)
      expect(evening.sessions.close(next.id)).toMatchObject({ isRehearsal: true, state: 'held' })
      expect(rowsOf(next.id)).toEqual([0, 0, 0])
      expect(evening.sessions.past(5)).toEqual([])
      expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: nextAt, isRehearsal: true }])
    })

    it('leave nothing when nobody opened them', () => {
      const { next } = rehearsalGroup()
      evening.clock.set('2026-11-27T02:00:00.000Z')
      expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
      expect(rowsOf(next.id)).toEqual([0, 0, 0])
    })

    it('leave nothing when cancelled, once the cancel cannot be taken back any more', () => {
      const { next } = rehearsalGroup()
      evening.sessions.cancel(next.id, 'illness')
      expect(evening.sessions.past(5)).toEqual([])
      expect(evening.sessions.uncancel(next.id).state).toBe('scheduled')
      evening.sessions.cancel(next.id, 'illness')
      evening.clock.advance(MINUTE_MS + 1)
      evening.sessions.upcoming()
      expect(rowsOf(next.id)).toEqual([0, 0, 0])
    })

    it('that an earlier release kept go at unlock', () => {
      const { next } = rehearsalGroup()
      evening.vault.raw
        .prepare(
          "UPDATE sessions SET state = 'held', opened_at = planned_at, closed_at = planned_at WHERE id = ?",
        )
        .run(next.id)
      evening.vault.write((vault) =>
        sessionsKept([], evening.noteForgotten).enforceEnd(vault, evening.clock.now()),
      )
      expect(rowsOf(next.id)).toEqual([0, 0, 0])
    })

    it('are told by the session that was held, whatever the group’s server is afterwards', () => {
      const { group, next } = withGroup()
      evening.clock.set(next.plannedAt)
      evening.sessions.open(next.id)
      evening.sessions.close(next.id)
      evening.sessions.updateGroup(group.id, { ...groupDraft, server: { kind: 'rehearsal' } })
      expect(evening.sessions.past(5)).toMatchObject([{ id: next.id, isRehearsal: false, state: 'held' }])
      evening.vault.write((vault) =>
        sessionsKept([], evening.noteForgotten).enforceEnd(vault, evening.clock.now()),
      )
      expect(evening.sessions.past(5)).toHaveLength(1)
    })
  })

  it('removes stale ones at unlock, an open one of today stays for Rejoin', () => {
    const kept = sessionsKept([], evening.noteForgotten)
    const rehearsal = evening.sessions.rehearse('test-circle')
    evening.sessions.open(rehearsal.id)
    evening.clock.advance(MINUTE_MS)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(evening.sessions.active()?.id).toBe(rehearsal.id)
    evening.clock.advance(DAY_MS)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(evening.sessions.active()).toBeNull()
  })
})

describe('what is kept', () => {
  const forget = (kind: 'groups' | 'sessions', id: string) => {
    const descriptor =
      kind === 'groups'
        ? groupsKept(evening.noteForgotten)
        : sessionsKept(['ticks', 'room_passwords', 'lock_times_over'], evening.noteForgotten)
    return evening.vault.write((vault) => descriptor.forget(vault, id))
  }
  const tickOn = (sessionId: SessionId) =>
    evening.vault.raw.prepare("INSERT INTO ticks VALUES (?, 'before', 'numbers', 'now')").run(sessionId)
  const count = (table: string) => evening.vault.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get()

  it('labels a session by group and day in its own zone, with an end date', () => {
    withGroup()
    expect(
      sessionsKept([], evening.noteForgotten).list(evening.vault.read(), evening.clock.now()),
    ).toMatchObject([
      {
        label: 'Tuesday circle',
        date: { kind: 'day', day: '2026-11-24' },
        keptSince: '2026-11-21T20:00:00.000Z',
        keptUntil: '2036-12-02T02:00:00.000Z',
        isAskingToGo: false,
      },
    ])
    expect(groupsKept(evening.noteForgotten).list(evening.vault.read(), evening.clock.now())).toMatchObject([
      { label: 'Tuesday circle', keptUntil: null },
    ])
  })

  it('forgets a group with its sessions, ticks and passwords', () => {
    const { group, next } = withGroup()
    const other = withGroup({ name: 'Other' })
    tickOn(next.id)
    tickOn(other.next.id)
    evening.vault.raw.prepare("INSERT INTO room_passwords VALUES (?, 'secret', 'now')").run(next.id)
    const proof = forget('groups', group.id)
    expect(proof).toEqual(expect.arrayContaining([group.id, next.id, next.roomName]))
    expect([count('groups'), count('sessions'), count('ticks'), count('room_passwords')]).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 1 },
      { n: 0 },
    ])
    expect(forget('groups', group.id)).toBeNull()
    expect(forget('groups', 'not an id')).toBeNull()
  })

  it('does not forget what is part of an open session', () => {
    const { group, next } = withGroup()
    evening.clock.set(next.plannedAt)
    evening.sessions.open(next.id)
    expect(() => forget('groups', group.id)).toThrow(expect.objectContaining({ name: 'EntryInUseError' }))
    expect(() => forget('sessions', next.id)).toThrow(expect.objectContaining({ name: 'EntryInUseError' }))
    evening.sessions.close(next.id)
    expect(forget('sessions', next.id)).toEqual([next.id, next.roomName])
  })

  it('enforces the end date of records, at the day and not before', () => {
    const { next } = withGroup()
    evening.clock.set(next.plannedAt)
    evening.sessions.open(next.id)
    evening.sessions.close(next.id)
    const endMs = Date.parse(next.plannedAt) + 3660 * DAY_MS
    const isThereAt = (atMs: number) => {
      evening.vault.write((vault) =>
        sessionsKept([], evening.noteForgotten).enforceEnd(vault, new Date(atMs)),
      )
      return evening.vault.raw.prepare('SELECT 1 FROM sessions WHERE id = ?').get(next.id) !== undefined
    }
    expect(isThereAt(endMs)).toBe(true)
    expect(isThereAt(endMs + 1)).toBe(false)
  })
})

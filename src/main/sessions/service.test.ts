/** @file Checks groups, the schedule and the life-cycle of the session record, over real SQLite. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { countingPack, packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { addGroup, type Evening, groupDraft, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import type { CharterPack } from '../../contract/charters'
import { GroupId } from '../../contract/primitives'
import { type GroupDraft, RoomName, Session } from '../../contract/sessions'
import { createCharters } from '../charters/service'
import { addTick } from '../conduct/store'
import { forgetRoom } from '../meeting/service'
import { createSessions } from './service'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
let evening: Evening
beforeEach(() => {
  evening = openEvening()
})

const withGroup = (change: Partial<GroupDraft> = {}) => addGroup(evening, change)

describe('a group stricter than its charter', () => {
  const withPack = (change: (pack: CharterPack) => void = () => {}) => {
    const pack = soundPack()
    change(pack)
    return openEvening(packFolder([pack, countingPack()]))
  }

  it('has its own charter for its sessions, and leaves the pack and other groups as they were', () => {
    const evening = withPack()
    const tightened = { lock: { kind: 'atStart' }, registrationsMinimum: 12 } as const
    const { group, next } = addGroup(evening, { tightened })
    expect(evening.sessions.groups()[0]?.tightened).toEqual(tightened)
    const { settings } = evening.sessions.charter(next.id)
    expect(settings.lock.value).toEqual({ kind: 'atStart' })
    expect(settings.registrationsMinimum.value).toBe(12)
    expect(evening.charters.get(group.charterId).settings.lock.value).toEqual({ kind: 'manual' })
    const other = addGroup(evening, { name: 'Another' })
    expect(evening.sessions.charter(other.next.id).settings.lock.value).toEqual({ kind: 'manual' })
  })

  it('asks for an approved server where it said so', () => {
    const evening = withPack()
    const asks = () => addGroup(evening, { tightened: { needsApprovedServer: true } })
    expect(refusalOf(asks)?.code).toBe('SERVER_NOT_APPROVED')
    expect(evening.sessions.groups()).toEqual([])
  })

  it('cannot touch what is locked, nor loosen what is stricter already', () => {
    const evening = withPack((pack) => {
      pack.settings.lock = { ...pack.settings.lock, value: { kind: 'grace', minutes: 5 } }
      pack.settings.registrationsMinimum.isLocked = true
    })
    const { next } = addGroup(evening, {
      tightened: { lock: { kind: 'grace', minutes: 30 }, registrationsMinimum: 100 },
    })
    const { settings } = evening.sessions.charter(next.id)
    expect(settings.lock.value).toEqual({ kind: 'grace', minutes: 5 })
    expect(settings.registrationsMinimum.value).toBe(10)
  })

  it('goes on under another charter at once, without a restart, and never while its session is open', () => {
    const evening = withPack()
    const { group, next } = addGroup(evening, { isServerApproved: true })
    const switched = () =>
      evening.sessions.updateGroup(group.id, {
        ...groupDraft,
        charterId: 'counting-circle',
        isServerApproved: true,
      })
    evening.sessions.open(next.id)
    expect(refusalOf(switched)?.code).toBe('SESSION_OPEN')
    expect(evening.sessions.charter(next.id).id).toBe('test-circle')
    evening.sessions.close(next.id)
    switched()
    const [following] = evening.sessions.upcoming()
    expect(following && evening.sessions.charter(following.id).id).toBe('counting-circle')
    expect(evening.sessions.get(next.id).charterId).toBe('test-circle')
  })
})

describe('groups', () => {
  it('schedules the next session with an unguessable room name', () => {
    const { group, next } = withGroup()
    expect(Session.parse(next)).toEqual(next)
    expect(next).toMatchObject({
      groupId: group.id,
      groupName: 'Tuesday circle',
      plannedAt: '2026-11-25T02:00:00.000Z', // Tuesday 19:00 in Denver
      state: 'scheduled',
      isRehearsal: false,
    })
    const names = new Set(Array.from({ length: 50 }, () => withGroup().next.roomName))
    expect(names.size).toBe(50)
    for (const name of names) expect(RoomName.parse(name)).toHaveLength(32)
  })

  it('asks for an approved server only where the charter does, and never for the rehearsal', () => {
    const charterId = 'counting-circle'
    expect(refusalOf(() => withGroup({ charterId }))?.code).toBe('SERVER_NOT_APPROVED')
    expect(evening.sessions.groups()).toEqual([])
    expect(withGroup({ charterId, isServerApproved: true }).next.state).toBe('scheduled')
    expect(withGroup({ charterId, server: { kind: 'rehearsal' } }).next.isRehearsal).toBe(true)
  })

  it('refuses a charter that is not installed, and keeps nothing of it', () => {
    expect(refusalOf(() => withGroup({ charterId: 'nobody' }))?.code).toBe('CHARTER_UNKNOWN')
    expect(evening.sessions.groups()).toEqual([])
    expect(evening.sessions.upcoming()).toEqual([])
  })

  it('moves its scheduled session to a new day and time, and keeps the room name', () => {
    const { group, next } = withGroup()
    evening.sessions.updateGroup(group.id, {
      ...groupDraft,
      name: 'Friday circle',
      weekday: 5,
      startsAtLocal: '18:30',
    })
    expect(evening.sessions.upcoming()).toMatchObject([
      {
        id: next.id,
        groupName: 'Friday circle',
        plannedAt: '2026-11-28T01:30:00.000Z',
        roomName: next.roomName,
      },
    ])
  })

  it('gives a new room name with a new server, and leaves a session put at its own time where it is', () => {
    const { group, next } = withGroup()
    const extra = evening.sessions.schedule(group.id, '2026-12-03', '10:00')
    evening.sessions.updateGroup(group.id, {
      ...groupDraft,
      weekday: 3,
      server: { kind: 'jitsi', host: 'other.example.org' },
    })
    const [moved, stayed] = evening.sessions.upcoming()
    expect(moved).toMatchObject({ id: next.id, plannedAt: '2026-11-26T02:00:00.000Z' })
    expect(moved?.server).toEqual({ kind: 'jitsi', host: 'other.example.org' })
    expect(moved?.roomName).not.toBe(next.roomName)
    expect(stayed).toMatchObject({ id: extra.id, plannedAt: extra.plannedAt })
    expect(stayed?.roomName).not.toBe(extra.roomName)
  })

  it('is not changed while its session is open, nor when it is gone', () => {
    const { group, next } = withGroup()
    evening.sessions.open(next.id)
    expect(refusalOf(() => evening.sessions.updateGroup(group.id, groupDraft))?.code).toBe('SESSION_OPEN')
    const gone = GroupId.parse(crypto.randomUUID())
    expect(refusalOf(() => evening.sessions.updateGroup(gone, groupDraft))?.code).toBe('NOT_FOUND')
  })
})

describe('the life of a session', () => {
  it('opens, is the active one, closes as held, and schedules the next after its own slot', () => {
    const { next } = withGroup()
    // Opened ten minutes before its time: the next one must not be the same Tuesday again.
    evening.clock.set('2026-11-25T01:50:00.000Z')
    const opened = evening.sessions.open(next.id)
    expect(opened).toMatchObject({ state: 'open', openedAt: '2026-11-25T01:50:00.000Z' })
    expect(evening.sessions.active()?.id).toBe(next.id)
    evening.clock.advance(75 * MINUTE_MS)
    const closed = evening.sessions.close(next.id)
    expect(closed).toMatchObject({ state: 'held', closedAt: '2026-11-25T03:05:00.000Z' })
    expect(evening.sessions.get(next.id)).toEqual(closed)
    expect(evening.sessions.active()).toBeNull()
    expect(evening.sessions.past(10)).toEqual([closed])
    expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
  })

  it('opened and closed before its time stays planned, with its room, and what was held is a record of its own', () => {
    const { group, next } = withGroup()
    evening.vault.raw.prepare("INSERT INTO ticks VALUES (?, 'before', 'numbers', 'now')").run(next.id)
    evening.sessions.open(next.id)
    evening.clock.advance(75 * MINUTE_MS)
    const closed = evening.sessions.close(next.id)
    // What is answered is what is recorded: when it was opened and closed, not the time it was planned for.
    expect(evening.sessions.get(next.id)).toEqual(closed)
    expect(closed.plannedAt).toBe(closed.openedAt)
    const [planned, ...more] = evening.sessions.upcoming()
    expect(more).toEqual([])
    expect(planned).toEqual({ ...next, id: planned?.id })
    const [held] = evening.sessions.past(10)
    expect(held).toMatchObject({
      id: next.id,
      groupId: group.id,
      state: 'held',
      plannedAt: '2026-11-21T20:00:00.000Z',
      openedAt: '2026-11-21T20:00:00.000Z',
      closedAt: '2026-11-21T21:15:00.000Z',
    })
    // Forgetting either must leave none of it: no room name stands in two records.
    expect(held?.roomName).not.toBe(planned?.roomName)
    // Again and again: next week's session is never used up.
    const again = evening.sessions.open(planned?.id ?? next.id)
    evening.sessions.close(again.id)
    expect(evening.sessions.upcoming()).toMatchObject([
      { plannedAt: next.plannedAt, roomName: next.roomName },
    ])
    // Held at its time it is over, and the next one follows.
    evening.clock.set(next.plannedAt)
    const atItsTime = evening.sessions.open(evening.sessions.upcoming()[0]?.id ?? next.id)
    evening.sessions.close(atItsTime.id)
    expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
  })

  it('opened a day late is that session, and the next one is planned after it', () => {
    const { next } = withGroup()
    evening.clock.set('2026-11-25T20:00:00.000Z')
    evening.sessions.open(next.id)
    evening.sessions.close(next.id)
    expect(evening.sessions.past(10)).toMatchObject([
      { id: next.id, plannedAt: next.plannedAt, state: 'held' },
    ])
    expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
  })

  it('has one usual session to come, whatever extra ones are planned', () => {
    const { group, next } = withGroup()
    const far = evening.sessions.schedule(group.id, '2027-02-03', '10:00')
    const plans = () => evening.sessions.upcoming().map((session) => session.plannedAt)
    evening.clock.set(next.plannedAt)
    evening.sessions.open(next.id)
    evening.sessions.close(next.id)
    expect(plans()).toEqual(['2026-12-02T02:00:00.000Z', far.plannedAt])
    evening.sessions.open(far.id)
    evening.sessions.close(far.id)
    expect(plans()).toEqual(['2026-12-02T02:00:00.000Z', far.plannedAt])
  })

  it('lets one session be open at a time', () => {
    const first = withGroup().next
    const second = withGroup({ name: 'Other' }).next
    evening.sessions.open(first.id)
    expect(refusalOf(() => evening.sessions.open(second.id))?.code).toBe('SESSION_OPEN')
    expect(refusalOf(() => evening.sessions.rehearse('test-circle'))?.code).toBe('SESSION_OPEN')
    expect(refusalOf(() => evening.sessions.open(first.id))).toEqual({
      code: 'WRONG_STATE',
      data: { state: 'open' },
    })
    // The database itself holds to it, whatever the code above it does.
    expect(() => evening.vault.raw.exec("UPDATE sessions SET state = 'open', opened_at = 'x'")).toThrow(
      /UNIQUE/,
    )
  })

  it('opens no room without its charter, and its group can choose another', () => {
    const { group, next } = withGroup()
    const charters = createCharters({ ...evening, folder: packFolder([countingPack()]) })
    const { vault, clock } = evening
    const without = createSessions({
      vault,
      clock,
      charters,
      whenClosed: forgetRoom,
      isTickedBefore: () => false,
    })
    expect(refusalOf(() => without.open(next.id))?.code).toBe('CHARTER_UNKNOWN')
    expect(without.get(next.id).state).toBe('scheduled')
    without.updateGroup(group.id, { ...groupDraft, charterId: 'counting-circle', isServerApproved: true })
    const [following] = without.upcoming()
    expect(following && without.open(following.id).state).toBe('open')
  })

  it('opens no room before the item that the charter requires is ticked, and asks nothing of other charters', () => {
    const stopping = soundPack()
    stopping.settings.requiredItemId.value = 'numbers'
    const evening = openEvening(packFolder([stopping, countingPack()]))
    const { next } = addGroup(evening)
    const open = () => evening.sessions.open(next.id)
    expect(refusalOf(open)?.code).toBe('ITEM_REQUIRED')
    expect(evening.sessions.get(next.id).state).toBe('scheduled')
    const tick = (phase: 'before' | 'hold', itemId: string) =>
      evening.vault.write((vault) =>
        addTick(vault, next.id, { phase, itemId, tickedAt: evening.clock.now().toISOString() }),
      )
    tick('before', 'server')
    tick('hold', 'numbers')
    expect(refusalOf(open)?.code).toBe('ITEM_REQUIRED')
    tick('before', 'numbers')
    expect(open().state).toBe('open')
  })

  it('keeps the version of the charter it was held under, whatever the charter becomes', () => {
    const pack = soundPack()
    const folder = packFolder([pack, countingPack()])
    const evening = openEvening(folder)
    const { next } = addGroup(evening)
    expect(next.charterVersion).toBeNull()
    expect(evening.sessions.open(next.id).charterVersion).toBe('2026-01-01')
    writeFileSync(join(folder, `${pack.id}.json`), JSON.stringify({ ...pack, version: '2026-11-01' }))
    const later = createCharters({ ...evening, folder })
    expect(later.get(pack.id).version).toBe('2026-11-01')
    expect(evening.sessions.close(next.id).charterVersion).toBe('2026-01-01')
    expect(evening.sessions.past(1)[0]?.charterVersion).toBe('2026-01-01')
  })

  it('refuses steps that do not follow', () => {
    const { next } = withGroup()
    expect(refusalOf(() => evening.sessions.close(next.id))?.data).toEqual({ state: 'scheduled' })
    evening.sessions.open(next.id)
    expect(refusalOf(() => evening.sessions.cancel(next.id, 'illness'))?.data).toEqual({ state: 'open' })
    evening.sessions.close(next.id)
    expect(refusalOf(() => evening.sessions.open(next.id))?.data).toEqual({ state: 'held' })
    expect(refusalOf(() => evening.sessions.invitation(next.id))?.data).toEqual({ state: 'held' })
  })

  it('becomes missed a day after its planned end, not before, and the next one is scheduled', () => {
    const { next } = withGroup()
    const missedAtMs = Date.parse(next.plannedAt) + 90 * MINUTE_MS + DAY_MS
    evening.clock.set(new Date(missedAtMs).toISOString())
    expect(evening.sessions.get(next.id).state).toBe('scheduled')
    evening.clock.advance(1)
    expect(evening.sessions.get(next.id).state).toBe('missed')
    expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
    expect(evening.sessions.past(10)).toMatchObject([{ id: next.id, state: 'missed' }])
  })

  it('leaves an open session open however late it is', () => {
    const { next } = withGroup()
    evening.sessions.open(next.id)
    evening.clock.advance(30 * DAY_MS)
    expect(evening.sessions.upcoming()).toMatchObject([{ id: next.id, state: 'open' }])
  })

  it('schedules at a wall-clock time of the zone, and refuses what has passed', () => {
    const { group } = withGroup()
    expect(evening.sessions.schedule(group.id, '2026-11-21', '13:01').plannedAt).toBe(
      '2026-11-21T20:01:00.000Z',
    )
    const refused = (day: string, time: string, zone = group) =>
      refusalOf(() => evening.sessions.schedule(zone.id, day, time))?.code
    expect(refused('2026-11-21', '13:00')).toBe('IN_THE_PAST')
    expect(refused('0001-01-01', '19:00')).toBe('IN_THE_PAST')
    expect(refused('2028-11-21', '12:00')).toBeUndefined()
    expect(refused('2028-11-23', '19:00')).toBe('TOO_FAR_AHEAD')
    expect(refused('9999-12-31', '23:59')).toBe('TOO_FAR_AHEAD')
    // The hour that Denver's clocks skip in March, and the one they show twice in November.
    expect(refused('2027-03-14', '02:30')).toBe('NO_SUCH_TIME')
    expect(refused('2027-11-07', '01:30')).toBeUndefined()
  })
})

describe('a second server', () => {
  const second = { host: 'second.example.org', operator: 'Our own', isApproved: false }

  it('takes the open session, in a new room without a known password, and gives it back', () => {
    const { group, next } = withGroup({ secondServer: second })
    expect(evening.sessions.groups()[0]?.secondServer).toEqual(second)
    evening.sessions.open(next.id)
    const { raw } = evening.vault
    raw
      .prepare('INSERT INTO room_passwords (session_id, password, made_at) VALUES (?, ?, ?)')
      .run(next.id, 'p'.repeat(24), next.plannedAt)
    const moved = evening.sessions.moveToOtherServer(next.id)
    expect(moved).toMatchObject({ id: next.id, state: 'open', server: { kind: 'jitsi', host: second.host } })
    expect(moved.roomName).not.toBe(next.roomName)
    expect(raw.prepare('SELECT count(*) FROM room_passwords').pluck().get()).toBe(0)
    expect(evening.sessions.invitation(next.id)).toContain(`https://${second.host}/${moved.roomName}`)
    const back = evening.sessions.moveToOtherServer(next.id)
    expect(back.server).toEqual(group.server)
    expect(new Set([next, moved, back].map(({ roomName }) => roomName)).size).toBe(3)
  })

  it('holds that session alone: the next one is on the group’s own again', () => {
    const { group, next } = withGroup({ secondServer: second })
    evening.clock.set(next.plannedAt)
    evening.sessions.open(next.id)
    const moved = evening.sessions.moveToOtherServer(next.id)
    evening.clock.advance(90 * MINUTE_MS)
    evening.sessions.close(next.id)
    expect(evening.sessions.past(5)[0]?.server).toEqual(moved.server)
    expect(evening.sessions.upcoming().map(({ server }) => server)).toEqual([group.server])
  })

  it('leaves the planned session on the group’s own, in a room of its own, when closed before its time', () => {
    const { group, next } = withGroup({ secondServer: second })
    evening.sessions.open(next.id)
    const moved = evening.sessions.moveToOtherServer(next.id)
    evening.clock.advance(10 * MINUTE_MS)
    evening.sessions.close(next.id)
    const planned = evening.sessions.upcoming()
    expect(planned).toHaveLength(1)
    expect(planned[0]).toMatchObject({ plannedAt: next.plannedAt, server: group.server })
    expect([next.roomName, moved.roomName]).not.toContain(planned[0]?.roomName)
  })

  it('is there only for an open session of a group that has another one', () => {
    const { next } = withGroup()
    expect(refusalOf(() => evening.sessions.moveToOtherServer(next.id))?.code).toBe('WRONG_STATE')
    evening.sessions.open(next.id)
    expect(refusalOf(() => evening.sessions.moveToOtherServer(next.id))?.code).toBe('NO_SECOND_SERVER')
    evening.sessions.close(next.id)
    for (const change of [
      { secondServer: { ...second, host: 'meet.example.org' } },
      { secondServer: second, server: { kind: 'rehearsal' } as const },
    ]) {
      const other = withGroup(change).next
      evening.sessions.open(other.id)
      expect(refusalOf(() => evening.sessions.moveToOtherServer(other.id))?.code).toBe('NO_SECOND_SERVER')
      evening.sessions.close(other.id)
    }
    const free = evening.sessions.rehearse('test-circle')
    evening.sessions.open(free.id)
    expect(refusalOf(() => evening.sessions.moveToOtherServer(free.id))?.code).toBe('NO_SECOND_SERVER')
  })

  it('is one that the organization approved, where the charter asks for it', () => {
    const approved = { charterId: 'counting-circle', isServerApproved: true }
    expect(refusalOf(() => withGroup({ ...approved, secondServer: second }))?.code).toBe(
      'SERVER_NOT_APPROVED',
    )
    const { group } = withGroup({ ...approved, secondServer: { ...second, isApproved: true } })
    expect(group.secondServer?.isApproved).toBe(true)
  })
})

describe('cancelling', () => {
  it('cancels with a kind of reason, schedules the next and gives the text to paste', () => {
    const { next } = withGroup()
    expect(refusalOf(() => evening.sessions.cancel(next.id, 'because-of-somebody'))?.code).toBe('NOT_FOUND')
    const { session, announcement } = evening.sessions.cancel(next.id, 'illness')
    expect(session).toMatchObject({ state: 'cancelled', cancelReasonId: 'illness' })
    expect(announcement).toBe(
      'Tuesday circle\n\n' +
        'The session on Tuesday 24 November 2026, 19:00 (America/Denver, UTC-07:00) is cancelled.\n\n' +
        'The next one is planned for Tuesday 1 December 2026, 19:00 (America/Denver, UTC-07:00).',
    )
    expect(evening.sessions.upcoming()).toMatchObject([{ plannedAt: '2026-12-02T02:00:00.000Z' }])
  })

  it('is taken back within a minute, with the next one it had scheduled', () => {
    const { next } = withGroup()
    evening.sessions.cancel(next.id, 'illness')
    evening.clock.advance(MINUTE_MS)
    expect(evening.sessions.uncancel(next.id)).toEqual(next)
    expect(evening.sessions.upcoming()).toEqual([next])
    expect(refusalOf(() => evening.sessions.uncancel(next.id))?.data).toEqual({ state: 'scheduled' })
  })

  it('is not taken back later, nor when the next one is already open', () => {
    const { next } = withGroup()
    evening.sessions.cancel(next.id, 'illness')
    evening.clock.advance(MINUTE_MS + 1)
    expect(refusalOf(() => evening.sessions.uncancel(next.id))?.data).toEqual({ state: 'cancelled' })
    const later = evening.sessions.upcoming()[0]
    if (!later) throw new Error('No session was scheduled.')
    evening.sessions.cancel(later.id, 'illness')
    const third = evening.sessions.upcoming()[0]
    if (!third) throw new Error('No session was scheduled.')
    evening.sessions.open(third.id)
    expect(refusalOf(() => evening.sessions.uncancel(later.id))?.code).toBe('SESSION_OPEN')
    expect(evening.sessions.active()?.id).toBe(third.id)
  })
})

describe('the invitation', () => {
  it('gives group, when with zone and offset, link and joining words', () => {
    expect(evening.sessions.invitation(withGroup().next.id)).toMatch(
      /^Tuesday circle\n\nTuesday 24 November 2026, 19:00 to 20:30 \(America\/Denver, UTC-07:00\)\n\nLink: https:\/\/meet\.example\.org\/[a-z2-7]{32}\n\nUse headphones if others could overhear\.$/,
    )
  })

  it('gives no link to a rehearsal, and says why', () => {
    const text = evening.sessions.invitation(withGroup({ server: { kind: 'rehearsal' } }).next.id)
    expect(text).toContain('rehearsal room on this computer')
    expect(text).not.toContain('https://')
  })
})

it('answers nothing while the vault is locked', () => {
  evening.vault.lock()
  for (const act of [
    () => evening.sessions.groups(),
    () => evening.sessions.upcoming(),
    () => evening.sessions.active(),
    () => evening.sessions.createGroup(groupDraft),
    () => evening.sessions.rehearse('test-circle'),
  ]) {
    expect(act).toThrow(expect.objectContaining({ name: 'VaultLockedError' }))
  }
})

describe('a clock that is not trusted', () => {
  it('moves no session: none becomes missed, and none is scheduled a year ahead', () => {
    const { next } = addGroup(evening)
    const { sessions, vault, clock } = evening
    vault.clockTrust.isTrusted = false
    vault.clockTrust.dueBefore = clock.now()
    clock.advance(366 * 86_400_000)
    expect(sessions.upcoming()).toEqual([next])
    expect(sessions.get(next.id).state).toBe('scheduled')
    expect(sessions.past(10)).toEqual([])
    const { group } = addGroup(evening, { name: 'Another circle', weekday: 4 })
    const added = sessions.upcoming().find((session) => session.groupId === group.id)
    expect(added?.plannedAt.slice(0, 7)).toBe('2026-11')
    vault.clockTrust.isTrusted = true
    clock.advance(-366 * 86_400_000)
    expect(sessions.upcoming()).toHaveLength(2)
  })

  it('set back in a session, does not end it before it began', () => {
    const { next } = addGroup(evening)
    const { sessions, clock } = evening
    const opened = sessions.open(next.id)
    clock.advance(-3_600_000)
    const closed = sessions.close(next.id)
    expect(closed.closedAt).toBe(opened.openedAt)
  })
})

/** @file Checks the room page and the room password of the open session. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, openEvening } from '../../../tests/fixtures/evening'
import { RoomPassword, type RoomTicket } from '../../contract/meeting'
import type { MeetingServer } from '../../contract/meeting-server'
import type { RoomHost } from '../host'
import { createMeeting, type MeetingService, makeRoomPassword } from './service'

const ticketFor = (server: MeetingServer): RoomTicket => ({
  roomUrl: 'http://r0.localhost:1/room.html',
  domain: server.kind === 'jitsi' ? server.host : 'rehearsal',
  scriptUrl: 'http://r0.localhost:1/external_api.js',
  isRehearsal: server.kind === 'rehearsal',
})
/** A shell whose browser can hold no live room, and that notes what it was asked. */
const rehearsalOnlyRooms = (): RoomHost & { asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    open: (server) => {
      asked.push(`open ${server.kind}`)
      return server.kind === 'rehearsal' ? ticketFor(server) : null
    },
    close: () => {
      asked.push('close')
    },
  }
}

let evening: Evening
let rooms: ReturnType<typeof rehearsalOnlyRooms>
let meeting: MeetingService
beforeEach(() => {
  evening = openEvening()
  rooms = rehearsalOnlyRooms()
  meeting = createMeeting({
    ...evening,
    rooms,
    wayTo: () => Promise.resolve({ kind: 'direct', isSure: true }),
  })
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const passwordRows = () => evening.vault.raw.prepare('SELECT * FROM room_passwords').all()

describe('the room page', () => {
  it('is readied for an open session only', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    expect(() => meeting.openRoomPage(id)).toThrow(refuses('NOT_OPEN'))
    expect(rooms.asked).toEqual([])
    evening.sessions.open(id)
    expect(meeting.openRoomPage(id)).toEqual(ticketFor({ kind: 'rehearsal' }))
    meeting.closeRoomPage()
    expect(rooms.asked).toEqual(['open rehearsal', 'close'])
  })

  it('is refused where the browser cannot hold a live room', () => {
    evening.sessions.createGroup({
      name: 'Circle',
      charterId: 'test-circle',
      server: { kind: 'jitsi', host: 'meet.example.org' },
      serverOperator: null,
      isServerApproved: false,
      secondServer: null,
      weekday: 1,
      startsAtLocal: '19:00',
      timeZone: 'UTC',
      plannedMinutes: 60,
      registeredCount: 0,
    })
    const session = evening.sessions.upcoming()[0]
    if (!session) throw new Error('No session was scheduled.')
    evening.sessions.open(session.id)
    expect(() => meeting.openRoomPage(session.id)).toThrow(refuses('NO_ROOM_HERE'))
  })
})

describe('the room password', () => {
  it('is 24 letters and digits, every sign about as often as any other', () => {
    const counts = new Map<string, number>()
    for (let made = 0; made < 2000; made += 1) {
      for (const sign of RoomPassword.parse(makeRoomPassword())) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect(counts.size).toBe(62)
    // 48,000 signs, 774 of each on average, standard deviation 28: six of them either way.
    for (const count of counts.values()) expect(Math.abs(count - 48_000 / 62)).toBeLessThan(168)
  })

  it('is kept while the session is open, replaced by a new one, and gone when cleared', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    expect(() => meeting.newRoomPassword(id)).toThrow(refuses('NOT_OPEN'))
    evening.sessions.open(id)
    expect(meeting.roomPassword(id)).toBeNull()
    const first = meeting.newRoomPassword(id)
    const second = meeting.newRoomPassword(id)
    expect(second).not.toBe(first)
    expect(meeting.roomPassword(id)).toBe(second)
    meeting.clearRoomPassword(id)
    expect(meeting.roomPassword(id)).toBeNull()
    expect(passwordRows()).toEqual([])
  })

  it('goes when the session closes, of a group too, whose record stays', () => {
    evening.sessions.createGroup({
      name: 'Circle',
      charterId: 'test-circle',
      server: { kind: 'jitsi', host: 'meet.example.org' },
      serverOperator: null,
      isServerApproved: false,
      secondServer: null,
      weekday: 1,
      startsAtLocal: '19:00',
      timeZone: 'UTC',
      plannedMinutes: 60,
      registeredCount: 0,
    })
    const session = evening.sessions.upcoming()[0]
    if (!session) throw new Error('No session was scheduled.')
    evening.sessions.open(session.id)
    meeting.newRoomPassword(session.id)
    expect(passwordRows()).toHaveLength(1)
    evening.sessions.close(session.id)
    expect(passwordRows()).toEqual([])
    expect(() => meeting.roomPassword(session.id)).toThrow(refuses('NOT_OPEN'))
  })
})

describe('whether the server answers', () => {
  it('is asked for an open session alone, and not of the rehearsal, which needs no network', async () => {
    const { id } = evening.sessions.rehearse('test-circle')
    await expect(meeting.doesServerAnswer(id)).rejects.toThrow(refuses('NOT_OPEN'))
    evening.sessions.open(id)
    expect(await meeting.doesServerAnswer(id)).toBeNull()
  })
})

describe('the charter’s time to lock', () => {
  it('is over once that was noted, as often as it is, until the session closes or goes to another room', () => {
    const rows = () => evening.vault.raw.prepare('SELECT * FROM lock_times_over').all()
    const { next } = addGroup(evening, {
      secondServer: { host: 'other.example', operator: null, isApproved: true },
    })
    expect(() => meeting.isLockTimeOver(next.id)).toThrow(refuses('NOT_OPEN'))
    expect(() => meeting.endLockTime(next.id)).toThrow(refuses('NOT_OPEN'))
    evening.sessions.open(next.id)
    expect(meeting.isLockTimeOver(next.id)).toBe(false)
    meeting.endLockTime(next.id)
    meeting.endLockTime(next.id)
    expect(meeting.isLockTimeOver(next.id)).toBe(true)
    evening.sessions.moveToOtherServer(next.id)
    expect(meeting.isLockTimeOver(next.id)).toBe(false)
    meeting.endLockTime(next.id)
    evening.sessions.close(next.id)
    expect(rows()).toEqual([])
  })
})

describe('the server check', () => {
  it('answers at once for the rehearsal, and connects to nothing while locked', async () => {
    expect(await meeting.checkServer({ kind: 'rehearsal' })).toEqual({ result: 'answers', elapsedMs: 0 })
    evening.vault.lock()
    await expect(meeting.checkServer({ kind: 'jitsi', host: 'localhost:9' })).rejects.toMatchObject({
      name: 'VaultLockedError',
    })
  })
})

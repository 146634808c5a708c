/** @file A drill is served from its pack and leaves nothing: not a row, not a number, not a write. */
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { DrillFrame } from '../../contract/drill-plan'
import type { RoomHost } from '../host'
import { VaultLockedError } from '../vault/handles'
import { createRehearsal } from './service'

const folder = join(import.meta.dirname, '../../../resources/rehearsal')
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

/** A shell that notes what it was asked to play. */
const notingRooms = (): RoomHost & { played: (DrillFrame | undefined)[] } => {
  const played: (DrillFrame | undefined)[] = []
  return {
    played,
    open: (_server, drill) => {
      played.push(drill)
      return {
        roomUrl: 'http://r0.localhost:1/room.html',
        domain: 'rehearsal',
        scriptUrl: 'http://r0.localhost:1/external_api.js',
        isRehearsal: true,
      }
    },
    close: () => {},
  }
}

let evening: Evening
let rooms: ReturnType<typeof notingRooms>
const make = (askedDrillId: string | null = null) =>
  createRehearsal({ ...evening, rooms, folder, askedDrillId })
const writes = (): unknown => evening.vault.raw.prepare('SELECT total_changes() AS n').get()

beforeEach(() => {
  evening = openEvening()
  rooms = notingRooms()
})

describe('drills', () => {
  it('are listed by what they are about, with how long each takes', () => {
    const drills = make().drills()
    expect(drills).toHaveLength(16)
    const kinds = drills.map(({ kind }) => kind)
    expect([...new Set(kinds)]).toEqual(['guided', 'safety', 'conduct', 'room', 'own'])
    expect(kinds).toEqual(kinds.toSorted((a, b) => kinds.indexOf(a) - kinds.indexOf(b)))
    for (const { minutes } of drills) expect(minutes).toBeGreaterThanOrEqual(1)
  })

  it('are played as their pack has them, and come back into as such', () => {
    const rehearsal = make()
    rehearsal.openRoomPage('network-fails', false)
    rehearsal.openRoomPage('network-fails', true)
    const { plan } = rehearsal.get('network-fails')
    expect(rooms.played).toEqual([
      { plan, isBack: false },
      { plan, isBack: true },
    ])
  })

  it('write nothing: every one of them is opened, and the vault has not changed by a row', () => {
    addGroup(evening)
    const before = writes()
    const rehearsal = make('argument')
    for (const { id } of rehearsal.drills()) {
      rehearsal.get(id)
      rehearsal.openRoomPage(id, false)
      rehearsal.openRoomPage(id, true)
    }
    rehearsal.takeAsked()
    expect(writes()).toEqual(before)
    evening.sessions.rehearse('test-circle')
    // The control: a free rehearsal is a row while it lasts.
    expect(writes()).not.toEqual(before)
  })

  it('are refused by an unknown name, while a session is open, and behind a locked console', () => {
    const rehearsal = make()
    expect(() => rehearsal.get('nothing')).toThrow(refuses('NOT_FOUND'))
    expect(() => rehearsal.openRoomPage('nothing', false)).toThrow(refuses('NOT_FOUND'))
    const { next } = addGroup(evening)
    evening.sessions.open(next.id)
    expect(() => rehearsal.openRoomPage('argument', false)).toThrow(refuses('SESSION_OPEN'))
    evening.vault.lock()
    expect(() => rehearsal.drills()).toThrow(VaultLockedError)
    expect(() => rehearsal.takeAsked()).toThrow(VaultLockedError)
    expect(() => rehearsal.openRoomPage('argument', false)).toThrow(VaultLockedError)
    expect(rooms.played).toEqual([])
  })

  it('asked for at the start are handed out once, and not while the console is locked', () => {
    const rehearsal = make('argument')
    expect(rehearsal.takeAsked()).toBe('argument')
    expect(rehearsal.takeAsked()).toBeNull()
    expect(make().takeAsked()).toBeNull()
  })
})

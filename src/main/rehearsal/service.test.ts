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
    const drills = make().drills('en')
    expect(drills).toHaveLength(16)
    const kinds = drills.map(({ kind }) => kind)
    expect([...new Set(kinds)]).toEqual(['guided', 'safety', 'conduct', 'room', 'own'])
    expect(kinds).toEqual(kinds.toSorted((a, b) => kinds.indexOf(a) - kinds.indexOf(b)))
    for (const { minutes } of drills) expect(minutes).toBeGreaterThanOrEqual(1)
  })

  it('are played as their pack has them, and come back into as such', () => {
    const rehearsal = make()
    rehearsal.openRoomPage({ drillId: 'network-fails', language: 'en', isBack: false })
    rehearsal.openRoomPage({ drillId: 'network-fails', language: 'en', isBack: true })
    const { plan } = rehearsal.get({ drillId: 'network-fails', language: 'en' })
    expect(rooms.played).toEqual([
      { plan, isBack: false },
      { plan, isBack: true },
    ])
  })

  it('speak Spanish from the list to the room, and are the same drill', () => {
    const rehearsal = make()
    const titles = rehearsal.drills('es').map(({ title }) => title)
    expect(titles).toContain('¿Están grabando?')
    expect(titles).not.toContain('Are you recording?')
    const spanish = { drillId: 'are-you-recording', language: 'es' } as const
    rehearsal.openRoomPage({ ...spanish, isBack: false })
    expect(JSON.stringify(rooms.played)).toContain('Antes de seguir. ¿Alguien está grabando esto?')
    const { plan } = rehearsal.get(spanish)
    const english = rehearsal.get({ ...spanish, language: 'en' }).plan
    expect(plan.steps.map(({ id }) => id)).toEqual(english.steps.map(({ id }) => id))
    expect(plan.guests).toEqual(english.guests)
  })

  it('write nothing: every one of them is opened, and the vault has not changed by a row', () => {
    addGroup(evening)
    const before = writes()
    const rehearsal = make('argument')
    for (const { id } of rehearsal.drills('en')) {
      rehearsal.get({ drillId: id, language: 'en' })
      rehearsal.openRoomPage({ drillId: id, language: 'en', isBack: false })
      rehearsal.openRoomPage({ drillId: id, language: 'en', isBack: true })
    }
    rehearsal.takeAsked()
    expect(writes()).toEqual(before)
    evening.sessions.rehearse('test-circle')
    // The control: a free rehearsal is a row while it lasts.
    expect(writes()).not.toEqual(before)
  })

  it('are refused by an unknown name, while a session is open, and behind a locked console', () => {
    const rehearsal = make()
    expect(() => rehearsal.get({ drillId: 'nothing', language: 'en' })).toThrow(refuses('NOT_FOUND'))
    expect(() => rehearsal.openRoomPage({ drillId: 'nothing', language: 'en', isBack: false })).toThrow(
      refuses('NOT_FOUND'),
    )
    const { next } = addGroup(evening)
    evening.sessions.open(next.id)
    expect(() => rehearsal.openRoomPage({ drillId: 'argument', language: 'en', isBack: false })).toThrow(
      refuses('SESSION_OPEN'),
    )
    evening.vault.lock()
    expect(() => rehearsal.drills('en')).toThrow(VaultLockedError)
    expect(() => rehearsal.takeAsked()).toThrow(VaultLockedError)
    expect(() => rehearsal.openRoomPage({ drillId: 'argument', language: 'en', isBack: false })).toThrow(
      VaultLockedError,
    )
    expect(rooms.played).toEqual([])
  })

  it('asked for at the start are handed out once, and not while the console is locked', () => {
    const rehearsal = make('argument')
    expect(rehearsal.takeAsked()).toBe('argument')
    expect(rehearsal.takeAsked()).toBeNull()
    expect(make().takeAsked()).toBeNull()
  })
})

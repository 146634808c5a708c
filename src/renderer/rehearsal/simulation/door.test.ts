/** @file The two locks trip over each other as the real ones do, and a removal is no ban. */
import { describe, expect, it } from 'vitest'
import { KNOCK_PATIENCE_MS } from './arrivals'
import type { Behaviour } from './plan'
import { begin, guest, late, password, plan } from './play'

describe('the door', () => {
  it('keeps both locks when the second comes after a pause: password, then lobby', () => {
    const room = begin(plan([late(10_000)]))
    room.run('password', password)
    room.clock.advance(2000)
    room.run('toggle-lobby', true)
    room.clock.advance(12_000)
    expect(room.of('knocking-participant')).toHaveLength(1)
    room.run('toggle-lobby', false)
    room.clock.advance(6000)
    // The password still stands: they were sent on, and stopped there.
    expect(room.names()).toEqual(['Ash'])
    room.run('password', '')
    room.clock.advance(6000)
    expect(room.names()).toEqual(['Ash', 'Sol'])
  })

  it('switches the lobby off again when the password follows at once', () => {
    const room = begin(plan([late(10_000)]))
    room.run('toggle-lobby', true)
    room.clock.advance(300)
    room.run('password', password)
    room.clock.advance(1000)
    room.run('password', '')
    room.clock.advance(12_000)
    expect(room.of('knocking-participant')).toHaveLength(0)
    expect(room.names()).toContain('Sol')
  })

  it('switches the password off again when the lobby follows at once', () => {
    const room = begin(plan([late(10_000)]))
    room.run('password', password)
    room.clock.advance(300)
    room.run('toggle-lobby', true)
    room.clock.advance(2000)
    room.run('toggle-lobby', false)
    room.clock.advance(12_000)
    expect(room.names()).toContain('Sol')
  })

  it('switches the lobby on again when it was put off and the password follows at once', () => {
    const room = begin(plan([late(10_000)]))
    room.run('password', password)
    room.clock.advance(2000)
    room.run('toggle-lobby', true)
    room.clock.advance(2000)
    room.run('toggle-lobby', false)
    room.clock.advance(300)
    room.run('password', '')
    room.clock.advance(12_000)
    expect(room.of('knocking-participant')).toHaveLength(1)
  })

  it('takes a lobby without a state for off', () => {
    const room = begin(plan([late(10_000)]))
    room.run('toggle-lobby', true)
    room.clock.advance(3000)
    room.run('toggle-lobby')
    room.clock.advance(12_000)
    expect(room.names()).toContain('Sol')
  })

  it('lets everyone in who waits when the lobby goes off', () => {
    const room = begin(plan([late(5000, 'Sol'), late(6000, 'Fern')]))
    room.run('toggle-lobby', true)
    room.clock.advance(8000)
    expect(room.names()).toEqual(['Ash'])
    room.run('toggle-lobby', false)
    room.clock.advance(1000)
    expect(room.names()).toEqual(['Ash', 'Sol', 'Fern'])
  })

  it('gives an admitted knocker another id, password or not', () => {
    const room = begin(plan([late(10_000)]))
    room.run('password', password)
    room.clock.advance(2000)
    room.run('toggle-lobby', true)
    room.clock.advance(10_000)
    const knockId = room.knockIds()[0]
    room.run('answer-knocking-participant', 'unknown', true)
    room.clock.advance(1000)
    expect(room.names()).toEqual(['Ash'])
    room.run('answer-knocking-participant', knockId, true)
    room.clock.advance(1000)
    expect(room.names()).toEqual(['Ash', 'Sol'])
    expect(room.id('Sol')).not.toBe(knockId)
  })

  it('says nothing when a knocker gives up', () => {
    const room = begin(plan([late(3000)]))
    room.run('toggle-lobby', true)
    room.clock.advance(4000)
    const before = room.told.length
    room.clock.advance(KNOCK_PATIENCE_MS)
    expect(room.told).toHaveLength(before)
    const knockId = room.knockIds()[0]
    room.run('answer-knocking-participant', knockId, true)
    room.clock.advance(1000)
    expect(room.names()).toEqual(['Ash'])
  })
})

describe('what is told of our own acts on the lobby', () => {
  const told = (room: ReturnType<typeof begin>) =>
    room.of('non-participant-message-received').map(({ id, message }) => [id, message])

  it('is told once for each change, to its actor by their own id', () => {
    const room = begin(plan([]))
    const own = room.id('Ash')
    const notice = (value: boolean) => [own, { type: 'lobby-notify', event: 'LOBBY-ENABLED', value }]
    for (const isOn of [true, true, false]) {
      room.run('toggle-lobby', isOn)
      room.clock.advance(3000)
    }
    expect(told(room)).toEqual([notice(true), notice(false)])
  })

  it('is told of an answer to a knock, and not of one to somebody who has left', () => {
    const room = begin(plan([late(3000), late(5000, 'Fern')]))
    room.run('toggle-lobby', true)
    room.clock.advance(6000)
    const [sol, fern] = room.knockIds()
    room.run('answer-knocking-participant', sol, false)
    room.run('answer-knocking-participant', fern, true)
    room.clock.advance(500)
    room.run('answer-knocking-participant', fern, true)
    room.clock.advance(500)
    expect(told(room).slice(1)).toMatchObject([
      [room.id('Ash'), { event: 'LOBBY-ACCESS-DENIED', value: `room@lobby.rehearsal/${sol}`, name: 'Sol' }],
      [room.id('Ash'), { event: 'LOBBY-ACCESS-GRANTED', value: `room@lobby.rehearsal/${fern}` }],
    ])
  })

  it('is told of the end for everyone', () => {
    const room = begin(plan([guest('Oak')]))
    room.run('end-conference')
    room.clock.advance(700)
    expect(room.of('error-occurred')).toMatchObject([{ error: { name: 'conference.destroyed' } }])
  })
})

describe('removing', () => {
  const returning: Behaviour[] = [{ kind: 'returnsAfterRemoval', awayMs: 3000, times: 1 }]

  it('tells of the removal, then of the leaving', () => {
    const room = begin(plan([guest('Oak')]))
    const id = room.id('Oak')
    room.run('kick-participant', id)
    room.clock.advance(500)
    const names = room.told.map(({ name }) => name)
    expect(names.indexOf('participant-kicked-out')).toBeLessThan(names.indexOf('participant-left'))
    expect(room.of('participant-kicked-out')[0]).toMatchObject({ kicked: { id } })
    expect(room.names()).toEqual(['Ash'])
  })

  it('is no ban: they walk back in through an open door, as somebody else', () => {
    const room = begin(plan([guest('Anon 4', returning)]))
    const id = room.id('Anon 4')
    room.run('kick-participant', id)
    room.clock.advance(4000)
    expect(room.names()).toContain('Anon 4')
    expect(room.id('Anon 4')).not.toBe(id)
  })

  it('makes them knock, under a new id, where the lobby went on first', () => {
    const room = begin(plan([guest('Anon 4', returning)]))
    const id = room.id('Anon 4')
    room.run('toggle-lobby', true)
    room.run('kick-participant', id)
    room.clock.advance(4000)
    expect(room.names()).toEqual(['Ash'])
    const [knock] = room.of('knocking-participant')
    expect(knock).toMatchObject({ participant: { name: 'Anon 4' } })
    expect(knock).not.toMatchObject({ participant: { id } })
  })
})

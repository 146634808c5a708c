/** @file The charter's time to lock: at its time, once we may, and never against what somebody decided by hand. */
import { describe, expect, it } from 'vitest'
import { inRoom, made, settled } from '../live/stand-in-evening'
import { DOOR_PAUSE_MS } from './door-runs'
import { PUT_OFF_MS } from './lock-time'

const MINUTE_MS = 60_000
const GRACE_MS = 15 * MINUTE_MS
const kept = 'k'.repeat(24)

const planned = async () => {
  const one = await inRoom(kept)
  const before = one.page().sent.length
  one.room.planLock(one.clock.nowMs() + GRACE_MS)
  const doors = () =>
    one
      .page()
      .sent.slice(before)
      .flatMap((sent) =>
        sent.name === 'toggleLobby'
          ? [sent.isOn ? 'on' : 'off']
          : sent.name === 'password'
            ? ['password']
            : [],
      )
  const pass = async (ms: number) => {
    one.clock.advance(ms)
    await settled()
    return one.draw()
  }
  return { ...one, doors, pass }
}

describe('the charter’s time to lock', () => {
  it('locks the room then, as a press of Lock does, and once', async () => {
    const { doors, pass } = await planned()
    expect((await pass(GRACE_MS - 1)).locksAtMs).not.toBeNull()
    expect(doors()).toEqual([])
    const after = await pass(1 + DOOR_PAUSE_MS)
    expect(doors()).toEqual(['password', 'on'])
    expect(after).toMatchObject({ locksAtMs: null, lock: { wish: 'locked' } })
    await pass(GRACE_MS * 4)
    expect(doors()).toEqual(['password', 'on'])
  })

  it('is put off, as often as it is asked, and still comes', async () => {
    const { doors, pass, room } = await planned()
    await pass(GRACE_MS - MINUTE_MS)
    room.putOffLock()
    room.putOffLock()
    await pass(2 * PUT_OFF_MS + MINUTE_MS - 1)
    expect(doors()).toEqual([])
    await pass(1 + DOOR_PAUSE_MS)
    expect(doors()).toEqual(['password', 'on'])
    room.putOffLock()
    expect((await pass(PUT_OFF_MS)).locksAtMs).toBeNull()
  })

  it.each(['lock', 'unlock'] as const)('does nothing once somebody decided by hand: %s', async (press) => {
    const { doors, pass, room } = await planned()
    room[press]()
    await pass(DOOR_PAUSE_MS)
    const byHand = doors()
    expect(byHand.length).toBeGreaterThan(0)
    await pass(GRACE_MS * 2)
    expect(doors()).toEqual(byHand)
  })

  it('sends nothing a second time where a removal has shut the door', async () => {
    const { doors, pass, room, page } = await planned()
    page().event({ name: 'participantJoined', id: 'a', displayName: 'Wren' })
    room.remove('a')
    // The removal's own three forms: lobby, another password, lobby.
    for (let form = 0; form < 3; form += 1) await pass(DOOR_PAUSE_MS)
    const shut = doors()
    expect(shut).toContain('on')
    expect((await pass(GRACE_MS)).locksAtMs).toBeNull()
    expect(doors()).toEqual(shut)
  })

  it('comes in a pause too: the door stays shut once that is over', async () => {
    const { doors, pass, room, page } = await planned()
    await pass(GRACE_MS - MINUTE_MS)
    room.pause('A pause')
    page().event({ name: 'ownLobbyShown', isOn: true })
    await pass(2 * MINUTE_MS)
    room.resume('It goes on')
    const after = await pass(MINUTE_MS)
    expect(doors()).not.toContain('off')
    expect(after).toMatchObject({ locksAtMs: null, lock: { wish: 'locked' } })
  })

  it('waits until we are the moderator, and through a time outside', async () => {
    const one = made(kept)
    await one.room.enter()
    one.page().say({ kind: 'constructed', commands: [] })
    one.room.planLock(one.clock.nowMs() + GRACE_MS)
    one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    one.clock.advance(GRACE_MS + MINUTE_MS)
    const doors = () => one.page().sent.filter(({ name }) => name === 'password' || name === 'toggleLobby')
    expect(doors()).toEqual([])
    expect(one.draw().locksAtMs).not.toBeNull()
    one.page().event({ name: 'left' })
    one.page().event({ name: 'joined', id: 'me2', displayName: 'Me' })
    expect(doors()).toEqual([])
    one.page().event({ name: 'roleChanged', id: 'me2', role: 'moderator' })
    one.clock.advance(DOOR_PAUSE_MS)
    await settled()
    expect(doors().map(({ name }) => name)).toEqual(['password', 'toggleLobby'])
    expect(one.draw().locksAtMs).toBeNull()
  })
})

/** @file What is due leaves on time, however many events come in between. */
import { describe, expect, it } from 'vitest'
import { createRoster } from '../roster/roster'
import type { Clock } from './clock'
import { DOOR_PAUSE_MS } from './door-runs'
import { createGuard } from './guard'
import { createPasswords } from './passwords'
import { standInPort } from './stand-in-port'

/**
 * A page's clock under a flood: between two events a timer has its turn only where it was set before the first of them,
 * because one that is set now goes behind what is in the queue already.
 *
 * @param hasTurns - false: no timer has a turn at all.
 */
const floodedClock = (hasTurns: boolean) => {
  let nowMs = 1_000_000
  let turn = 0
  let setCount = 0
  const timers = new Set<{ dueAtMs: number; setInTurn: number; act: () => void }>()
  const clock: Clock = {
    nowMs: () => nowMs,
    after(delayMs, act) {
      setCount += 1
      const timer = { dueAtMs: nowMs + Math.max(0, delayMs), setInTurn: turn, act }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  return {
    clock,
    setCount: () => setCount,
    /** The next event's turn, so much later. */
    goOn: (byMs: number): void => {
      nowMs += byMs
      for (const timer of hasTurns ? [...timers] : []) {
        if (timer.dueAtMs > nowMs || timer.setInTurn >= turn) continue
        timers.delete(timer)
        timer.act()
      }
      turn += 1
    },
  }
}

const made = async (hasTurns: boolean) => {
  const flood = floodedClock(hasTurns)
  const port = standInPort(flood.clock)
  const roster = createRoster((number) => `Someone ${number}`)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  const passwords = createPasswords({
    read: async () => 'k'.repeat(24),
    make: async () => 'n'.repeat(24),
    clear: async () => undefined,
  })
  await passwords.start()
  const guard = createGuard({
    clock: flood.clock,
    send: port.commands.send,
    passwords,
    roster,
    fallbackName: (number) => `Someone ${number}`,
    onAskToUnmute: () => undefined,
    onModerator: () => undefined,
    onChange: () => undefined,
  })
  return { ...flood, port, guard }
}

describe('a flood of events between the press and what is due', () => {
  it.each([
    ['where timers have a turn between two events', true],
    ['where no timer has a turn', false],
  ])('does not keep the lock’s second command back, %s', async (_where, hasTurns) => {
    const { clock, guard, port, goOn } = await made(hasTurns)
    const pressedAtMs = clock.nowMs()
    guard.press({ kind: 'lock' })
    for (let count = 0; count < 6000; count += 1) {
      goOn(0.5)
      guard.feed({
        kind: 'event',
        event: { name: 'handRaised', id: `p${count % 500}`, raisedAtMs: 1 },
        changes: [],
      })
    }
    const lobby = port.left.find(({ command }) => command.name === 'toggleLobby')
    expect(lobby?.command).toEqual({ name: 'toggleLobby', isOn: true })
    expect((lobby?.atMs ?? 0) - pressedAtMs).toBeLessThanOrEqual(DOOR_PAUSE_MS + 1)
  })

  it('sets no timer anew while what is due stays the same', async () => {
    const { guard, setCount, goOn } = await made(true)
    guard.press({ kind: 'lock' })
    const before = setCount()
    for (let count = 0; count < 100; count += 1) {
      goOn(1)
      guard.feed({ kind: 'event', event: { name: 'handRaised', id: 'p', raisedAtMs: 1 }, changes: [] })
    }
    expect(setCount()).toBe(before)
  })
})

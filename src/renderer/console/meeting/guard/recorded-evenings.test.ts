/** @file Recorded evenings, replayed through the pure step: no clock, no port, milliseconds for an evening. */
import { describe, expect, it } from 'vitest'
import { createRoster } from '../roster/roster'
import { doorOf } from './door-runs'
import { type GuardState, guardWakesAtMs, initialGuard, stepGuard } from './guard'
import { quietOf } from './quiet'
import { type Recorded, recordedEvenings } from './recorded-evenings.fixture'
import { removalsOf } from './removals'
import { sayLock, sayQuiet, sayRemoval, sayRemovalDoor } from './sentences'
import type { GuardInput, World } from './slice'

/** Replays one: every command is handed over at once, as a room page does that works. */
const replay = () => {
  const startMs = Date.UTC(2026, 10, 26, 19)
  const roster = createRoster((ordinal) => `Someone ${ordinal}`)
  const left: string[] = []
  const askedSteps = new Map<number, number>()
  let state: GuardState = initialGuard
  let step = 1
  let nowMs = startMs
  let isPasswordOnRoom = false

  const feed = (first: GuardInput): void => {
    const inputs = [first]
    for (const input of inputs) {
      step += 1
      const world: World = {
        nowMs,
        step,
        ownId: roster.ownId(),
        people: roster.people(),
        person: (id) => roster.get(id),
        fallbackName: (ordinal) => `Someone ${ordinal}`,
        password: 'p'.repeat(24),
        isPasswordOnRoom,
      }
      const stepped = stepGuard(state, input, world)
      state = stepped.state
      for (const effect of stepped.effects) {
        if (effect.kind === 'passwordSent') isPasswordOnRoom = true
        if (effect.kind !== 'command') continue
        left.push(effect.command.name)
        inputs.push({ kind: 'result', ref: effect.ref, result: { kind: 'sent' } })
      }
    }
  }

  /** Moves time on, and lets the guard wake where it asked to. */
  const waitUntil = (untilMs: number): void => {
    for (;;) {
      const wakesAtMs = guardWakesAtMs(state)
      if (wakesAtMs === null || wakesAtMs > untilMs) break
      nowMs = Math.max(nowMs, wakesAtMs)
      const before = state
      feed({ kind: 'tick' })
      // A part that asked to be woken and then did nothing would wake for ever.
      if (state === before) break
    }
    nowMs = untilMs
  }

  const said = () => {
    const door = doorOf(state.door)
    const [removal] = removalsOf(state.removals)
    return {
      lock: sayLock(door),
      quiet: sayQuiet(quietOf(state.quiet)),
      removal: removal ? sayRemoval(removal) : null,
      door: sayRemovalDoor(door),
    }
  }

  const play = (line: Recorded): void => {
    waitUntil(startMs + line.at * 1000)
    if ('event' in line) {
      const changes = roster.apply(line.event)
      feed({ kind: 'event', event: line.event, changes })
    } else if ('press' in line) feed({ kind: 'press', press: line.press })
    else if ('ask' in line) {
      roster.pollAsked(line.ask)
      askedSteps.set(line.ask, step)
    } else if ('answer' in line) {
      const { answer, people, isAudioModerated = null } = line
      const changes = people === null ? [] : roster.applyPoll(answer, people)
      feed({
        kind: 'polled',
        polled: {
          kind: 'polled',
          pollId: answer,
          people: people === null ? null : [...people],
          isAudioModerated,
          isVideoModerated: null,
          isLobbyOn: null,
        },
        askedStep: askedSteps.get(answer) ?? 0,
        changes,
      })
    } else if ('tick' in line) feed({ kind: 'tick' })
    else if ('out' in line) {
      roster.clear()
      feed({ kind: 'out' })
    } else if ('left' in line) expect([line.at, ...left]).toEqual([line.at, ...line.left])
    else expect({ at: line.at, ...said() }).toMatchObject({ at: line.at, ...line.says })
  }
  return { play, said }
}

describe('a recorded evening', () => {
  it.each(recordedEvenings)('$shows', ({ lines }) => {
    const { play } = replay()
    for (const line of lines) play(line)
  })

  it('says the same when each event comes twice, as real ones do', () => {
    for (const { lines } of recordedEvenings) {
      const [once, twice] = [replay(), replay()]
      for (const line of lines) {
        once.play(line)
        twice.play(line)
        if ('event' in line) twice.play(line)
      }
      expect(twice.said()).toEqual(once.said())
    }
  })

  it('is replayed in its order', () => {
    for (const { shows, lines } of recordedEvenings) {
      const times = lines.map(({ at }) => at)
      expect([shows, ...times]).toEqual([shows, ...times.toSorted((a, b) => a - b)])
    }
  })
})

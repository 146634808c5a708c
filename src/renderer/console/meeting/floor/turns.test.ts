/** @file The floor: order of hands, quieter people first, a round with passing, and the facilitator's own turn. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from '../roster/person'
import {
  type FloorWorld,
  handsInLine,
  noTurns,
  noteHands,
  passedInRound,
  stillToAsk,
  type TurnAct,
  type Turns,
  takeTurnAct,
} from './turns'

const person = (id: string, raisedAtMs: number | null = null): Person => ({
  id,
  ordinal: 1,
  name: id,
  twin: null,
  role: 'participant',
  mute: 'unmuted',
  raisedAtMs,
  isSelf: id === 'me',
})
const worldOf = (people: readonly Person[], spoken: Readonly<Record<string, number>> = {}): FloorWorld => ({
  nowMs: 1000,
  people,
  spokenMs: new Map(Object.entries(spoken)),
})
const play = (acts: readonly TurnAct[], world: FloorWorld, from: Turns = noTurns) =>
  acts.reduce((turns, act) => takeTurnAct(turns, act, world), from)
const ids = (people: readonly Person[]) => people.map(({ id }) => id)

describe('raised hands', () => {
  const people = [person('me', 1), person('ash', 30), person('oak', 10), person('wren'), person('fern', 20)]

  it('stand in the order in which they were raised, ours not among them', () => {
    expect(ids(handsInLine(noTurns, people))).toEqual(['oak', 'fern', 'ash'])
  })

  it('are answered by a turn, and count again when raised anew', () => {
    const turns = play([{ kind: 'give', id: 'oak' }], worldOf(people))
    expect(ids(handsInLine(turns, people))).toEqual(['fern', 'ash'])
    const after = play([{ kind: 'end' }], worldOf(people), turns)
    expect(after.turn).toBeNull()
    expect(ids(handsInLine(after, people))).toEqual(['fern', 'ash'])
    const again = people.map((one) => (one.id === 'oak' ? person('oak', 40) : one))
    expect(ids(handsInLine(after, again))).toEqual(['fern', 'ash', 'oak'])
  })

  it('stand quieter people first where that is wanted, by what they had spoken when the hand went up', () => {
    const spoken = { oak: 90_000, fern: 5000, ash: 40_000 }
    const noted = noteHands({ ...noTurns, isQuietFirst: true }, worldOf(people, spoken))
    expect(ids(handsInLine(noted, people))).toEqual(['fern', 'ash', 'oak'])
    // What they say meanwhile moves nobody in the line.
    const later = noteHands(noted, worldOf(people, { ...spoken, fern: 900_000 }))
    expect(later).toBe(noted)
  })

  it('quieter people first spreads the floor by far more than first come, first served', () => {
    // A few raise a hand at once whenever they may, the others now and then; each turn lasts as long as it lasts.
    const gini = (isQuietFirst: boolean): number => {
      const eager = [0.95, 0.95, 0.8, 0.3, 0.3, 0.2, 0.2, 0.2]
      let seed = 7
      const random = () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        return seed / 2_147_483_648
      }
      const spoken = new Map<string, number>()
      const raisedAt = new Map<string, number>()
      let turns: Turns = { ...noTurns, isQuietFirst }
      for (let turn = 1; turn <= 60; turn += 1) {
        for (const [index, wish] of eager.entries()) {
          if (random() < wish && !raisedAt.has(`p${index}`)) raisedAt.set(`p${index}`, turn * 1000 + index)
        }
        const room = eager.map((_, index) => person(`p${index}`, raisedAt.get(`p${index}`) ?? null))
        const world = { nowMs: turn * 1000, people: room, spokenMs: spoken }
        turns = noteHands(turns, world)
        const [next] = handsInLine(turns, room)
        if (!next) continue
        turns = play([{ kind: 'give', id: next.id }, { kind: 'end' }], world, turns)
        spoken.set(next.id, (spoken.get(next.id) ?? 0) + 60_000 + random() * 120_000)
        raisedAt.delete(next.id)
      }
      const times = eager.map((_, index) => spoken.get(`p${index}`) ?? 0).sort((one, other) => one - other)
      const total = times.reduce((sum, ms) => sum + ms, 0)
      const weighted = times.reduce((sum, ms, index) => sum + (index + 1) * ms, 0)
      return (2 * weighted) / (times.length * total) - (times.length + 1) / times.length
    }
    expect(gini(true)).toBeLessThanOrEqual(0.7 * gini(false))
  })
})

describe('a round', () => {
  const people = [person('me'), person('ash'), person('oak'), person('wren')]

  it('asks everybody once, ourselves last, and ends with nobody left', () => {
    let turns = play([{ kind: 'startRound' }], worldOf(people))
    const asked: (string | undefined)[] = []
    while (turns.turn !== null) {
      asked.push(turns.turn.id)
      turns = play([{ kind: 'next' }], worldOf(people), turns)
    }
    expect(asked).toEqual(['ash', 'oak', 'wren', 'me'])
    expect(stillToAsk(turns, people)).toEqual([])
    expect(turns.isHandingBack).toBe(true)
  })

  it('begins with who has spoken least where that is wanted', () => {
    const world = worldOf(people, { ash: 60_000, oak: 0, wren: 9000 })
    const turns = play([{ kind: 'setQuietFirst', isQuietFirst: true }, { kind: 'startRound' }], world)
    expect(turns.turn?.id).toBe('oak')
    expect(ids(stillToAsk(turns, people))).toEqual(['wren', 'ash', 'me'])
  })

  it('lets anybody pass, and asks those once more where that is wanted', () => {
    const turns = play(
      [{ kind: 'startRound' }, { kind: 'pass' }, { kind: 'next' }, { kind: 'pass' }, { kind: 'next' }],
      worldOf(people),
    )
    expect(ids(passedInRound(turns, people))).toEqual(['ash', 'wren'])
    const again = play([{ kind: 'askPassed' }], worldOf(people), turns)
    expect(again.turn?.id).toBe('ash')
    expect(ids(stillToAsk(again, people))).toEqual(['wren'])
  })

  it('waits for nobody who left, and asks whoever came meanwhile last', () => {
    const begun = play([{ kind: 'startRound' }], worldOf(people))
    const later = [person('me'), person('ash'), person('wren'), person('fern')]
    expect(ids(stillToAsk(begun, later))).toEqual(['wren', 'me', 'fern'])
    // Back under the same id: still asked.
    expect(ids(stillToAsk(begun, people))).toEqual(['oak', 'wren', 'me'])
  })

  it('asks nobody twice, whatever is pressed in it and whoever comes and goes', () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('next' as const, 'pass' as const) }),
        fc.record({ come: fc.nat(9) }),
        fc.record({ go: fc.nat(9) }),
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(acts, (steps) => {
        let room: readonly Person[] = people
        let turns = play([{ kind: 'startRound' }], worldOf(room))
        const asked = [turns.turn?.id]
        for (const step of steps) {
          if ('come' in step) {
            const id = `late${step.come}`
            if (!room.some((one) => one.id === id)) room = [...room, person(id)]
          } else if ('go' in step) {
            room = room.filter((one, index) => one.isSelf || index !== step.go)
          } else {
            const before = turns.turn
            turns = play([step], worldOf(room), turns)
            if (turns.turn !== null && turns.turn !== before) asked.push(turns.turn.id)
          }
        }
        expect(new Set(asked).size).toBe(asked.length)
        for (const { id } of stillToAsk(turns, room)) expect(asked).not.toContain(id)
      }),
    )
  })
})

describe('a turn', () => {
  const people = [person('me'), person('ash')]

  it('has the answer its speaker asked for, and the next one begins without', () => {
    const turns = play(
      [
        { kind: 'give', id: 'ash' },
        { kind: 'setMode', mode: 'justListening' },
      ],
      worldOf(people),
    )
    expect(turns.turn?.mode).toBe('justListening')
    expect(play([{ kind: 'give', id: 'me' }], worldOf(people), turns).turn?.mode).toBeNull()
  })

  it('of ours ends in handing back; passing hands nothing back', () => {
    const mine = play([{ kind: 'give', id: 'me' }, { kind: 'end' }], worldOf(people))
    expect(mine.isHandingBack).toBe(true)
    expect(play([{ kind: 'handedBack' }], worldOf(people), mine).isHandingBack).toBe(false)
    expect(play([{ kind: 'give', id: 'ash' }, { kind: 'end' }], worldOf(people)).isHandingBack).toBe(false)
    const passed = play([{ kind: 'startRound' }, { kind: 'next' }, { kind: 'pass' }], worldOf(people))
    expect(passed.isHandingBack).toBe(false)
  })

  it('goes to nobody who is not here', () => {
    expect(play([{ kind: 'give', id: 'gone' }], worldOf(people))).toBe(noTurns)
  })
})

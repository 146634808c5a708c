/** @file The gate takes the protocol's words and nothing else, at no more than its rate. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FromRoom, MESSAGE_MAX, MESSAGES_PER_SECOND_MAX, NAME_MAX } from '../../../../contract/room-protocol'
import { createAlarmGate, createIntake, parseFromRoom } from './intake'
import { createRateLimit } from './rate-limit'

const said = (message: unknown) => JSON.stringify(message)
const pong = said({ kind: 'pong', pingId: 1 })
const joined = (id: unknown, displayName: unknown = 'Marsh') =>
  said({ kind: 'event', event: { name: 'participantJoined', id, displayName } })

describe('what is read', () => {
  it('takes a word of the protocol, stripped to the fields it names', () => {
    const read = parseFromRoom(
      said({
        kind: 'event',
        event: { name: 'participantLeft', id: 'a1', email: 'x@y.z' },
        extra: 'more',
      }),
    )
    expect(read).toEqual({ kind: 'event', event: { name: 'participantLeft', id: 'a1' } })
  })

  it.each([
    ['a number', 7],
    ['an object, even a proper one', { kind: 'pong', pingId: 1 }],
    ['a buffer', new ArrayBuffer(8)],
    ['null', null],
    ['no JSON', '{kind'],
    ['an unknown kind', said({ kind: 'open', url: 'https://example.org' })],
    ['an unknown event', said({ kind: 'event', event: { name: 'videoQualityChanged' } })],
    ['an id with markup', joined('<b>')],
    ['an id that is too long', joined('a'.repeat(65))],
    ['an empty id', joined('')],
    ['a number for an id', joined(5)],
    [
      'a poll of too many',
      said({ kind: 'polled', pollId: 1, people: Array.from({ length: 1001 }, () => ({ id: 'a' })) }),
    ],
    ['a deep nest', '['.repeat(200_000)],
  ])('refuses %s', (_what, data) => {
    expect(parseFromRoom(data)).toBe('unparsable')
  })

  it('refuses unread what is too large', () => {
    expect(parseFromRoom(`"${'x'.repeat(MESSAGE_MAX)}"`)).toBe('tooLarge')
  })

  it('cuts a name of ten thousand characters, and keeps markup as text', () => {
    const long = parseFromRoom(joined('a1', 'n'.repeat(10_000)))
    expect(long).toEqual({
      kind: 'event',
      event: { name: 'participantJoined', id: 'a1', displayName: 'n'.repeat(NAME_MAX) },
    })
    const markup = '<img src=x onerror=alert(1)>'
    expect(parseFromRoom(joined('a1', markup))).toMatchObject({ event: { displayName: markup } })
  })

  it('never throws on anything, and never passes what the protocol would not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (data) => {
        const read = parseFromRoom(data)
        if (typeof read === 'string') return
        expect(typeof data).toBe('string')
        expect(FromRoom.parse(read)).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })

  it('never passes a word with one field put wrong', () => {
    const wrong = fc.oneof(fc.constant(null), fc.boolean(), fc.array(fc.anything()), fc.constant(''))
    const words = fc.record({ name: fc.constant('roleChanged'), id: wrong, role: wrong })
    fc.assert(
      fc.property(words, (event) => {
        expect(parseFromRoom(said({ kind: 'event', event }))).toBe('unparsable')
      }),
    )
  })
})

describe('how much is taken', () => {
  it('drops unread more text than can be real, and takes what is real', () => {
    const intake = createIntake(createAlarmGate())
    const long = said({ kind: 'pong', pingId: 1, padding: 'x'.repeat(900_000) })
    const taken = Array.from({ length: 10 }, () => intake.take(long, 0))
    expect(taken.map(({ kind }) => kind)).toEqual(['message', 'message', ...Array(8).fill('dropped')])
    expect(taken[2]).toEqual({ kind: 'dropped', alarm: 'flood' })
    expect(intake.take(pong, 0).kind).toBe('message')
  })

  it('drops a flood with one alarm, and hears again a second later', () => {
    const intake = createIntake(createAlarmGate())
    const taken = Array.from({ length: 5 * MESSAGES_PER_SECOND_MAX }, () => intake.take(pong, 500))
    expect(taken.filter(({ kind }) => kind === 'message')).toHaveLength(MESSAGES_PER_SECOND_MAX)
    expect(taken.filter((one) => one.kind === 'dropped' && one.alarm !== null)).toEqual([
      { kind: 'dropped', alarm: 'flood' },
    ])
    expect(intake.take(pong, 1500).kind).toBe('message')
  })

  it('drops the excess of a flood unread, so garbage in it raises nothing else', () => {
    const intake = createIntake(createAlarmGate(), {
      messages: createRateLimit({ perSecond: 1, burst: 1 }),
      text: createRateLimit({ perSecond: 1000, burst: 1000 }),
    })
    expect(intake.take(pong, 0).kind).toBe('message')
    expect(intake.take('rubbish', 1)).toEqual({ kind: 'dropped', alarm: 'flood' })
  })
})

describe('how often an alarm is told', () => {
  it('tells each kind once while it lasts, and again after ten calm seconds', () => {
    const gate = createAlarmGate()
    expect(gate.pass('unparsable', 0)).toBe('unparsable')
    for (let nowMs = 1000; nowMs <= 60_000; nowMs += 1000) expect(gate.pass('unparsable', nowMs)).toBeNull()
    expect(gate.pass('tooLarge', 60_000)).toBe('tooLarge')
    expect(gate.pass('unparsable', 70_000)).toBe('unparsable')
  })
})

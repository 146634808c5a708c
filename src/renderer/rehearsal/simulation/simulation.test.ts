/** @file The rehearsal plays the real one's traps, and the same evening every time. */
import { describe, expect, it } from 'vitest'
import { evening } from './evening'
import type { Behaviour } from './plan'
import { begin, guest, late, password, plan } from './play'

describe('the evening that ships', () => {
  it('has eight guests, the first within a second and all within twelve', () => {
    const room = begin(evening)
    expect(room.names().length).toBeGreaterThanOrEqual(2)
    room.clock.advance(11_000)
    expect(room.names()).toHaveLength(9)
  })

  it('is the same every time', () => {
    const runs = [begin(evening), begin(evening)]
    for (const { clock } of runs) clock.advance(600_000)
    expect(runs[0]?.told).toEqual(runs[1]?.told)
    expect(runs[0]?.told.length).toBeGreaterThan(100)
  })

  it('shows every behaviour within two minutes', () => {
    const room = begin(evening)
    room.clock.advance(120_000)
    expect(room.of('raise-hand-updated').some(({ handRaised }) => Number(handRaised) > 0)).toBe(true)
    expect(room.of('incoming-message')).toContainEqual(
      expect.objectContaining({ message: 'Is it ok if I keep my camera off?', privateMessage: true }),
    )
    expect(room.of('incoming-message').some(({ privateMessage }) => privateMessage === false)).toBe(true)
    expect(new Set(room.of('dominant-speaker-changed').map(({ id }) => id)).size).toBeGreaterThan(3)
    const left = room.of('participant-left').length
    expect(left).toBeGreaterThan(0)
    expect(room.of('participant-joined')).toHaveLength(8 + left)
  })

  it('has somebody knock after the room is locked', () => {
    const room = begin(evening)
    room.clock.advance(12_000)
    room.run('toggle-lobby', true)
    room.clock.advance(20_000)
    expect(room.of('knocking-participant')).toContainEqual({
      participant: expect.objectContaining({ name: 'Sol' }),
    })
  })
})

describe('joining', () => {
  it('tells of those already inside before it tells of us', () => {
    const names = begin(plan([guest('Oak')])).told.map(({ name }) => name)
    expect(names.indexOf('participant-joined')).toBeLessThan(names.indexOf('video-conference-joined'))
  })

  it('carries the id local until we have joined, and our own from then on', () => {
    const room = begin(plan([guest('Oak')]))
    const joinedAt = room.told.findIndex(({ name }) => name === 'video-conference-joined')
    const local = room.told.flatMap(({ name, payload: { id } }, at) => (id === 'local' ? [{ name, at }] : []))
    expect(local.map(({ name }) => name)).toEqual([
      'display-name-change',
      'raise-hand-updated',
      'participant-muted',
    ])
    expect(local.every(({ at }) => at < joinedAt)).toBe(true)
  })

  it('tells roles before or after the joining, by chance', () => {
    const orders = new Set(
      Array.from({ length: 12 }, (_, seed) => {
        const names = begin(plan([], { seed })).told.map(({ name }) => name)
        return names.indexOf('participant-role-changed') < names.indexOf('video-conference-joined')
      }),
    )
    expect(orders.size).toBe(2)
  })

  it('does nothing and says nothing for somebody who is no moderator', () => {
    const room = begin(plan([guest('Host'), guest('Oak')], { moderator: 'firstGuest' }))
    const before = room.told.length
    room.run('toggle-lobby', true)
    room.run('mute-everyone', 'audio')
    room.run('kick-participant', room.id('Oak'))
    room.run('toggle-moderation', true, 'audio')
    room.clock.advance(5000)
    expect(room.told).toHaveLength(before)
    room.run('password', password)
    expect(room.of('notification-triggered')).toEqual([
      { title: 'dialog.lockTitle', description: 'dialog.lockMessage' },
    ])
  })
})

describe('quiet', () => {
  const unmuter: Behaviour[] = [{ kind: 'unmutesItself', afterMs: 2000 }]
  const isMuted = (room: ReturnType<typeof begin>, name: string) =>
    room.people().find(({ displayName }) => displayName === name)?.audioMuted

  it('lasts a moment only when everyone is just muted', () => {
    const room = begin(plan([guest('Juniper', unmuter)]))
    room.run('mute-everyone', 'audio')
    room.clock.advance(500)
    expect(isMuted(room, 'Juniper')).toBe(true)
    expect(room.of('participant-muted').at(-1)).toEqual({
      id: room.id('Juniper'),
      isMuted: true,
      mediaType: 'audio',
    })
    room.clock.advance(3000)
    expect(isMuted(room, 'Juniper')).toBe(false)
  })

  it('mutes everybody as moderation goes on, holds them, and newcomers start muted', () => {
    const room = begin(plan([guest('Juniper', unmuter), late(4000)]))
    room.run('toggle-moderation', true, 'audio')
    room.clock.advance(500)
    // Twice, as the real one says it.
    const isOn = { mediaType: 'audio', enabled: true }
    expect(room.of('moderation-status-changed')).toEqual([isOn, isOn])
    expect(room.simulation.request('is-moderation-on', { mediaType: 'audio' })).toBe(true)
    expect(isMuted(room, 'Juniper')).toBe(true)
    room.run('mute-everyone', 'audio')
    room.clock.advance(10_000)
    expect(isMuted(room, 'Juniper')).toBe(true)
    expect(isMuted(room, 'Sol')).toBe(true)
    room.run('ask-to-unmute', room.id('Juniper'))
    room.clock.advance(4000)
    expect(room.of('moderation-participant-approved')).toEqual([
      { id: room.id('Juniper'), mediaType: 'audio' },
    ])
    expect(isMuted(room, 'Juniper')).toBe(false)
  })

  it('polls somebody without a track yet as muted, whatever becomes of it', () => {
    const room = begin(plan([late(2000)]))
    room.clock.advance(1050)
    expect(room.people().at(-1)).toMatchObject({ displayName: 'Sol', audioMuted: true })
    room.clock.advance(1000)
    expect(room.people().at(-1)).toMatchObject({ displayName: 'Sol', audioMuted: false })
  })

  it('toggles our own microphone when a mute is aimed at ourselves', () => {
    const room = begin(plan([]))
    expect(isMuted(room, 'Ash')).toBe(true)
    room.run('mute-remote-participant', room.id('Ash'), 'audio')
    expect(isMuted(room, 'Ash')).toBe(false)
    expect(room.of('audio-mute-status-changed').at(-1)).toEqual({ muted: false })
  })

  it('says nothing of the microphone of somebody who has none', () => {
    const room = begin(plan([guest('Anon 4', [], { hasMicrophone: false })]))
    room.run('mute-everyone', 'audio')
    room.clock.advance(1000)
    expect(room.of('participant-muted').filter(({ id }) => id !== 'local')).toEqual([])
  })

  it('lowers a hand, by a timestamp of 0, when its owner speaks', () => {
    const room = begin(
      plan([guest('Marsh', [{ kind: 'raisesHand', afterMs: 0, everyMs: 600_000 }])], { hasTalk: true }),
    )
    room.clock.advance(30_000)
    const raised = room
      .of('raise-hand-updated')
      .filter(({ id }) => id !== 'local')
      .map(({ handRaised }) => Number(handRaised))
    expect(raised[0]).toBeGreaterThan(1_000_000)
    expect(raised[1]).toBe(0)
  })
})

describe('words', () => {
  const writer: Behaviour[] = [{ kind: 'writesPrivately', afterMs: 0, text: 'May I?', answer: 'Thanks.' }]

  it('holds a word to everyone after a private one came in, unless told not to', () => {
    const room = begin(plan([guest('Wren', writer)]))
    expect(room.of('incoming-message')).toHaveLength(1)
    room.run('send-chat-message', 'Hello all', '')
    expect(room.of('outgoing-message')).toEqual([])
    room.run('send-chat-message', 'Hello all', '', true)
    expect(room.of('outgoing-message')).toEqual([{ message: 'Hello all', privateMessage: false }])
  })

  it('sends to everyone what has no recipient, and nothing to somebody unknown', () => {
    const room = begin(plan([guest('Oak')]))
    room.run('send-chat-message', 'Just for you', '')
    expect(room.of('outgoing-message')).toEqual([{ message: 'Just for you', privateMessage: false }])
    room.run('send-chat-message', 'Just for you', 'unknown', true)
    expect(room.of('outgoing-message')).toHaveLength(1)
  })

  it('is answered by the one who wrote', () => {
    const room = begin(plan([guest('Wren', writer)]))
    room.run('send-chat-message', 'Of course.', room.id('Wren'), true)
    room.clock.advance(5000)
    expect(room.of('incoming-message').at(-1)).toMatchObject({ message: 'Thanks.', privateMessage: true })
  })
})

describe('leaving', () => {
  it('says left, then ready to close, and then nothing more', () => {
    const room = begin(evening)
    room.run('video-hangup', false)
    room.clock.advance(300)
    expect(room.told.slice(-2).map(({ name }) => name)).toEqual([
      'video-conference-left',
      'video-ready-to-close',
    ])
    const before = room.told.length
    room.clock.advance(600_000)
    expect(room.told).toHaveLength(before)
    expect(room.people()).toEqual([])
  })

  it('never gets ready to close while the feedback dialog waits for somebody', () => {
    const room = begin(plan([]))
    room.run('video-hangup')
    room.clock.advance(600_000)
    expect(room.of('video-conference-left')).toHaveLength(1)
    expect(room.of('video-ready-to-close')).toEqual([])
  })

  it('ends for everyone', () => {
    const room = begin(plan([guest('Oak'), guest('Fern')]))
    room.run('end-conference')
    room.clock.advance(1000)
    expect(room.of('participant-left')).toHaveLength(2)
    expect(room.of('video-ready-to-close')).toHaveLength(1)
  })
})

describe('many', () => {
  it('holds five hundred guests and a thousand events a second', () => {
    const guests = Array.from({ length: 500 }, (_, index) => guest(`Guest ${index}`))
    const room = begin(plan(guests, { floodPerSecond: 1000 }))
    expect(room.people()).toHaveLength(501)
    const before = room.told.length
    room.clock.advance(1000)
    expect(room.told.length - before).toBeGreaterThanOrEqual(990)
  })

  it('ignores commands and requests it does not know', () => {
    const room = begin(plan([]))
    const before = room.told.length
    room.run('constructor')
    room.run('__proto__')
    room.run('start-recording', { mode: 'file' })
    expect(room.told).toHaveLength(before)
    expect(room.simulation.request('lobby-state', {})).toBeUndefined()
  })
})

/** @file A drill's steps: each once, by what calls for it, said in words, and told to the embedder as a hint. */
import { describe, expect, it } from 'vitest'
import { DrillPlan } from '../../../contract/drill-plan'
import { drillEvening } from './plan'
import { begin } from './play'

const guests = [
  { name: 'Oak', arrivesAtMs: 0, isUnmuted: false },
  { name: 'Sol', arrivesAtMs: 0, isUnmuted: false },
  { name: 'Late', arrivesAtMs: null, isUnmuted: false },
]
const start = (steps: unknown[], isBack = false) =>
  begin(drillEvening({ plan: DrillPlan.parse({ seed: 3, guests, steps, endsAfterMs: 60_000 }), isBack }))
type Room = ReturnType<typeof start>
const hints = (room: Room): unknown[] =>
  room.of('notification-triggered').map(({ title, description }) => [title, description].join(' '))
const steps = (room: Room): unknown[] => hints(room).map((hint) => String(hint).split(' ')[1])
const saying = (room: Room, name: string) =>
  room.simulation.view().tiles.find(({ displayName }) => displayName === name)
const begins = { kind: 'begins' }
const says = (guest: string, text = 'Hello.') => ({ kind: 'says', guest, text })

describe('a step', () => {
  it('is told by its id, speaks in words for a while, and shows on the tile', () => {
    const room = start([{ id: 'hello', when: [begins], afterMs: 2000, happens: [says('Oak')] }])
    expect(saying(room, 'Oak')).toMatchObject({ saying: null, isSpeaking: false })
    room.clock.advance(2000)
    expect(hints(room)).toEqual(['rehearsal.step hello'])
    expect(saying(room, 'Oak')).toMatchObject({ saying: 'Hello.', isSpeaking: true, isMuted: false })
    expect(room.of('dominant-speaker-changed')).toEqual([{ id: room.id('Oak') }])
    room.clock.advance(10_000)
    expect(saying(room, 'Oak')).toMatchObject({ saying: null, isSpeaking: false })
  })

  it('is cut short by a mute, and under moderation becomes a raised hand', () => {
    const room = start([
      {
        id: 'first',
        when: [begins],
        afterMs: 1000,
        happens: [says('Oak', 'A long thing to say. '.repeat(9))],
      },
      { id: 'second', when: [begins], afterMs: 9000, happens: [says('Sol')] },
    ])
    room.clock.advance(1500)
    room.run('mute-remote-participant', room.id('Oak'), 'audio')
    room.clock.advance(500)
    expect(saying(room, 'Oak')).toMatchObject({ saying: null, isMuted: true })
    room.run('toggle-moderation', true, 'audio')
    room.clock.advance(9000)
    expect(saying(room, 'Sol')).toMatchObject({ saying: null, hasHandRaised: true })
  })

  it('waits for what it needs, is called off by what rules it out, and comes once', () => {
    const written = { kind: 'writtenTo', guest: 'Oak' }
    const room = start([
      { id: 'asked', when: [begins], afterMs: 5000, happens: [] },
      { id: 'answered', when: [written], needs: ['asked'], afterMs: 0, happens: [] },
      {
        id: 'ignored',
        when: [{ kind: 'step', id: 'asked' }],
        afterMs: 8000,
        unless: ['answered'],
        happens: [],
      },
    ])
    const write = () => room.run('send-chat-message', 'Hello', room.id('Oak'), true)
    write()
    room.clock.advance(6000)
    expect(steps(room)).toEqual(['asked'])
    write()
    write()
    room.clock.advance(20_000)
    expect(steps(room)).toEqual(['asked', 'answered'])
  })

  it('does not happen without the guest it needs', () => {
    const room = start([
      { id: 'gone', when: [begins], afterMs: 1000, happens: [{ kind: 'leaves', guest: 'Oak' }] },
      { id: 'said', when: [begins], afterMs: 2000, happens: [says('Oak')] },
      { id: 'comes', when: [begins], afterMs: 3000, happens: [{ kind: 'comes', guest: 'Late' }] },
      { id: 'late', when: [begins], afterMs: 4000, happens: [says('Late')] },
    ])
    room.clock.advance(5000)
    expect(steps(room)).toEqual(['gone', 'comes', 'late'])
    expect(room.names()).toEqual(['Ash', 'Sol', 'Late'])
  })
})

describe('what the server does in a drill', () => {
  it('gives its first sign late where the plan says so, and joins after it', () => {
    const slow = DrillPlan.parse({
      seed: 3,
      guests,
      steps: [{ id: 'in', when: [begins], afterMs: 0, happens: [] }],
      slowStartMs: 24_000,
      endsAfterMs: 60_000,
    })
    const room = begin(drillEvening({ plan: slow, isBack: false }))
    room.clock.advance(22_000)
    expect(room.told).toEqual([])
    room.clock.advance(2000)
    expect(room.told[0]?.name).toBe('ready')
    expect(steps(room)).toEqual(['in'])
  })

  it('tells by hints alone what another moderator did to the door, and lets in who waited', () => {
    const room = start([
      { id: 'late', when: [begins], afterMs: 2000, happens: [{ kind: 'comes', guest: 'Late' }] },
      { id: 'off', when: [begins], afterMs: 5000, happens: [{ kind: 'othersLobby', isOn: false }] },
      { id: 'off-again', when: [begins], afterMs: 6000, happens: [{ kind: 'othersLobby', isOn: false }] },
      { id: 'password', when: [begins], afterMs: 7000, happens: [{ kind: 'othersPassword' }] },
    ])
    room.run('toggle-lobby', true)
    room.clock.advance(4000)
    expect(room.names()).not.toContain('Late')
    const own = room.of('non-participant-message-received').length
    room.clock.advance(4000)
    expect(room.names()).toContain('Late')
    expect(room.of('non-participant-message-received')).toHaveLength(own)
    const others = room.of('notification-triggered').filter(({ title }) => title !== 'rehearsal.step')
    expect(others).toEqual([
      { title: 'lobby.notificationTitle', description: 'lobby.notificationLobbyDisabled' },
      { title: 'notify.passwordSetRemotely' },
    ])
  })

  it('takes our role away and gives it back', () => {
    const room = start([
      { id: 'lost', when: [begins], afterMs: 1000, happens: [{ kind: 'moderator', guest: 'Oak' }] },
      { id: 'back', when: [begins], afterMs: 9000, happens: [{ kind: 'moderator', guest: null }] },
    ])
    const roles = () => room.people().map(({ displayName, role }) => `${displayName} ${role}`)
    room.clock.advance(1000)
    expect(roles().slice(0, 2)).toEqual(['Ash participant', 'Oak moderator'])
    room.run('kick-participant', room.id('Sol'))
    room.clock.advance(1000)
    expect(room.names()).toContain('Sol')
    room.clock.advance(9000)
    expect(roles().slice(0, 2)).toEqual(['Ash moderator', 'Oak moderator'])
  })

  it('breaks our line as a dying server does, hears nothing meanwhile, and comes back with all who are there', () => {
    const room = start([
      { id: 'broke', when: [begins], afterMs: 1000, happens: [{ kind: 'lineBreaks' }] },
      { id: 'unheard', when: [begins], afterMs: 3000, happens: [says('Oak')] },
      { id: 'line', when: [begins], afterMs: 9000, happens: [{ kind: 'lineReturns' }] },
      { id: 'again', when: [{ kind: 'comesBack' }], afterMs: 0, happens: [] },
    ])
    const before = room.told.length
    room.clock.advance(1000)
    const oak = room.told.slice(before).map(({ name }) => name)
    expect(oak).toEqual(['notification-triggered', 'error-occurred', 'participant-left', 'participant-left'])
    expect(room.of('error-occurred')).toMatchObject([{ error: { name: 'connection.otherError' } }])
    expect(room.people()).toEqual([])
    room.run('toggle-lobby', true)
    room.clock.advance(7000)
    expect(room.of('non-participant-message-received')).toEqual([])
    expect(room.of('dominant-speaker-changed')).toEqual([])
    room.clock.advance(2000)
    expect(room.names()).toEqual(['Ash', 'Oak', 'Sol'])
    expect(room.of('video-conference-joined')).toHaveLength(2)
    expect(steps(room)).toContain('again')
  })

  it('lets somebody who pressed Try again come back into the same drill', () => {
    const room = start(
      [
        { id: 'first', when: [begins], afterMs: 0, happens: [] },
        { id: 'again', when: [{ kind: 'comesBack' }], afterMs: 0, happens: [] },
      ],
      true,
    )
    expect(steps(room)).toEqual(['again'])
  })

  it('records and writes down as a server tells of it', () => {
    const room = start([
      { id: 'file', when: [begins], afterMs: 0, happens: [{ kind: 'recording', mode: 'file', isOn: true }] },
      {
        id: 'text',
        when: [begins],
        afterMs: 0,
        happens: [{ kind: 'recording', mode: 'transcript', isOn: true }],
      },
    ])
    expect(room.of('recording-status-changed')).toEqual([
      { on: true, mode: 'file', transcription: false },
      { on: true, mode: 'file', transcription: true },
    ])
    expect(room.of('transcribing-status-changed')).toEqual([{ on: true }])
  })

  it('ends once: by its end, or by its time', () => {
    const ending = start([{ id: 'over', when: [begins], afterMs: 5000, happens: [{ kind: 'ends' }] }])
    ending.clock.advance(120_000)
    expect(hints(ending)).toEqual(['rehearsal.step over', 'rehearsal.end over'])
    const endless = start([{ id: 'idle', when: [begins], afterMs: 0, happens: [] }])
    endless.clock.advance(120_000)
    expect(hints(endless)).toEqual(['rehearsal.step idle', 'rehearsal.end time'])
  })
})

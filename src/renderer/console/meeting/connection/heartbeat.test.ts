/** @file A page that answers is never called silent, however slow our own timers run. */
import { describe, expect, it } from 'vitest'
import { createHeartbeat } from './heartbeat'
import { judgeWindowMessage } from './room-frame'

describe('heartbeat', () => {
  it('calls a page silent once a ping is older than ten seconds, and not before', () => {
    const heartbeat = createHeartbeat()
    expect(heartbeat.beat(0)).toBe(false)
    expect(heartbeat.beat(10_000)).toBe(false)
    expect(heartbeat.beat(10_001)).toBe(true)
    heartbeat.heard()
    expect(heartbeat.beat(12_500)).toBe(false)
  })

  it('says nothing about a page that answered between two beats a minute apart', () => {
    const heartbeat = createHeartbeat()
    for (let minute = 0; minute < 5; minute += 1) {
      expect(heartbeat.beat(minute * 60_000)).toBe(false)
      heartbeat.heard()
    }
  })
})

describe('window messages', () => {
  const frameWindow = new MessageChannel().port1
  const other = new MessageChannel().port1
  const room = 'http://r1.localhost:4000'
  const ownWindow = new MessageChannel().port1
  const heard = { ownWindow, frameWindow, roomOrigin: room, isReadyAwaited: true }
  it.each([
    ['the room page', frameWindow, room, 'room-ready', 'ready'],
    ['its frame after it went elsewhere', frameWindow, 'https://elsewhere.example', 'room-ready', 'forged'],
    ['the room page with other words', frameWindow, room, { kind: 'room-ready' }, 'forged'],
    ['another window with the right words', other, room, 'room-ready', 'forged'],
    ['another window about something else', other, 'https://elsewhere.example', { a: 1 }, 'forged'],
    ['our own window', ownWindow, 'http://127.0.0.1:1', 'room-ready', 'notOurs'],
  ])('judges %s', (_who, source, origin, data, word) => {
    expect(judgeWindowMessage({ source, origin, data }, heard)).toBe(word)
  })
  it('takes nothing for the room page when the frame has no window', () => {
    const none = { ...heard, frameWindow: null }
    expect(judgeWindowMessage({ source: null, origin: room, data: 'room-ready' }, none)).toBe('forged')
  })
  it('reads nothing that another window says, and nothing at all once the port was handed', () => {
    const unread = (source: MessageEventSource) => ({
      source,
      origin: room,
      get data(): unknown {
        throw new Error('It was read, and so copied into this page')
      },
    })
    for (const source of [ownWindow, other]) judgeWindowMessage(unread(source), heard)
    expect(judgeWindowMessage(unread(frameWindow), { ...heard, isReadyAwaited: false })).toBe('forged')
    // The control: the one message that must be read is.
    expect(() => judgeWindowMessage(unread(frameWindow), heard)).toThrow('It was read')
  })
})

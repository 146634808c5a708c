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
  it.each([
    ['the room page', frameWindow, room, 'room-ready', 'ready'],
    ['its frame after it went elsewhere', frameWindow, 'https://elsewhere.example', 'room-ready', 'forged'],
    ['the room page with other words', frameWindow, room, { kind: 'room-ready' }, 'forged'],
    ['another window with the right words', other, room, 'room-ready', 'forged'],
    ['another window about something else', other, 'https://elsewhere.example', { a: 1 }, 'notOurs'],
  ])('judges %s', (_who, source, origin, data, word) => {
    expect(judgeWindowMessage({ source, origin, data }, frameWindow, room)).toBe(word)
  })
  it('takes nothing for the room page when the frame has no window', () => {
    expect(judgeWindowMessage({ source: null, origin: room, data: 'room-ready' }, null, room)).toBe('forged')
  })
})

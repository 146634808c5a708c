/**
 * @file What the room page's frame is lent: each attribute is a wall of its own, whatever the page's headers say. And how
 * many words of it to our window are put up with.
 */
import { expect, it } from 'vitest'
import { countWindowWords, createRoomFrame, WINDOW_WORDS_MAX, WORDS_WITHIN_MS } from './room-frame'

it('gives the room page its scripts and its own origin, the meeting’s six features, and nothing more', () => {
  const frame = createRoomFrame('http://r1.localhost:4000/room/1', 'The room')
  const walls = Object.fromEntries(
    [...frame.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== 'style'),
  )
  // The test's own page has no attribute for it.
  expect({ ...walls, referrerpolicy: frame.referrerPolicy }).toEqual({
    sandbox: 'allow-scripts allow-same-origin',
    allow: 'camera; microphone; display-capture; autoplay; screen-wake-lock; speaker-selection',
    referrerpolicy: 'no-referrer',
    credentialless: '',
    title: 'The room',
    src: 'http://r1.localhost:4000/room/1',
  })
})

it('puts up with what a minute on a machine that heard nothing has gathered from a page that lies', () => {
  const isTooMany = countWindowWords()
  // Four a second, heard at once.
  for (let word = 0; word < 60 * 4; word += 1) expect(isTooMany(0)).toBe(false)
})

it('does not put up with a flood, and counts nothing for longer than it should', () => {
  const isTooMany = countWindowWords()
  const words = (atMs: number) => Array.from({ length: WINDOW_WORDS_MAX }, () => isTooMany(atMs))
  expect(words(0)).not.toContain(true)
  expect(words(WORDS_WITHIN_MS)).not.toContain(true)
  expect(isTooMany(2 * WORDS_WITHIN_MS - 1)).toBe(true)
})

/** @file What the room page's frame is lent: each attribute is a wall of its own, whatever the page's headers say. */
import { expect, it } from 'vitest'
import { createRoomFrame } from './room-frame'

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

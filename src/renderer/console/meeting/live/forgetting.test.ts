/**
 * @file Closing forgets: after it no name, word or id of anybody in the room is left on the heap. The control
 * is the same search before closing, which must find every one.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { getHeapSnapshot, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { holdClock } from '../guard/held-clock'
import { createLiveRoom, type LiveRoomModel } from './live-room'
import { playConnection } from './stand-in-connection'

const PEOPLE = 500
// Only halves are ever held whole, so that the search itself leaves no canary behind.
const secret = randomBytes(6).toString('hex')
const canary = (kind: string, index: number) =>
  ['cny', kind, secret.slice(0, 6), index, secret.slice(6)].join('')

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

const closeAndCount = async (room: LiveRoomModel): Promise<number> => (await room.close()).length

const canariesOnHeap = async (): Promise<number> => {
  // The engine remembers the subject of the last match: a match of ours must not keep a canary.
  ;/x/.exec('x')
  await new Promise((resolve) => setTimeout(resolve, 10))
  if (typeof collect === 'function') collect()
  const found = new Set<string>()
  let rest = ''
  const pattern = new RegExp(`cny[a-z]+${secret.slice(0, 6)}[0-9]+${secret.slice(6)}`, 'g')
  const stream = getHeapSnapshot()
  stream.setEncoding('latin1')
  stream.on('data', (chunk: string) => {
    const text = rest + chunk
    for (const [hit] of text.matchAll(pattern)) found.add(hit.length.toString() + hit.slice(3))
    rest = text.slice(-80)
  })
  await once(stream, 'end')
  const count = found.size
  found.clear()
  return count
}

const holdAnEvening = async (room: LiveRoomModel, page: ReturnType<typeof playConnection>): Promise<void> => {
  await room.enter()
  page.event({ name: 'joined', id: 'me', displayName: 'Me' })
  page.event({ name: 'roleChanged', id: 'me', role: 'moderator' })
  for (let index = 0; index < PEOPLE; index += 1) {
    page.event({ name: 'participantJoined', id: `p${index}`, displayName: canary('name', index) })
  }
  page.event({
    name: 'messageReceived',
    fromId: 'p1',
    displayName: '',
    text: canary('words', 1),
    isPrivate: true,
  })
  page.event({ name: 'knocking', id: 'k1', displayName: canary('knock', 1) })
  room.remove('p2')
  page.event({ name: 'kicked', kickedId: 'p2', isSelf: false })
  page.event({ name: 'displayNameChange', id: 'p3', displayName: canary('renamed', 3) })
  room.lock()
  room.quiet()
}

describe('closing', () => {
  it('leaves no canary on the heap', async () => {
    const page = playConnection()
    const join = {
      domain: 'd',
      scriptUrl: 'https://d/s',
      roomName: 'r'.repeat(20),
      displayName: 'Me',
      jwt: null,
      language: 'en',
    }
    const room = createLiveRoom({
      clock: holdClock(),
      publishSoon: (publish) => publish(),
      openRoom: async () => ({ connection: page.connection, join }),
      passwords: { read: async () => null, make: async () => 'n'.repeat(24), clear: async () => undefined },
      askServer: async () => 'notKnown',
      mutesNewcomers: () => true,
      fallbackName: (number) => `Someone ${number}`,
    })
    await holdAnEvening(room, page)
    expect(room.snapshot().people.length).toBe(PEOPLE)
    // The control: all of them are found while the room is open.
    expect(await canariesOnHeap()).toBeGreaterThanOrEqual(PEOPLE)

    expect(await closeAndCount(room)).toBeGreaterThanOrEqual(PEOPLE)
    expect(await canariesOnHeap()).toBe(0)
    // The model itself still lives: it is what forgot.
    expect(room.snapshot().people.length).toBe(0)
  })
})

/** @file For tests: a live room whose page the test plays and whose clock it holds. */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { holdClock } from '../guard/held-clock'
import type { Answer } from './line-watch'
import { createLiveRoom } from './live-room'
import { type PlayedConnection, playConnection } from './stand-in-connection'

/** Lets promises that wait go on. */
export const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
/** A password kept from before. */
export const kept = 'k'.repeat(24)

/** A room that was not entered, with its page played and its clock held. */
export const made = (keptPassword: string | null = null) => {
  const clock = holdClock()
  const played: PlayedConnection[] = []
  const answers: { server: Answer } = { server: 'notKnown' }
  let drawn = 0
  let asked = 0
  let waiting: (() => void) | null = null
  const room = createLiveRoom({
    clock,
    publishSoon: (publish) => {
      asked += 1
      waiting = publish
    },
    openRoom: async () => {
      const one = playConnection()
      played.push(one)
      const join = {
        domain: 'd',
        scriptUrl: 'https://d/s',
        roomName: 'r'.repeat(20),
        displayName: 'Me',
        jwt: null,
        language: 'en',
      }
      return { connection: one.connection, join }
    },
    passwords: {
      read: async () => keptPassword,
      make: async () => 'n'.repeat(24),
      clear: async () => undefined,
    },
    askServer: async () => answers.server,
    mutesNewcomers: () => true,
    fallbackName: (number) => `Someone ${number}`,
  })
  const draw = () => {
    const publish = waiting
    waiting = null
    if (publish) {
      drawn += 1
      publish()
    }
    return room.snapshot()
  }
  const page = () => {
    const one = played.at(-1)
    if (!one) throw new Error('Nothing was opened')
    return one
  }
  return { clock, room, played, page, draw, answers, drawn: () => drawn, asked: () => asked }
}
/** A room that we are in, as its moderator. */
export const inRoom = async (keptPassword: string | null = null) => {
  const one = made(keptPassword)
  await one.room.enter()
  one.page().say({ kind: 'constructed', commands: [] })
  one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
  one.page().event({ name: 'roleChanged', id: 'me', role: 'moderator' })
  return one
}
/** Somebody joins. */
export const join = (id: string, displayName = id): MeetingEvent => ({
  name: 'participantJoined',
  id,
  displayName,
})

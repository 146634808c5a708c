/** @file A room of joins, leaves, knocks, mutes and messages for simulated hours, for the bench of its memory. */
import type { FromRoom, MeetingEvent, PolledPerson } from '../src/contract/room-protocol'
import type { RoomConnection, RoomNotice } from '../src/renderer/console/meeting/connection/types'
import { holdClock } from '../src/renderer/console/meeting/guard/held-clock'
import { createLiveRoom } from '../src/renderer/console/meeting/live/live-room'

/** People inside at any time, and how long each stays, in simulated seconds. */
const INSIDE = 30
const STAY_S = 120
const POLL_EVERY_S = 3

/** A room page that hands every command over and remembers nothing itself. */
const forgetfulPage = () => {
  let listener: (notice: RoomNotice) => void = () => {}
  let commandId = 0
  let pollId = 0
  const say = (message: FromRoom): void => listener({ kind: 'message', message })
  const connection: RoomConnection = {
    state: () => 'open',
    join: () => true,
    send: () => {
      commandId += 1
      const id = commandId
      queueMicrotask(() => say({ kind: 'sent', commandId: id }))
      return id
    },
    poll: () => {
      pollId += 1
      return pollId
    },
    leave: async () => 'left',
    close: () => {},
    focusFrame: () => {},
    setShown: () => {},
    cutOff: () => {},
    subscribe: (next) => {
      listener = next
      return () => {}
    },
  }
  return {
    connection,
    event: (event: MeetingEvent): void => say({ kind: 'event', event }),
    say,
    answerPoll: (people: PolledPerson[]): void =>
      say({
        kind: 'polled',
        pollId,
        people,
        isAudioModerated: null,
        isVideoModerated: null,
        isLobbyOn: null,
      }),
  }
}

const enterRoom = async () => {
  const clock = holdClock()
  const page = forgetfulPage()
  let publish: (() => void) | null = null
  const room = createLiveRoom({
    clock,
    publishSoon: (next) => {
      publish = next
    },
    openRoom: async () => ({
      connection: page.connection,
      join: {
        domain: 'd',
        scriptUrl: 'https://d/s',
        roomName: 'r'.repeat(20),
        displayName: 'Me',
        jwt: null,
        language: 'en',
      },
    }),
    passwords: { read: async () => null, make: async () => 'n'.repeat(24), clear: async () => undefined },
    askServer: async () => 'notKnown',
    mutesNewcomers: () => true,
    fallbackName: (number) => `Someone ${number}`,
  })
  await room.enter()
  page.say({ kind: 'constructed', commands: [] })
  page.event({ name: 'joined', id: 'me', displayName: 'Me' })
  page.event({ name: 'roleChanged', id: 'me', role: 'moderator' })
  return { clock, page, room, draw: (): void => publish?.() }
}

/**
 * Plays a room by the second; everybody who leaves is followed by somebody new.
 *
 * @param heapBytes - measures the heap after a full collection.
 * @param atSeconds - when to measure, rising, in simulated seconds.
 * @returns bytes at each of those times.
 */
export const playLongEvening = async (
  heapBytes: () => number,
  atSeconds: readonly number[],
): Promise<number[]> => {
  const { clock, page, room, draw } = await enterRoom()
  const bytes: number[] = []
  let people: { id: string; untilS: number }[] = []
  let came = 0
  const polled = ({ id }: { id: string }): PolledPerson => ({
    id,
    displayName: `Person ${id}`,
    role: 'participant',
    isAudioMuted: true,
  })
  const me: PolledPerson = { id: 'me', displayName: 'Me', role: 'moderator', isAudioMuted: true }

  for (let second = 1; second <= (atSeconds.at(-1) ?? 0); second += 1) {
    for (const gone of people.filter(({ untilS }) => untilS <= second)) {
      page.event({ name: 'participantLeft', id: gone.id })
    }
    people = people.filter(({ untilS }) => untilS > second)
    while (people.length < INSIDE) {
      came += 1
      const id = `p${came}`
      people.push({ id, untilS: second + STAY_S + (came % INSIDE) })
      page.event({ name: 'knocking', id: `k${came}`, displayName: `Person ${id}` })
      page.event({ name: 'participantJoined', id, displayName: `Person ${id}` })
      page.event({ name: 'participantMuted', id, isMuted: true, mediaType: 'audio' })
      page.event({
        name: 'messageReceived',
        fromId: id,
        displayName: '',
        text: `A question of ${id}`,
        isPrivate: true,
      })
    }
    if (second % 60 === 0) room.lock()
    // A facilitator answers what was asked.
    for (const { key } of room.snapshot().messages) room.settleMessage(key)
    clock.advance(1000)
    if (second % POLL_EVERY_S === 0) page.answerPoll([me, ...people.map(polled)])
    // What the page said of commands is heard.
    await Promise.resolve()
    draw()
    if (atSeconds.includes(second)) bytes.push(heapBytes())
  }
  return bytes
}

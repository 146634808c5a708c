/** @file Console, room page and meeting together in a real Chromium: joining, commands, leaving, failing. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../src/contract/room-protocol'
import { readFrameSettings } from '../../src/renderer/rehearsal/frame-settings'
import { type MeetingServer, plainEvening, plainGuest, startMeetingServer } from '../fixtures/meeting-server'
import { until } from '../fixtures/until'
import { type RoomConsole, type RoomHarness, startRoomHarness } from './room-harness'

let harness: RoomHarness
const opened: (RoomConsole | MeetingServer)[] = []

beforeAll(async () => {
  harness = await startRoomHarness()
})
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})
afterAll(() => harness.close())

const rehearse = async (hasProfile = false): Promise<RoomConsole> => {
  const room = await harness.openConsole({ kind: 'rehearsal' }, hasProfile)
  opened.push(room)
  return room
}

const meetOn = async (options: Parameters<typeof startMeetingServer>[0]) => {
  const server = await startMeetingServer(options)
  opened.push(server)
  const room = await harness.openConsole({ kind: 'jitsi', host: server.host })
  opened.push(room)
  return { server, room }
}

const messageIn = (events: readonly MeetingEvent[]) =>
  events.find((event) => event.name === 'messageReceived')

const named = (people: { displayName: string }[] | null) => people?.map(({ displayName }) => displayName)

describe('the rehearsal', () => {
  it('is joined, shows people, takes commands, and is left properly', async () => {
    const room = await rehearse()
    await room.join()
    const { commands } = await room.message('constructed')
    expect(commands).toContain('toggleLobby')
    const people = await until(async () => {
      const polled = await room.poll()
      return polled && polled.length >= 4 ? polled : undefined
    }, 'three guests')
    expect(named(people)).toEqual(expect.arrayContaining(['Ash', 'Juniper', 'Marsh']))
    expect(people.find(({ displayName }) => displayName === 'Ash')?.role).toBe('moderator')

    const juniper = people.find(({ displayName }) => displayName === 'Juniper')
    expect(juniper?.isAudioMuted).toBe(false)
    await room.send({ name: 'muteParticipant', id: juniper?.id ?? '' })
    await until(
      async () =>
        (await room.events()).find(
          (event) => event.name === 'participantMuted' && event.id === juniper?.id && event.isMuted,
        ),
      'muted',
    )

    const reason = await room.page.evaluate(() => window.testConsole.connection?.leave())
    expect(reason).toBe('left')
    expect((await room.events()).map(({ name }) => name)).toContain('readyToClose')
    expect(await room.page.locator('iframe').count()).toBe(0)
    expect(await room.alarms()).toEqual([])
  })

  it('lets somebody who writes to us alone be heard', async () => {
    const room = await rehearse()
    await room.join()
    // The evening that ships has somebody who writes after some seconds; sooner would not be that evening.
    const heard = await until(async () => messageIn(await room.events()), 'a private message')
    expect(heard).toMatchObject({ text: 'Is it ok if I keep my camera off?', isPrivate: true })
  })

  it('asks for no network beyond its own two origins and the console’s', async () => {
    const room = await rehearse()
    const asked = new Set<string>()
    room.page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await room.join()
    await new Promise((done) => setTimeout(done, 1500))
    expect([...asked].toSorted()).toEqual(
      [
        // The thread that the room page's port lives in.
        room.consoleOrigin,
        new URL(room.ticket.roomUrl).origin,
        new URL(room.ticket.scriptUrl).origin,
      ].toSorted(),
    )
  })

  it('writes no storage in any of its frames', async () => {
    const room = await rehearse(true)
    await room.join()
    const frames = [room.roomFrame(), room.meetingFrame()]
    const count = () =>
      Promise.all(
        frames.map((frame) =>
          frame.evaluate(async () => {
            const { length } = localStorage
            return length + sessionStorage.length + (await indexedDB.databases()).length
          }),
        ),
      )
    expect(await count()).toEqual([0, 0])
    expect(await room.context.cookies()).toEqual([])
    // The control: the counting would see something.
    await Promise.all(frames.map((frame) => frame.evaluate(() => localStorage.setItem('planted', '1'))))
    expect(await count()).toEqual([1, 1])
  })

  it('finds what an earlier room stored gone', async () => {
    const room = await rehearse(true)
    await room.connect()
    await room.roomFrame().evaluate(() => localStorage.setItem('planted', '1'))
    await room.page.evaluate(() => window.testConsole.connection?.close())
    const { roomUrl } = room.newTicket()
    await room.page.evaluate((url) => window.testConsole.connect(url), roomUrl)
    await room.page.waitForFunction(() => window.testConsole.connection?.state() === 'open')
    expect(await room.roomFrame().evaluate(() => localStorage.length)).toBe(0)
  })

  it('refuses a script or a frame of another server than the page was made for', async () => {
    const other = await startMeetingServer()
    opened.push(other)
    const room = await rehearse()
    await room.connect()
    await room.page.evaluate(
      ({ host, origin }) =>
        window.testConsole.connection?.join({
          domain: host,
          scriptUrl: `${origin}/external_api.js`,
          roomName: 'abcdefghij0123456789',
          displayName: 'Ash',
          jwt: null,
          language: 'en',
        }),
      { host: other.host, origin: other.origin },
    )
    expect(await room.message('failed')).toEqual({ kind: 'failed', reason: 'scriptUnreachable' })
    expect(other.requests).toEqual([])
    // Not the page's headers alone: the page itself did not try.
    expect(await room.roomFrame().evaluate(() => document.scripts.length)).toBe(1)
  })
})

describe('a server on https', () => {
  it('is joined by its own script, in its own frame', async () => {
    const { room, server } = await meetOn({ plan: plainEvening([plainGuest('Oak'), plainGuest('Fern')]) })
    await room.join()
    expect(named(await room.roster())).toEqual(['Ash', 'Oak', 'Fern'])
    expect(server.requests[0]).toBe('GET /external_api.js')
    expect(await room.alarms()).toEqual([])
  })

  it('lets somebody who writes to us alone be heard, and carries the answer to them', async () => {
    const behaviours = [{ kind: 'writesPrivately', afterMs: 500, text: 'help', answer: 'thank you' }] as const
    const { room } = await meetOn({ plan: plainEvening([plainGuest('Wren', { behaviours })]) })
    await room.join()
    const heard = await until(async () => messageIn(await room.events()), 'a private message')
    expect(heard).toMatchObject({ text: 'help', isPrivate: true })
    const commandId = await room.send({ name: 'sendPrivateMessage', toId: heard.fromId, text: 'I am here' })
    expect(await room.message('sent')).toEqual({ kind: 'sent', commandId })
    await until(
      async () => (await room.events()).find((event) => 'text' in event && event.text === 'thank you'),
      'an answer',
    )
  })

  it('has a frame that knows every setting it is given', async () => {
    const { room } = await meetOn({ plan: plainEvening([plainGuest('Oak')]) })
    await room.join()
    const hash = await room.meetingFrame().evaluate(() => location.hash)
    expect(hash).toContain('config.prejoinConfig=')
    expect(readFrameSettings(hash)).toMatchObject({ unknown: [], isChatDisabled: false })
  })

  it('shows who else is the moderator', async () => {
    const plan = plainEvening([plainGuest('Host')], { moderator: 'firstGuest' })
    const { room } = await meetOn({ plan })
    await room.join()
    const people = await room.roster()
    expect(people.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['Ash', 'participant'],
      ['Host', 'moderator'],
    ])
  })

  it('carries five hundred people and a thousand events a second without an alarm', async () => {
    const guests = Array.from({ length: 500 }, (_, index) =>
      plainGuest(`Guest ${index}`, { arrivesAtMs: index * 4 }),
    )
    const { room } = await meetOn({ plan: plainEvening(guests, { floodPerSecond: 1000 }) })
    await room.join()
    const speakers = async () => (await room.events()).filter(({ name }) => name === 'dominantSpeaker').length
    await until(async () => ((await speakers()) > 2000 ? true : undefined), 'two thousand events')
    const commandId = await room.send({ name: 'toggleLobby', isOn: true })
    expect(commandId).not.toBeNull()
    const crowd = async () => (await room.poll())?.length
    await until(async () => ((await crowd()) === 501 ? true : undefined), 'a poll that shows everybody')
    expect(await room.alarms()).toEqual([])
  })

  it.each([
    ['down', 'scriptUnreachable'],
    ['noScript', 'scriptUnreachable'],
    // Chromium refuses html as another server's script before it is run.
    ['rubbish', 'scriptUnreachable'],
    ['otherScript', 'scriptBroken'],
  ] as const)('that is %s fails as %s', async (mode, reason) => {
    const { room } = await meetOn({ mode })
    await room.askToJoin()
    expect(await room.message('failed')).toEqual({ kind: 'failed', reason })
  })

  it.each(['noAnswer', 'framingForbidden'] as const)(
    'that is %s is slow at first, and not broken',
    async (mode) => {
      const { room } = await meetOn({ mode })
      await room.askToJoin()
      expect(await room.message('slow')).toEqual({ kind: 'slow' })
      const failed = (await room.notices()).filter(
        (notice) => notice.kind === 'message' && notice.message.kind === 'failed',
      )
      expect(failed).toEqual([])
      expect(await room.page.locator('iframe').count()).toBe(1)
    },
  )

  it('that drops in mid-session answers no poll any more, and can still be left', async () => {
    const { room } = await meetOn({})
    await room.join()
    await room.roster()
    await room.meetingFrame().evaluate(() => dispatchEvent(new Event('drop-meeting')))
    await until(async () => ((await room.poll()) === null ? true : undefined), 'no answer')
    expect(await room.page.evaluate(() => window.testConsole.connection?.leave())).toBe('left')
    expect(await room.page.locator('iframe').count()).toBe(0)
  })
})

describe('a room page that hangs', () => {
  it('is called silent, and is removed without its answer when we leave', async () => {
    const room = await rehearse()
    await room.join()
    // Not awaited: it never ends.
    room
      .roomFrame()
      .evaluate(() => {
        for (;;) Date.now()
      })
      .catch(() => undefined)
    await until(
      async () =>
        (await room.notices()).find((notice) => notice.kind === 'state' && notice.state === 'silent'),
      'silent',
    )
    const reason = await room.page.evaluate(() => window.testConsole.connection?.leave())
    expect(reason).toBe('leftUnanswered')
    expect(await room.page.locator('iframe').count()).toBe(0)
  })
})

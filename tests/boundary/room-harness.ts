/**
 * @file Runs the room page in a real Chromium, from the shells' own loopback servers and headers, with a bare
 * console around it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import type { RoomTicket } from '../../src/contract/meeting'
import type { MeetingServer } from '../../src/contract/meeting-server'
import type { FromRoom, MeetingEvent, PolledPerson, RoomCommand } from '../../src/contract/room-protocol'
import { consoleHeaders } from '../../src/main/shell/loopback/headers'
import { readBuiltPages } from '../../src/main/shell/loopback/pages'
import { startRoomServer } from '../../src/main/shell/loopback/rooms'
import { listenOnLoopback } from '../../src/main/shell/loopback/server'
import type { RoomNotice } from '../../src/renderer/console/meeting/connection'
import { WAITED_MS } from '../fixtures/hangs-after.mjs'
import { launchOptions } from '../fixtures/launch-options'
import { bundleScript } from '../fixtures/meeting-server/bundle'
import { until } from '../fixtures/until'
import type { RoomTestConsole } from './room-console-entry'

declare global {
  interface Window {
    testConsole: RoomTestConsole
  }
}

/** The pages as they ship: built once, before the tests. */
const rendererDir = resolve(import.meta.dirname, '../../out/renderer')

/** After so many looks for an answer it is asked again. */
const LOOKS_PER_POLL = 200

/** A browser, the pages, and the servers; one for a whole file. */
export interface RoomHarness {
  /**
   * A fresh console page with a room ticket for this server, in a private browser context, or in a browser of
   * its own with a profile on disk.
   */
  openConsole(server: MeetingServer, hasProfile?: boolean): Promise<RoomConsole>
  close(): Promise<void>
}

/** One console page and the room it holds. */
export interface RoomConsole {
  page: Page
  context: BrowserContext
  consoleOrigin: string
  ticket: RoomTicket
  /** Paths asked of the console's server since the page was there. */
  consoleRequests: string[]
  /** Another ticket for the same server; the one before stops being served. */
  newTicket(): RoomTicket
  /** Connects, and waits for the port to be handed. */
  connect(): Promise<void>
  /** Connects and asks to join. */
  askToJoin(): Promise<void>
  /** The same, and waits until we are in. */
  join(): Promise<void>
  notices(): Promise<RoomNotice[]>
  alarms(): Promise<string[]>
  events(): Promise<MeetingEvent[]>
  /** Waits for a message of the room page. */
  message<Kind extends FromRoom['kind']>(kind: Kind): Promise<Extract<FromRoom, { kind: Kind }>>
  send(command: RoomCommand): Promise<number | null>
  /** Polls, again where an answer was dropped in a flood, until one comes; null when it is an empty one. */
  poll(): Promise<PolledPerson[] | null>
  /** Polls until the answer has people in it: the room page itself gives a slow meeting four seconds only. */
  roster(): Promise<PolledPerson[]>
  /** The room page's frame, and the meeting's frame inside it. */
  roomFrame(): Frame
  meetingFrame(): Frame
  close(): Promise<void>
}

/** A context with a profile on disk, as the browser shell has one: a private context denies frames all storage. */
const openProfile = async (): Promise<{ context: BrowserContext; drop: () => Promise<void> }> => {
  const profileDir = mkdtempSync(join(tmpdir(), 'holdspace-profile-'))
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: launchOptions.executablePath,
    timeout: WAITED_MS,
    // The usual arguments switch storage partitioning off, which no browser at large does.
    ignoreDefaultArgs: true,
    args: [
      '--headless',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-pipe',
      `--user-data-dir=${profileDir}`,
      ...(launchOptions.chromiumSandbox ? [] : ['--no-sandbox']),
      'about:blank',
    ],
  })
  return {
    context,
    drop: async () => {
      await context.close()
      rmSync(profileDir, { recursive: true, force: true })
    },
  }
}

const newRoomName = (): string => crypto.randomUUID().replaceAll('-', '')

/** Starts everything. */
export const startRoomHarness = async (): Promise<RoomHarness> => {
  const [browser, consoleScript, intakeScript] = await Promise.all([
    chromium.launch(launchOptions),
    bundleScript('tests/boundary/room-console-entry.ts'),
    bundleScript('src/renderer/console/meeting/connection/intake-worker.ts'),
  ])

  const openConsole = async (server: MeetingServer, hasProfile = false): Promise<RoomConsole> => {
    let origin = ''
    const consoleRequests: string[] = []
    const rooms = await startRoomServer({
      pages: readBuiltPages(rendererDir),
      rendererDir,
      consoleOrigin: () => origin,
      consoleSource: () => origin,
      canHoldLiveRoom: () => true,
    })
    const load = rooms.newLoad()
    const listening = await listenOnLoopback({
      port: 0,
      hasIpv6: false,
      siteOf: (host) => (host !== new URL(origin).host ? null : consoleSite),
    })
    origin = `http://127.0.0.1:${listening.port}`
    const consoleSite = ({ path }: { path: string }) => {
      consoleRequests.push(path)
      const script =
        path === '/console.js' ? consoleScript : path === '/intake-worker.js' ? intakeScript : null
      if (script !== null) {
        return { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: script }
      }
      return {
        status: 200,
        headers: consoleHeaders({ nonce: 'unused', roomOrigin: load.roomOrigin, socketUrl: null }),
        body: '<!doctype html><title>Console</title><body><script src="/console.js"></script>',
      }
    }
    rooms.takeLoad(load.id)
    const newTicket = (): RoomTicket => {
      const opened = rooms.open(server)
      if (!opened) throw new Error('No room was opened.')
      return opened
    }
    const ticket = newTicket()
    const profile = hasProfile ? await openProfile() : null
    const context = profile?.context ?? (await browser.newContext({ ignoreHTTPSErrors: true }))
    context.setDefaultTimeout(WAITED_MS)
    const page = await context.newPage()
    await page.goto(origin)
    consoleRequests.length = 0

    const notices = () => page.evaluate(() => window.testConsole.notices)
    const findFrame = (isIt: (url: URL) => boolean, what: string): Frame => {
      const found = page.frames().find((frame) => {
        try {
          return isIt(new URL(frame.url()))
        } catch {
          return false
        }
      })
      if (!found) throw new Error(`There is no ${what} frame.`)
      return found
    }

    const self: RoomConsole = {
      page,
      context,
      consoleOrigin: origin,
      ticket,
      consoleRequests,
      newTicket,
      async connect() {
        await page.evaluate((url) => window.testConsole.connect(url), ticket.roomUrl)
        await page.waitForFunction(() => window.testConsole.connection?.state() === 'open')
      },
      async askToJoin() {
        await self.connect()
        const request = {
          domain: ticket.domain,
          scriptUrl: ticket.scriptUrl,
          roomName: newRoomName(),
          displayName: 'Ash',
          jwt: null,
          language: 'en',
        }
        await page.evaluate((asked) => window.testConsole.connection?.join(asked), request)
      },
      async join() {
        await self.askToJoin()
        await until(async () => (await self.events()).find(({ name }) => name === 'joined'), 'joined')
      },
      notices,
      alarms: () => page.evaluate(() => window.testConsole.alarms()),
      events: async () =>
        (await notices()).flatMap((notice) =>
          notice.kind === 'message' && notice.message.kind === 'event' ? [notice.message.event] : [],
        ),
      message: <Kind extends FromRoom['kind']>(kind: Kind) =>
        until(
          async () =>
            (await notices())
              .flatMap((notice) => (notice.kind === 'message' ? [notice.message] : []))
              .findLast((message): message is Extract<FromRoom, { kind: Kind }> => message.kind === kind),
          kind,
        ),
      send: (command) =>
        page.evaluate((asked) => window.testConsole.connection?.send(asked) ?? null, command),
      async poll() {
        const ask = () => page.evaluate(() => window.testConsole.connection?.poll() ?? null)
        const asked = [await ask()]
        let looks = 0
        const polled = await until(async () => {
          looks += 1
          if (looks % LOOKS_PER_POLL === 0) asked.push(await ask())
          return page.evaluate((pollIds) => window.testConsole.answerTo(pollIds), asked)
        }, 'an answer to a poll')
        return polled.people
      },
      roster: () => until(async () => (await self.poll()) ?? undefined, 'a poll with people in it'),
      roomFrame: () => findFrame((url) => url.origin === new URL(ticket.roomUrl).origin, 'room'),
      meetingFrame: () => findFrame((url) => url.origin === new URL(ticket.scriptUrl).origin, 'meeting'),
      async close() {
        await (profile ? profile.drop() : context.close())
        await listening.close()
        await rooms.stop()
      },
    }
    return self
  }

  return {
    openConsole,
    close: async () => {
      await browser.close()
    },
  }
}

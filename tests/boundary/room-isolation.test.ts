/**
 * @file What a hostile room page can reach, row by row of the project's table, in a real Chromium. The room's
 * frame is driven from outside as the server's script could drive it; where it is cheap, a control shows that
 * the attempt would get through without the guard.
 */

import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listenOnLoopback } from '../../src/main/shell/loopback/server'
import type { Deed } from '../fixtures/meeting-server'
import { plainEvening, plainGuest, startMeetingServer } from '../fixtures/meeting-server'
import { until } from '../fixtures/until'
import { type RoomConsole, type RoomHarness, startRoomHarness } from './room-harness'

let harness: RoomHarness
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  harness = await startRoomHarness()
})
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})
afterAll(() => harness.close())

const rehearse = async (): Promise<RoomConsole> => {
  const room = await harness.openConsole({ kind: 'rehearsal' })
  opened.push(room)
  return room
}

/** The room page in a frame as somebody careless would make it: no sandbox. Loaded, so that an attempt in it is one. */
const careless = async (room: RoomConsole): Promise<Frame> => {
  const { roomUrl } = room.newTicket()
  await room.page.evaluate((url) => window.testConsole.embedCarelessly(url), roomUrl)
  const frame = await until(
    async () => room.page.frames().find((one) => one.url() === roomUrl),
    'the careless frame',
  )
  await frame.waitForLoadState()
  return frame
}
/** What must not happen would have happened by then. */
const soon = (waitMs = 400) => new Promise((done) => setTimeout(done, waitMs))

describe('reaching the console', () => {
  it.each<[string, () => unknown]>([
    ['its document', () => window.parent.document],
    ['its address', () => window.parent.location.href],
    ['its storage', () => window.parent.localStorage],
    ['its globals', () => window.parent.testConsole],
  ])('cannot read %s', async (_what, attempt) => {
    const room = await rehearse()
    await room.connect()
    const reached = room.roomFrame().evaluate(attempt)
    await expect(reached).rejects.toThrow(/SecurityError|cross-origin/)
    // The control: the same words work where the page is one's own.
    await expect(room.page.mainFrame().evaluate(() => Boolean(window.parent.document))).resolves.toBe(true)
  })

  it('cannot take the console elsewhere; without the sandbox it could', async () => {
    const room = await rehearse()
    await room.connect()
    const attempt = () => {
      if (window.top) window.top.location.href = 'about:blank#taken'
    }
    await room
      .roomFrame()
      .evaluate(attempt)
      .catch(() => undefined)
    await soon()
    expect(room.page.url()).toBe(`${room.consoleOrigin}/`)

    const frame = await careless(room)
    await frame.evaluate(attempt).catch(() => undefined)
    await until(async () => (room.page.url().includes('#taken') ? true : undefined), 'the control')
  })

  it('cannot open a window; without the sandbox it could', async () => {
    const room = await rehearse()
    await room.connect()
    const attempt = () => window.open('about:blank') === null
    expect(await room.roomFrame().evaluate(attempt)).toBe(true)
    expect(room.context.pages()).toHaveLength(1)

    const frame = await careless(room)
    // It has no handle on the window, because the console is parted from what it opens; but it opens.
    await frame.evaluate(attempt)
    await until(async () => (room.context.pages().length === 2 ? true : undefined), 'the control')
  })

  it('cannot ask anything of the console’s server, nor show it in a frame', async () => {
    const room = await rehearse()
    await room.connect()
    room.consoleRequests.length = 0
    const asked = await room
      .roomFrame()
      .evaluate(
        (origin) =>
          Promise.allSettled([
            fetch(origin, { mode: 'no-cors' }),
            fetch(`${origin}/console.js`, { mode: 'no-cors' }),
          ]).then((results) => results.map(({ status }) => status)),
        room.consoleOrigin,
      )
    expect(asked).toEqual(['rejected', 'rejected'])
    await room.roomFrame().evaluate((origin) => {
      navigator.sendBeacon(origin, 'x')
      for (const name of ['iframe', 'img', 'script'] as const) {
        const element = document.createElement(name)
        element.src = origin
        document.body.append(element)
      }
    }, room.consoleOrigin)
    await soon()
    expect(room.consoleRequests).toEqual([])
    // The control: the server does note what is asked of it.
    await fetch(`${room.consoleOrigin}/from-a-test`)
    expect(room.consoleRequests).toEqual(['/from-a-test'])
  })
})

describe('staying and running', () => {
  it('cannot start a service worker, a worker, or a string', async () => {
    const room = await rehearse()
    await room.connect()
    const frame = room.roomFrame()
    const registered = frame.evaluate(() =>
      navigator.serviceWorker.register('/worker.js').then(() => 'registered'),
    )
    await expect(registered).rejects.toThrow()
    const worker = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          try {
            const made = new Worker('/worker.js')
            made.onerror = () => resolve('refused')
            made.onmessage = () => resolve('runs')
          } catch {
            resolve('refused')
          }
        }),
    )
    expect(worker).toBe('refused')
    // From a script of the page itself: what is driven from outside is exempt from the policy.
    const ran = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.textContent = 'window.ranInline = true'
          document.body.append(script)
          resolve(Reflect.get(window, 'ranInline') === true)
        }),
    )
    expect(ran).toBe(false)
  })

  it('is lent camera and microphone for a real server, nothing else, and nothing at all in the rehearsal', async () => {
    const server = await startMeetingServer()
    opened.push(server)
    const live = await harness.openConsole({ kind: 'jitsi', host: server.host })
    opened.push(live)
    await live.join()
    const practice = await rehearse()
    await practice.join()
    const allowed = (frame: Frame) =>
      frame.evaluate(() => {
        const policy: unknown = Reflect.get(document, 'featurePolicy')
        const list: unknown =
          typeof policy === 'object' && policy !== null
            ? Reflect.apply(Reflect.get(policy, 'allowedFeatures'), policy, [])
            : []
        return Array.isArray(list) ? list.map(String) : []
      })
    for (const frame of [live.roomFrame(), live.meetingFrame()]) {
      const features = await allowed(frame)
      expect(features).toEqual(expect.arrayContaining(['camera', 'microphone']))
      for (const denied of [
        'geolocation',
        'hid',
        'usb',
        'serial',
        'clipboard-read',
        'window-management',
        'midi',
      ]) {
        expect(features).not.toContain(denied)
      }
    }
    for (const frame of [practice.roomFrame(), practice.meetingFrame()]) {
      const features = await allowed(frame)
      for (const denied of ['camera', 'microphone', 'display-capture', 'geolocation']) {
        expect(features).not.toContain(denied)
      }
    }
  })

  it('cannot be embedded by anybody but the console', async () => {
    const room = await rehearse()
    const ticket = room.newTicket()
    const stranger = await listenOnLoopback({
      port: 0,
      hasIpv6: false,
      siteOf: () => () => ({
        status: 200,
        headers: { 'Content-Type': 'text/html' },
        body: `<!doctype html><iframe src="${ticket.roomUrl}"></iframe>`,
      }),
    })
    opened.push(stranger)
    const page = await room.context.newPage()
    await page.goto(`http://127.0.0.1:${stranger.port}/`)
    await soon()
    expect(page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
    // The control: the console may.
    await careless(room)
  })
})

describe('the handshake', () => {
  it('hands no second port, however often and from wherever it is asked', async () => {
    const room = await rehearse()
    await room.join()
    await room.roomFrame().evaluate(() => {
      window.addEventListener('message', (event) => {
        if (event.data === 'console-port') Object.assign(window, { secondPort: event.ports.length })
      })
      for (let index = 0; index < 20; index += 1) window.parent.postMessage('room-ready', '*')
      window.parent.postMessage({ kind: 'room-ready' }, '*')
    })
    await room.meetingFrame().evaluate(() => window.top?.postMessage('room-ready', '*'))
    await room.page.evaluate(() => window.postMessage('room-ready', '*'))
    await soon()
    expect(await room.roomFrame().evaluate(() => Reflect.get(window, 'secondPort'))).toBeUndefined()
    expect(await room.alarms()).toEqual(['forged'])
    expect((await room.roster()).length).toBeGreaterThan(0)
  })

  it.each<[string, (room: RoomConsole) => Frame]>([
    ['room page', (room) => room.roomFrame()],
    ['meeting’s frame', (room) => room.meetingFrame()],
  ])('ends when the %s says more to our window than can be worked off', async (_who, frameOf) => {
    const room = await rehearse()
    await room.join()
    frameOf(room)
      .evaluate(() => {
        setInterval(() => {
          for (let count = 0; count < 200; count += 1) window.top?.postMessage(count, '*')
        })
      })
      .catch(() => undefined)
    await room.page.waitForFunction(() => window.testConsole.connection?.state() === 'closed')
    expect((await room.notices()).at(-1)).toEqual({ kind: 'state', state: 'closed', reason: 'flooded' })
    expect(await room.page.locator('iframe').count()).toBe(0)
  })

  it('lets the meeting’s frame hand the room page no port', async () => {
    const room = await rehearse()
    await room.join()
    const answered = await room.meetingFrame().evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve('answered')
          window.parent.postMessage('console-port', '*', [port2])
          port1.postMessage(JSON.stringify({ kind: 'ping', pingId: 1 }))
          setTimeout(() => resolve('silence'), 800)
        }),
    )
    expect(answered).toBe('silence')
    expect((await room.roster()).length).toBeGreaterThan(0)
  })

  it('ends when the room page is loaded again', async () => {
    const room = await rehearse()
    await room.join()
    await room
      .roomFrame()
      .evaluate(() => window.location.reload())
      .catch(() => undefined)
    await room.page.waitForFunction(() => window.testConsole.connection?.state() === 'closed')
    expect((await room.notices()).at(-1)).toEqual({ kind: 'state', state: 'closed', reason: 'secondLoad' })
    expect(await room.alarms()).toContain('secondLoad')
    expect(await room.page.locator('iframe').count()).toBe(0)
  })

  it('ends when the room page goes elsewhere', async () => {
    const room = await rehearse()
    await room.join()
    await room
      .roomFrame()
      .evaluate(() => {
        window.location.href = 'https://example.org/'
      })
      .catch(() => undefined)
    await room.page.waitForFunction(() => window.testConsole.connection?.state() === 'closed')
    expect(await room.page.locator('iframe').count()).toBe(0)
  })
})

describe('a script that lies', () => {
  it('changes nothing but alarms, one of a kind and not one a lie, while the meeting goes on', async () => {
    const server = await startMeetingServer({
      mode: 'hostile',
      plan: plainEvening([plainGuest('Oak'), plainGuest('Fern')]),
    })
    opened.push(server)
    const room = await harness.openConsole({ kind: 'jitsi', host: server.host })
    opened.push(room)
    await room.join()
    room.consoleRequests.length = 0
    const all = ['flood', 'forged', 'tooLarge', 'unparsable']
    const kinds = async () => [...new Set(await room.alarms())].toSorted()
    await until(async () => ((await kinds()).length >= all.length ? true : undefined), 'four alarms')
    // Longer than each of its lies takes to be told again.
    await soon(3000)
    expect(await kinds()).toEqual(all)
    // Some thousand lies by now. A kind is told again after a pause, which a busy machine may make.
    expect((await room.alarms()).length).toBeLessThan(100)
    expect(await room.page.evaluate(() => window.testConsole.connection?.state())).toBe('open')
    expect(room.page.url()).toBe(`${room.consoleOrigin}/`)
    expect(room.context.pages()).toHaveLength(1)
    expect(room.consoleRequests).toEqual([])

    const people = await room.roster()
    expect(people.map(({ displayName }) => displayName)).toEqual(['Ash', 'Oak', 'Fern'])
    for (const event of await room.events()) {
      if ('id' in event) expect(event.id).toMatch(/^[0-9A-Za-z-]{1,64}$/)
    }

    const deeds = await room.roomFrame().evaluate((): Deed[] => Reflect.get(window, 'deeds'))
    const gotThrough = deeds.filter(({ outcome }) => outcome === 'didNotThrow')
    // Opening a window throws nothing where it is refused: it gives none.
    expect(gotThrough).toEqual([{ name: 'open a popup', outcome: 'didNotThrow', detail: 'no window' }])
    expect(deeds.length).toBeGreaterThanOrEqual(8)
  })

  it('is told from an honest one, which raises no alarm in the same time', async () => {
    const server = await startMeetingServer({ plan: plainEvening([plainGuest('Oak')]) })
    opened.push(server)
    const room = await harness.openConsole({ kind: 'jitsi', host: server.host })
    opened.push(room)
    await room.join()
    await soon(5000)
    expect(await room.alarms()).toEqual([])
  })
})

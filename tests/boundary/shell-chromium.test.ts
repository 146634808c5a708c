/**
 * @file The browser shell in a real Chromium: the token's life across reloads and tabs, and what a hostile
 * script on the room page can reach. The room's script runs whatever the meeting server sends; here it is us.
 */
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WAITED_MS } from '../fixtures/hangs-after.mjs'
import { launchOptions } from '../fixtures/launch-options'
import { connect } from '../fixtures/rpc-socket'
import { freshFolder, type ShellProcess, startShell } from '../fixtures/shell-process'

let browser: Browser
let context: BrowserContext
let folder: Awaited<ReturnType<typeof freshFolder>>
let shell: ShellProcess
let port = 0

/** The loudspeaker's permission: some versions of Chromium do not know its name, and say so. Any other is a slip. */
const isOfAnotherVersion = (said: string): boolean => /Unrecognized feature: 'speaker-selection'/.test(said)

/** Complaints of the browser about a page: policy violations, unknown features, errors. */
const listen = (page: Page): string[] => {
  const heard: string[] = []
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning'
    if (isComplaint && !isOfAnotherVersion(message.text())) heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}
const tokenIn = (page: Page) => page.evaluate(() => window.name.replace(/^holdspace:/, ''))
/** Waits until the page holds a token other than this one: it has connected. */
const connectedAfter = async (page: Page, token: string): Promise<string> => {
  await page.waitForFunction(
    (used) => window.name.startsWith('holdspace:') && window.name !== `holdspace:${used}`,
    token,
  )
  return tokenIn(page)
}

beforeAll(async () => {
  browser = await chromium.launch(launchOptions)
  context = await browser.newContext()
  context.setDefaultTimeout(WAITED_MS)
  folder = await freshFolder()
  shell = await startShell({ dataDir: folder.path })
  port = Number(new URL(shell.origin).port)
})
afterAll(async () => {
  await browser.close()
  await shell.stop()
  await folder.forget()
})

describe('the token', () => {
  it('opens once, survives reloads out of sight, and a second tab is refused', async () => {
    const page = await context.newPage()
    const heard = listen(page)
    await page.goto(shell.url)
    const second = await connectedAfter(page, shell.token)
    expect(page.url()).not.toContain(shell.token)
    expect(page.url()).not.toContain(second)
    await page.reload()
    const third = await connectedAfter(page, second)
    await page.reload()
    const fourth = await connectedAfter(page, third)
    const kept = await page.evaluate(() => ({
      session: sessionStorage.length,
      local: localStorage.length,
      state: JSON.stringify(history.state),
      cookie: document.cookie,
    }))
    expect(kept).toMatchObject({ session: 0, local: 0, cookie: '' })
    expect(kept.state).not.toContain(fourth)

    const other = await context.newPage()
    await other.goto(`${shell.origin}/#${fourth}`)
    // It tries a while, in case it met its own old socket; it never gets in while the first is there.
    await other.waitForTimeout(1500)
    expect(await tokenIn(other)).not.toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await tokenIn(page)).toBe(fourth)
    const used = await context.newPage()
    await used.goto(shell.url)
    await used.waitForTimeout(500)
    expect(await tokenIn(used)).toBe('')
    await used.close()
    await other.close()
    expect(heard).toEqual([])
    // A page of another origin in the same tab does not find it.
    await page.goto('data:text/html,<p>elsewhere</p>')
    expect(await page.evaluate(() => window.name)).toBe('')
    await page.close()
    shell = { ...shell, token: fourth }
  })
})

describe('the room page', () => {
  let page: Page
  let room: Frame
  let heard: string[]
  let consoleOrigin = ''

  beforeAll(async () => {
    page = await context.newPage()
    heard = listen(page)
    await page.goto(shell.origin)
    consoleOrigin = await page.evaluate(() => location.origin)
    const loadId = await page.locator('meta[name="console-load"]').getAttribute('content')
    // This test holds the contract, so that the page need not be led through a whole evening.
    const held = await connect({ port, token: shell.token, loadId: loadId ?? '' })
    if (held.kind !== 'connected') throw new Error('Not connected')
    const { client } = held
    await client.vault.create({ displayName: 'Robin', passphrase: 'a long enough passphrase' })
    const [charter] = (await client.charters.list()).charters
    if (!charter) throw new Error('No charter is installed.')
    const session = await client.sessions.rehearse({ charterId: charter.id })
    if (session.state !== 'open') await client.sessions.open({ sessionId: session.id })
    const { roomUrl } = await client.meeting.openRoomPage({ sessionId: session.id })
    const said = await page.evaluate(
      (address) =>
        new Promise<{ data: unknown; origin: string; isFrame: boolean }>((resolve) => {
          const frame = document.createElement('iframe')
          frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
          frame.referrerPolicy = 'no-referrer'
          frame.allow = 'camera; microphone; display-capture; autoplay; screen-wake-lock; speaker-selection'
          addEventListener('message', (event) => {
            const { data, origin, source } = event
            resolve({ data, origin, isFrame: source === frame.contentWindow })
          })
          frame.src = address
          document.body.append(frame)
        }),
      roomUrl,
    )
    expect(said).toEqual({ data: 'room-ready', origin: new URL(roomUrl).origin, isFrame: true })
    const found = page.frames().find((frame) => frame.url() === roomUrl)
    if (!found) throw new Error('The room page has no frame.')
    room = found
  })
  afterAll(() => page.close())

  it('loads without a complaint, on an origin of its own, in a secure context', async () => {
    expect(heard).toEqual([])
    expect(await room.evaluate(() => ({ isSecure: isSecureContext, isOwn: origin !== 'null' }))).toEqual({
      isSecure: true,
      isOwn: true,
    })
  })

  it('reaches neither the console’s page, nor its server, nor anything else', async () => {
    const reached = await room.evaluate(async (console) => {
      const outcome = async (attempt: () => unknown): Promise<string> => {
        try {
          return `reached: ${String(await attempt())}`
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }
      const socket = () =>
        new Promise((resolve, reject) => {
          const made = new WebSocket(`${console.replace('http', 'ws')}/rpc`)
          made.onopen = () => resolve('open')
          made.onerror = () => reject(new Error('refused'))
        })
      const image = (src: string) =>
        new Promise((resolve, reject) => {
          const made = new Image()
          made.onload = () => resolve('loaded')
          made.onerror = () => reject(new Error('refused'))
          made.src = src
        })
      const script = (src: string) =>
        new Promise((resolve, reject) => {
          const made = document.createElement('script')
          made.onload = () => resolve('loaded')
          made.onerror = () => reject(new Error('refused'))
          made.src = src
          document.head.append(made)
        })
      // The constructor gives a worker even where the policy stops it: only its word counts.
      const worker = () =>
        new Promise((resolve, reject) => {
          const made = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
          made.onmessage = () => resolve('ran')
          made.onerror = () => reject(new Error('refused'))
        })
      return {
        document: await outcome(() => parent.document.title),
        address: await outcome(() => parent.location.href),
        name: await outcome(() => parent.name),
        storage: await outcome(() => parent.localStorage.length),
        consoleFetch: await outcome(() => fetch(console)),
        ownFetch: await outcome(() => fetch(location.origin)),
        farFetch: await outcome(() => fetch('https://example.com/')),
        socket: await outcome(socket),
        image: await outcome(() => image('https://example.com/a.png')),
        script: await outcome(() => script('https://example.com/a.js')),
        eval: await outcome(() => Reflect.apply(Reflect.get(globalThis, 'eval'), undefined, ['1'])),
        worker: await outcome(worker),
        serviceWorker: await outcome(() => navigator.serviceWorker.register('/sw.js')),
        popup: await outcome(() => {
          if (open('https://example.com/') === null) throw new Error('refused')
        }),
        top: await outcome(() => {
          if (top) top.location.href = 'https://example.com/'
        }),
        place: await outcome(
          () =>
            new Promise((resolve, reject) => {
              navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('refused')))
            }),
        ),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      }
    }, consoleOrigin)
    const got = Object.entries(reached).filter(([, outcome]) => outcome.startsWith('reached'))
    expect(got).toEqual([])
    expect(page.url().startsWith(consoleOrigin)).toBe(true)
    expect(context.pages()).toHaveLength(1)
  })

  it('cannot be embedded by anybody else, and its address is spent', async () => {
    const again = await context.newPage()
    const answer = await again.goto(room.url())
    expect(answer?.status()).toBe(404)
    await again.close()
  })
})

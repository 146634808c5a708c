/**
 * @file The built Electron entry under Node, on a stand-in for `electron`: every option and every decision that
 * keeps a meeting's page away from the vault.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type FakeElectron, startFakeElectron } from '../fixtures/fake-electron-process'
import { isPosix } from '../fixtures/posix'
import { freshFolder } from '../fixtures/shell-process'
import { makeVaultWithGroup } from '../fixtures/thursday-group'

const CONSOLE = 'holdspace://console/'
const MEETING = 'https://meet.example.org'
const Calls = z.array(z.tuple([z.string()]).rest(z.unknown()))

let folder: Awaited<ReturnType<typeof freshFolder>>
let app: FakeElectron

const callsOf = async (name: string) =>
  Calls.parse(await app.act('calls'))
    .filter(([called]) => called === name)
    .map(([, ...args]) => args)
const fetched = async (url: string, method?: string) =>
  z
    .object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() })
    .parse(await app.act('fetch', { url, method }))
const call = async (path: string, input?: unknown): Promise<unknown> => {
  const answer = z.object({ output: z.unknown() }).safeParse(await app.act('call', { path, input }))
  if (!answer.success) throw new Error(`${path} failed`)
  return answer.data.output
}
const loadConsole = async () => {
  const page = await fetched(CONSOLE)
  await app.act('connect', { sender: 'ours', frame: 'main', url: CONSOLE, portCount: 1 })
  return page
}
const Session = z.object({ id: z.string(), groupName: z.string() })
/** Opens a live room on MEETING through the contract, as the console would. */
const openLiveRoom = async (): Promise<string> => {
  const sessions = z.array(Session).parse(await call('sessions.upcoming'))
  const sessionId = sessions[0]?.id
  await call('sessions.open', { sessionId }).catch(() => undefined)
  return z.object({ roomUrl: z.string() }).parse(await call('meeting.openRoomPage', { sessionId })).roomUrl
}
const request = (permission: string, from: string, isMainFrame = false, securityOrigin?: string) =>
  app.act('permissionRequest', {
    permission,
    details: {
      requestingUrl: from,
      isMainFrame,
      ...(securityOrigin === undefined ? {} : { securityOrigin }),
    },
  })
const check = (permission: string, requestingOrigin: string, details: object = { isMainFrame: false }) =>
  app.act('permissionCheck', { permission, requestingOrigin, details })

const start = async () => {
  folder = await freshFolder()
  app = await startFakeElectron(['--data-dir', folder.path])
}
const end = async () => {
  app.end()
  await folder.forget()
}

describe('the Electron shell, before Electron is ready', () => {
  beforeAll(start)
  afterAll(end)

  it('says what must be said before Electron is ready, and opens nothing before', async () => {
    const names = Calls.parse(await app.act('calls')).map(([name]) => name)
    const whenReadyAt = names.indexOf('whenReady')
    expect(whenReadyAt).toBeGreaterThan(0)
    for (const name of [
      'requestSingleInstanceLock',
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'setPath',
    ]) {
      expect(names.indexOf(name), name).toBeGreaterThanOrEqual(0)
      expect(names.indexOf(name), name).toBeLessThan(whenReadyAt)
    }
    expect(names).not.toContain('BrowserWindow')
    if (isPosix) expect(await app.act('umask')).toBe(0o077)
    expect(await callsOf('registerSchemesAsPrivileged')).toEqual([
      [
        [
          {
            scheme: 'holdspace',
            privileges: {
              standard: true,
              secure: true,
              bypassCSP: false,
              allowServiceWorkers: false,
              supportFetchAPI: false,
              corsEnabled: false,
              stream: false,
              codeCache: false,
            },
          },
        ],
      ],
    ])
    const switches = (await callsOf('appendSwitch')).flat()
    expect(switches).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-breakpad',
        'disable-component-update',
        'disable-domain-reliability',
        'disable-http-cache',
        'disable-sync',
        'no-pings',
      ]),
    )
    expect(switches.join(' ')).not.toMatch(/no-sandbox|disable-web-security|ignore-certificate/)
  })
})

describe('the Electron shell', () => {
  beforeAll(async () => {
    await start()
    await app.act('ready')
  })
  afterAll(end)

  it('makes one sandboxed window without Node, in a session that keeps nothing', async () => {
    const made = await callsOf('BrowserWindow')
    expect(made).toHaveLength(1)
    expect(z.object({ webPreferences: z.unknown() }).parse(made[0]?.[0]).webPreferences).toEqual({
      preload: expect.stringMatching(/out[/\\]preload[/\\]index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    })
    expect(await callsOf('fromPartition')).toEqual([['holdspace', { cache: false }]])
    expect(await callsOf('setSpellCheckerEnabled')).toEqual([[false]])
    expect(await callsOf('setSpellCheckerLanguages')).toEqual([[[]]])
    expect(await callsOf('setContentProtection')).toEqual([[true]])
    expect(await callsOf('setWebRTCIPHandlingPolicy')).toEqual([['default_public_interface_only']])
    expect(await callsOf('loadURL')).toEqual([[CONSOLE]])
    expect(await callsOf('ipcMain.on')).toEqual([['connect']])
    for (const never of ['ipcMain.handle', 'crashReporter.start', 'openExternal', 'checkForUpdates']) {
      expect(await callsOf(never), never).toEqual([])
    }
    // The guards stand before the window.
    const names = Calls.parse(await app.act('calls')).map(([name]) => name)
    expect(names.indexOf('protocol.handle')).toBeLessThan(names.indexOf('BrowserWindow'))
    expect(names.indexOf('setDisplayMediaRequestHandler')).toBeLessThan(names.indexOf('BrowserWindow'))
    expect(await app.act('title')).toBe(true)
  })

  it('serves the console on its scheme with the strict policy, and nothing else', async () => {
    const page = await fetched(CONSOLE)
    expect(page.status).toBe(200)
    const policy = String(page.headers['content-security-policy'])
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      expect.stringMatching(/^style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'$/),
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      expect.stringMatching(/^frame-src http:\/\/r[0-9a-f]{32}\.localhost:\d+$/),
      "worker-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    const asset = /\.\.(\/assets\/[^"]+\.js)/.exec(page.body)?.[1] ?? ''
    expect((await fetched(`holdspace://console${asset}`)).status).toBe(200)
    for (const url of [
      'holdspace://evil/',
      'holdspace://console/../main/index.js',
      'holdspace://console/%2e%2e/main/index.js',
      'holdspace://console/room/index.html',
      'holdspace://console/.vite/manifest.json',
      'holdspace://console/main/index.js',
    ]) {
      expect((await fetched(url)).status, url).toBe(404)
    }
    expect((await fetched(CONSOLE, 'POST')).status).toBe(404)
  })

  it('hands the contract to our page in our window only', async () => {
    const wrong = [
      { sender: 'other', frame: 'main', url: CONSOLE, portCount: 1 },
      { sender: 'ours', frame: 'child', url: CONSOLE, portCount: 1 },
      { sender: 'ours', frame: 'gone', url: CONSOLE, portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'https://meet.example.org/', portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'holdspace://evil/', portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'holdspace://console.evil/', portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'holdspace://console/room', portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'holdspace://console/?x', portCount: 1 },
      { sender: 'ours', frame: 'main', url: 'http://console/', portCount: 1 },
      { sender: 'ours', frame: 'main', url: CONSOLE, portCount: 2 },
    ]
    for (const asked of wrong) {
      const closed = Array.from({ length: asked.portCount }, () => true)
      expect(await app.act('connect', asked), JSON.stringify(asked)).toEqual({ isAccepted: false, closed })
    }
    expect(await app.act('connect', { ...wrong[0], sender: 'ours', portCount: 0 })).toEqual({
      isAccepted: false,
      closed: [],
    })
    await loadConsole()
    expect(await call('vault.status')).toEqual({ state: 'none' })
    // A page that reloads and has a route in its fragment connects anew.
    const again = { sender: 'ours', frame: 'main', url: `${CONSOLE}#/groups`, portCount: 1 }
    expect(await app.act('connect', again)).toEqual({ isAccepted: true, closed: [false] })
    expect(await call('vault.status')).toEqual({ state: 'none' })
  })

  it('keeps the console where it is, and lets no page open anything', async () => {
    const goes = (event: string, url: string, isMainFrame: boolean) =>
      app.act('navigate', { event, url, isMainFrame }).then((isPrevented) => isPrevented === false)
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(await goes(event, CONSOLE, true), event).toBe(true)
      expect(await goes(event, 'https://meet.example.org/', true), event).toBe(false)
      expect(await goes(event, 'holdspace://console/other', true), event).toBe(false)
      expect(await goes(event, 'holdspace://consoles/', true), event).toBe(false)
      expect(await goes(event, 'file:///etc/passwd', true), event).toBe(false)
      expect(await goes(event, 'javascript:alert(1)', true), event).toBe(false)
      expect(await goes(event, 'https://meet.example.org/', false), event).toBe(false)
      expect(await goes(event, CONSOLE, false), event).toBe(false)
    }
    expect(await app.act('windowOpen', CONSOLE)).toEqual({ action: 'deny' })
    expect(await app.act('windowOpen', 'https://example.org/')).toEqual({ action: 'deny' })
    expect(await app.act('webview')).toBe(true)
    const inOther = {
      event: 'will-navigate',
      url: 'https://a.example/',
      isMainFrame: true,
      inOtherContents: true,
    }
    expect(await app.act('navigate', inOther)).toBe(true)
    expect(await app.act('certificate')).toEqual({ isPrevented: true, answer: false })
    expect(await app.act('login')).toEqual({ isPrevented: true, given: [] })
  })

  it('saves only what the console made, and asks where', async () => {
    expect(await app.act('download', { url: 'blob:holdspace://console/1-2' })).toEqual({
      isPrevented: false,
      dialogOptions: { defaultPath: 'numbers.csv' },
    })
    for (const asked of [
      { url: 'blob:holdspace://console.evil/1-2' },
      { url: 'blob:https://meet.example.org/1-2' },
      { url: 'https://meet.example.org/a.exe' },
      { url: 'data:text/plain,x' },
      { url: 'blob:holdspace://console/1-2', isFromOther: true },
    ]) {
      expect(await app.act('download', asked), asked.url).toEqual({ isPrevented: true, dialogOptions: null })
    }
  })

  it('gives the console’s keys to it while the meeting has the keyboard', async () => {
    const input = {
      type: 'keyDown',
      key: 'l',
      code: 'KeyL',
      alt: true,
      control: false,
      meta: false,
      shift: false,
      modifiers: ['alt'],
    }
    const key = (change: object, isInSubframe = true, path = '/room') =>
      app.act('key', { input: { ...input, isAutoRepeat: false, ...change }, isInSubframe, path })
    const given = z.object({ isPrevented: z.literal(true), ran: z.tuple([z.string()]) })
    expect(given.parse(await key({})).ran[0]).toContain('"key":"l","code":"KeyL","altKey":true')
    // By what is printed, wherever it lies: which of them act is the console's to say.
    expect(given.parse(await key({ key: 'q', code: 'KeyA' })).ran[0]).toContain('"key":"q"')
    expect(given.parse(await key({ key: 'F2', code: 'F2', alt: false })).ran[0]).toContain('"key":"F2"')
    expect(given.parse(await key({ key: 'F1', code: 'F1', alt: false })).ran[0]).toContain('"key":"F1"')
    // By its place where another script is printed.
    expect(given.parse(await key({ key: 'д' })).ran[0]).toContain('"key":"д","code":"KeyL"')
    // One that acts while it is held ends as it is let go, once.
    for (const code of ['KeyA', 'F2', 'F1']) given.parse(await key({ type: 'keyUp', code }))
    expect(given.parse(await key({ type: 'keyUp' })).ran[0]).toContain(`'keyup', {"key":"l"`)
    const left = { isPrevented: false, ran: [] }
    expect(await key({}, false)).toEqual(left)
    for (const change of [
      { alt: false },
      { control: true },
      { meta: true },
      { key: 'ł', modifiers: ['alt', 'altgr'] },
      { key: '@' },
      { key: 'ł' },
      { key: 'д', code: 'Comma' },
      // Part of a code for a character, such as Alt 0233 for é.
      { key: '2', code: 'Numpad2' },
      { key: 'l', modifiers: ['altgr'] },
      { type: 'keyUp' },
      { isAutoRepeat: true },
      { code: "KeyL'}); alert(1) //" },
    ]) {
      expect(await key(change), JSON.stringify(change)).toEqual(left)
    }
  })

  it('lets no key of any kind through to the meeting while another page than the live view is shown', async () => {
    const plain = {
      key: 'a',
      code: 'KeyA',
      alt: false,
      control: false,
      meta: false,
      shift: false,
      modifiers: [],
      isAutoRepeat: false,
    }
    const key = (type: string, path: string, isInSubframe = true) =>
      app.act('key', { input: { ...plain, type }, isInSubframe, path })
    for (const path of ['/reports/1', '/', '/room/x', '/debrief/new#/rooms']) {
      for (const type of ['keyDown', 'keyUp', 'char', 'rawKeyDown']) {
        expect(await key(type, path), `${type} ${path}`).toEqual({ isPrevented: true, ran: [] })
      }
    }
    expect(await key('keyDown', '/reports/1', false)).toEqual({ isPrevented: false, ran: [] })
    expect(await key('keyDown', '/room')).toEqual({ isPrevented: false, ran: [] })
  })

  describe('with no room open', () => {
    it('grants nothing but the console’s own clipboard write and loopback', async () => {
      for (const permission of [
        'media',
        'display-capture',
        'fullscreen',
        'speaker-selection',
        'geolocation',
      ]) {
        for (const from of [CONSOLE, `${MEETING}/`, 'http://rabc.localhost:1/']) {
          expect(await request(permission, from), `${permission} ${from}`).toBe(false)
          expect(await check(permission, from), `${permission} ${from}`).toBe(false)
        }
      }
      expect(await request('clipboard-sanitized-write', CONSOLE, true)).toBe(true)
      expect(await check('clipboard-sanitized-write', CONSOLE, { isMainFrame: true })).toBe(true)
      expect(await request('clipboard-sanitized-write', CONSOLE, false)).toBe(false)
      expect(await request('clipboard-sanitized-write', `${MEETING}/`, true)).toBe(false)
      expect(await request('loopback-network', CONSOLE, true)).toBe(true)
      expect(await app.act('device', { deviceType: 'hid', origin: MEETING })).toBe(false)
      expect(await app.act('bluetooth')).toEqual({ confirmed: false })
    })
  })

  describe('with a live room open', () => {
    let roomOrigin = ''
    beforeAll(async () => {
      await loadConsole()
      await makeVaultWithGroup(call)
      roomOrigin = new URL(await openLiveRoom()).origin
    })

    it('grants the meeting, and it alone, what a call needs', async () => {
      expect(await request('fullscreen', `${MEETING}/room`)).toBe(false)
      expect(await check('fullscreen', `${MEETING}/`)).toBe(false)
      for (const permission of ['media', 'display-capture', 'speaker-selection', 'screen-wake-lock']) {
        expect(await request(permission, `${MEETING}/room`), permission).toBe(true)
        expect(await check(permission, `${MEETING}/`), permission).toBe(true)
        for (const other of [
          CONSOLE,
          `${roomOrigin}/`,
          'https://meet.example.org.evil.example/',
          'https://evil.example/',
          'http://meet.example.org/',
          'https://meet.example.org:8443/',
          'null',
          'data:text/html,x',
        ]) {
          expect(await request(permission, other), `${permission} ${other}`).toBe(false)
          expect(await check(permission, other), `${permission} ${other}`).toBe(false)
        }
        // As a top-level page even the meeting gets nothing.
        expect(await request(permission, `${MEETING}/`, true), permission).toBe(false)
      }
      expect(await request('media', `${MEETING}/`, false, `${MEETING}/`)).toBe(true)
      expect(await request('media', `${MEETING}/`, false, 'https://evil.example/')).toBe(false)
      const asMain = { isMainFrame: true, securityOrigin: `${MEETING}/` }
      expect(await check('media', CONSOLE, asMain)).toBe(true)
      expect(await check('media', CONSOLE, { isMainFrame: true, securityOrigin: CONSOLE })).toBe(false)
    })

    it('denies the meeting everything else, the unknown included', async () => {
      for (const permission of [
        'geolocation',
        'notifications',
        'clipboard-read',
        'clipboard-sanitized-write',
        'openExternal',
        'hid',
        'usb',
        'serial',
        'midi',
        'midiSysex',
        'idle-detection',
        'pointerLock',
        'keyboardLock',
        'window-management',
        'storage-access',
        'top-level-storage-access',
        'fileSystem',
        'local-network',
        'loopback-network',
        'persistent-storage',
        'unknown',
        'invented-tomorrow',
        'constructor',
      ]) {
        expect(await request(permission, `${MEETING}/`), permission).toBe(false)
        expect(await check(permission, `${MEETING}/`), permission).toBe(false)
      }
    })

    it('shares a screen only when the meeting asks by a click and the person picks one', async () => {
      const asked = {
        frameUrl: `${MEETING}/room`,
        securityOrigin: `${MEETING}/`,
        userGesture: true,
        videoRequested: true,
        answer: 1,
      }
      expect(await app.act('displayMedia', asked)).toEqual({ video: { id: 'screen:1', name: 'Screen 1' } })
      expect(await app.act('displayMedia', { ...asked, answer: 2 })).toEqual({
        video: { id: 'window:2', name: 'A letter' },
      })
      expect(await app.act('displayMedia', { ...asked, answer: 0 })).toBeNull()
      const dialogs = (await callsOf('showMessageBox')).length
      for (const change of [
        { frameUrl: null },
        { frameUrl: 'https://evil.example/' },
        { frameUrl: `${roomOrigin}/room/x` },
        { frameUrl: CONSOLE },
        { securityOrigin: 'https://evil.example/' },
        { userGesture: false },
        { videoRequested: false },
      ]) {
        expect(await app.act('displayMedia', { ...asked, ...change }), JSON.stringify(change)).toBeNull()
      }
      expect((await callsOf('showMessageBox')).length).toBe(dialogs)
      expect(await callsOf('setDisplayMediaRequestHandler')).toEqual([[{ useSystemPicker: false }]])
    })

    it('lets frames go to the room and the meeting, and nowhere else', async () => {
      const goes = (url: string) =>
        app
          .act('navigate', { event: 'will-frame-navigate', url, isMainFrame: false })
          .then((isPrevented) => isPrevented === false)
      expect(await goes(`${roomOrigin}/room/x`)).toBe(true)
      expect(await goes(`${MEETING}/abc`)).toBe(true)
      expect(await goes('about:blank')).toBe(true)
      for (const url of ['https://evil.example/', CONSOLE, 'file:///etc/passwd', 'http://127.0.0.1:1/']) {
        expect(await goes(url), url).toBe(false)
      }
    })

    it('keeps the screen awake while the room is open, and takes everything back when it closes', async () => {
      expect(await callsOf('powerSaveBlocker.start')).toEqual([['prevent-display-sleep']])
      expect(await callsOf('powerSaveBlocker.stop')).toEqual([])
      // A frame that merely asks for the console's address must not end the room.
      await fetched(CONSOLE)
      expect(await request('media', `${MEETING}/room`)).toBe(true)
      await call('meeting.closeRoomPage')
      expect(await callsOf('powerSaveBlocker.stop')).toEqual([[7]])
      expect(await request('media', `${MEETING}/room`)).toBe(false)
    })

    it('has a key of the whole system only while a room is open, and says where it was refused', async () => {
      const KEY = 'CommandOrControl+Shift+F9'
      const line = 'globalThis.holdspaceMute ? globalThis.holdspaceMute() : false'
      await call('meeting.closeRoomPage')
      expect(await call('device.globalMute')).toBe('noRoom')
      expect(await app.act('globalKey', KEY)).toEqual([])
      const before = (await callsOf('globalShortcut.register')).length
      await openLiveRoom()
      expect((await callsOf('globalShortcut.register')).slice(before)).toEqual([[KEY]])
      expect(await call('device.globalMute')).toBe('acts')
      expect(await app.act('globalKey', KEY)).toEqual([line])
      // The page of the stand-in shows no microphone off: the window comes up, without the keyboard.
      await vi.waitFor(async () => expect(await callsOf('showInactive')).toHaveLength(1))
      await call('meeting.closeRoomPage')
      expect((await callsOf('globalShortcut.unregister')).at(-1)).toEqual([KEY])
      expect(await app.act('globalKey', KEY)).toEqual([])

      await app.act('globalKeysAre', true)
      await openLiveRoom()
      expect(await call('device.globalMute')).toBe('taken')
      await call('meeting.closeRoomPage')
      await app.act('globalKeysAre', false)
    })

    it('ends the room when the console reloads', async () => {
      await openLiveRoom()
      expect(await request('media', `${MEETING}/room`)).toBe(true)
      await loadConsole()
      expect(await request('media', `${MEETING}/room`)).toBe(false)
    })
  })

  it('locks the vault and leaves when it is told to quit', async () => {
    await app.act('quit')
    expect(await app.exited).toBe(0)
  })
})

describe('the Electron entry', () => {
  it('never runs without the sandbox', async () => {
    const made = await freshFolder()
    // By the environment, which no list of words sees.
    const one = await startFakeElectron(['--data-dir', made.path], { FAKE_ELECTRON_SWITCHES: 'no-sandbox' })
    expect(await one.exited).toBe(1)
    expect(one.stderr()).toBe('Holdspace does not run without the sandbox.\n')
    await made.forget()
  })

  it('brings the first window to the front instead of opening a second', async () => {
    const made = await freshFolder()
    const one = await startFakeElectron(['--data-dir', made.path], { FAKE_ELECTRON_IS_SECOND: '1' })
    expect(await one.exited).toBe(0)
    await made.forget()
  })

  it('gives the rehearsal neither camera, microphone nor screen', async () => {
    const made = await freshFolder()
    app = await startFakeElectron(['--data-dir', made.path])
    await app.act('ready')
    await loadConsole()
    await call('vault.create', { displayName: 'Robin', passphrase: 'a long enough passphrase' })
    const { charters } = z
      .object({ charters: z.array(z.object({ id: z.string() })).min(1) })
      .parse(await call('charters.list'))
    const session = Session.parse(await call('sessions.rehearse', { charterId: charters[0]?.id }))
    await call('sessions.open', { sessionId: session.id })
    const ticket = z
      .object({ scriptUrl: z.string(), isRehearsal: z.literal(true) })
      .parse(await call('meeting.openRoomPage', { sessionId: session.id }))
    const from = `${new URL(ticket.scriptUrl).origin}/`
    for (const permission of ['media', 'display-capture', 'fullscreen']) {
      expect(await request(permission, from), permission).toBe(false)
      expect(await check(permission, from), permission).toBe(false)
    }
    const asked = { frameUrl: from, securityOrigin: from, userGesture: true, videoRequested: true, answer: 1 }
    expect(await app.act('displayMedia', asked)).toBeNull()
    expect(await callsOf('showMessageBox')).toEqual([])
    app.end()
    await made.forget()
  })

  it('leaves content protection off where assistive tools need it', async () => {
    const made = await freshFolder()
    app = await startFakeElectron(['--data-dir', made.path], { HOLDSPACE_CONTENT_PROTECTION: 'off' })
    await app.act('ready')
    expect(await callsOf('setContentProtection')).toEqual([[false]])
    await loadConsole()
    expect(await call('device.state')).toMatchObject({ contentProtection: 'offForThisStart' })
    await call('device.change', { hasContentProtection: true })
    expect(await callsOf('setContentProtection')).toEqual([[false], [false]])
    app.end()
    await made.forget()
  })
})

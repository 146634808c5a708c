/** @file Edges of the Electron shell: the preload as it ships, a certificate asked for, a room that closes while a screen is chosen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FakeElectron, startFakeElectron } from '../fixtures/fake-electron-process'
import { freshFolder } from '../fixtures/shell-process'
import { makeVaultWithGroup } from '../fixtures/thursday-group'

const CONSOLE = 'holdspace://console/'
const MEETING = 'https://meet.example.org'

it('the preload hands on one port, of its own page alone, and at the one word alone', () => {
  const posted: unknown[][] = []
  const heard: ((event: object) => void)[] = []
  const page: Record<string, unknown> = {
    exports: {},
    require: () => ({ ipcRenderer: { postMessage: (...said: unknown[]) => posted.push(said) } }),
    addEventListener: (name: string, listener: (event: object) => void) => {
      expect(name).toBe('message')
      heard.push(listener)
    },
  }
  page.window = page
  createContext(page)
  runInContext(readFileSync(join(import.meta.dirname, '../../out/preload/index.cjs'), 'utf8'), page)
  expect(heard).toHaveLength(1)
  const right = { source: runInContext('window', page), data: 'holdspace-connect', ports: ['port'] }
  const say = (change: object) => {
    for (const listener of heard) listener({ ...right, ...change })
    return posted.splice(0)
  }
  for (const wrong of [
    { source: {} },
    { source: null },
    { data: 'holdspace-connect ' },
    { data: { kind: 'holdspace-connect' } },
    { ports: [] },
    { ports: ['port', 'another'] },
  ]) {
    expect(say(wrong), JSON.stringify(wrong)).toEqual([])
  }
  expect(say({})).toEqual([['connect', null, ['port']]])
})

it('checks a server by the way that the window’s session says the call will go', async () => {
  const folder = await freshFolder()
  const app = await startFakeElectron(['--data-dir', folder.path], {
    FAKE_ELECTRON_PROXY: 'SOCKS5 a.example:1080',
  })
  try {
    await app.act('ready')
    await app.act('fetch', { url: CONSOLE })
    await app.act('connect', { sender: 'ours', frame: 'main', url: CONSOLE, portCount: 1 })
    const passphrase = 'a long enough passphrase'
    await app.act('call', { path: 'vault.create', input: { displayName: 'Robin', passphrase } })
    const server = { kind: 'jitsi', host: 'meet.example.org' }
    expect(await app.act('call', { path: 'meeting.checkServer', input: { server } })).toEqual({
      output: { result: 'notAsked', elapsedMs: 0 },
    })
    const calls = z.array(z.array(z.unknown())).parse(await app.act('calls'))
    expect(calls.filter(([name]) => name === 'resolveProxy')).toEqual([
      ['resolveProxy', `${MEETING}/external_api.js`],
    ])
  } finally {
    app.end()
    await folder.forget()
  }
})

describe('the shell', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let app: FakeElectron
  const call = async (path: string, input?: unknown): Promise<unknown> =>
    z.object({ output: z.unknown() }).parse(await app.act('call', { path, input })).output

  beforeEach(async () => {
    folder = await freshFolder()
    app = await startFakeElectron(['--data-dir', folder.path])
    await app.act('ready')
  })
  afterEach(async () => {
    app.end()
    await folder.forget()
  })

  it('shows a server no certificate of this computer’s', async () => {
    expect(await app.act('clientCertificate')).toEqual({ isPrevented: true, given: [] })
  })

  it('shares no screen with a room that was closed while the person chose', async () => {
    await app.act('fetch', { url: CONSOLE })
    await app.act('connect', { sender: 'ours', frame: 'main', url: CONSOLE, portCount: 1 })
    await makeVaultWithGroup(call)
    const [session] = z.array(z.object({ id: z.string() })).parse(await call('sessions.upcoming'))
    await call('sessions.open', { sessionId: session?.id })
    await call('meeting.openRoomPage', { sessionId: session?.id })
    const asked = {
      frameUrl: `${MEETING}/room`,
      securityOrigin: `${MEETING}/`,
      userGesture: true,
      videoRequested: true,
    }
    // The control: while the room is open, what is chosen is shared.
    expect(await app.act('displayMedia', { ...asked, answer: 1 })).toMatchObject({ video: {} })
    const choosing = app.act('displayMedia', { ...asked, answer: 'waits' })
    await call('meeting.closeRoomPage')
    await app.act('answerDialog', 1)
    expect(await choosing).toBeNull()
  })
})

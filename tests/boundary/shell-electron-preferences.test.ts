/** @file Preferences, zoom and the window's place in the built Electron entry, by the real `electron-store`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FakeElectron, startFakeElectron } from '../fixtures/fake-electron-process'
import { freshFolder } from '../fixtures/shell-process'

const CONSOLE = 'holdspace://console/'
const Calls = z.array(z.tuple([z.string()]).rest(z.unknown()))

let folder: Awaited<ReturnType<typeof freshFolder>>
let app: FakeElectron

const start = async () => {
  app = await startFakeElectron(['--data-dir', folder.path])
  await app.act('ready')
}
const callsOf = async (name: string) =>
  Calls.parse(await app.act('calls'))
    .filter(([called]) => called === name)
    .map(([, ...args]) => args)
const pageOf = async () => z.object({ body: z.string() }).parse(await app.act('fetch', { url: CONSOLE })).body
const connect = () => app.act('connect', { sender: 'ours', frame: 'main', url: CONSOLE, portCount: 1 })
const call = (path: string, input?: unknown) => app.act('call', { path, input })
const quit = async () => {
  await app.act('quit')
  expect(await app.exited).toBe(0)
}

beforeEach(async () => {
  folder = await freshFolder()
})
afterEach(async () => {
  app.end()
  await folder.forget()
})

describe('preferences', () => {
  it('act before the first paint, on the window, and at the next start', async () => {
    await start()
    expect(await pageOf()).toContain('data-theme="system"')
    expect(await callsOf('setContentProtection')).toEqual([[true]])
    await connect()
    await call('device.change', { theme: 'dark', textSize: 'largest', hasContentProtection: false })
    expect(await app.act('look')).toMatchObject({ theme: 'dark' })
    expect(await callsOf('setContentProtection')).toEqual([[true], [false]])
    await quit()

    await start()
    const html = await pageOf()
    for (const said of [
      'data-theme="dark"',
      'data-mantine-color-scheme="dark"',
      'data-text-size="largest"',
      'data-content-protection="off"',
    ]) {
      expect(html).toContain(said)
    }
    expect(await app.act('look')).toMatchObject({ theme: 'dark' })
    expect(await callsOf('setContentProtection')).toEqual([[false]])
  })

  it('leave no channel open but the one for the contract', async () => {
    await start()
    await connect()
    await call('device.change', { theme: 'light' })
    // The control: the library did open one.
    expect((await callsOf('ipcMain.on')).flat()).toEqual(['connect', 'electron-store-get-data'])
    expect(await app.act('look')).toMatchObject({ ipcChannels: ['connect'] })
  })

  it('of rubbish do not keep it from starting', async () => {
    writeFileSync(join(folder.path, 'preferences.json'), '{{{')
    await start()
    await connect()
    expect(await call('device.state')).toMatchObject({ output: { trouble: { kind: 'setAside' } } })
  })

  it('open the data folder, and that alone', async () => {
    await start()
    await connect()
    expect(await call('device.openDataDir')).toEqual({ output: {} })
    expect(await callsOf('openPath')).toEqual([[folder.path]])
    await app.act('openPathSays', 'No application knows how to open it')
    expect(await call('device.openDataDir', { path: '/etc' })).toEqual({ code: 'NOT_OPENED' })
    expect(await callsOf('openPath')).toEqual([[folder.path], [folder.path]])
  })
})

describe('the window', () => {
  const shape = async () =>
    z
      .looseObject({ x: z.number().optional(), width: z.number() })
      .parse((await callsOf('BrowserWindow'))[0]?.[0])

  it('comes up where it was left', async () => {
    await start()
    expect(await shape()).toMatchObject({ width: 1280, height: 860 })
    await app.act('moveWindow', { bounds: { x: 100, y: 50, width: 1000, height: 800 }, isLarge: true })
    await quit()
    expect(JSON.parse(readFileSync(join(folder.path, 'preferences.json'), 'utf8'))).toEqual({
      window: { x: 100, y: 50, width: 1000, height: 800, isMaximized: true },
    })
    await start()
    expect(await shape()).toMatchObject({ x: 100, y: 50, width: 1000, height: 800 })
    // Its screen is gone: it comes up on the one that is there.
    writeFileSync(
      join(folder.path, 'preferences.json'),
      JSON.stringify({ window: { x: 5000, y: 50, width: 1000, height: 800, isMaximized: false } }),
    )
    await quit()
    await start()
    expect((await shape()).x).toBeUndefined()
  })

  it('zooms by keyboard, in the meeting’s frame too, which gets nothing of it', async () => {
    await start()
    const key = (change: object) =>
      app.act('key', {
        input: {
          type: 'keyDown',
          key: '+',
          code: 'Equal',
          alt: false,
          control: process.platform !== 'darwin',
          meta: process.platform === 'darwin',
          shift: true,
          modifiers: [],
          isAutoRepeat: false,
          ...change,
        },
        isInSubframe: true,
      })
    expect(await key({})).toEqual({ isPrevented: true, ran: [] })
    expect(await app.act('zoom')).toBe(1.1)
    await key({ key: '-', code: 'NumpadSubtract' })
    await key({ key: '-', code: 'Minus' })
    expect(await app.act('zoom')).toBe(0.9)
    await key({ key: '0', code: 'Numpad0' })
    expect(await app.act('zoom')).toBe(1)
    expect(await key({ control: false, meta: false })).toEqual({ isPrevented: false, ran: [] })
    expect(await app.act('zoom')).toBe(1)
  })
})

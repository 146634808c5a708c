/**
 * @file How the built Electron entry starts, and does not: switches by list, versions and native parts before a window, a
 * sentence on stderr and, in a packaged app, in a dialog.
 */
import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type FakeElectron, startFakeElectron } from '../fixtures/fake-electron-process'
import { freshFolder } from '../fixtures/shell-process'

const Calls = z.array(z.tuple([z.string()]).rest(z.unknown()))
let folder: Awaited<ReturnType<typeof freshFolder>>
let app: FakeElectron | null = null

beforeEach(async () => {
  folder = await freshFolder()
})
afterEach(async () => {
  app?.end()
  app = null
  await folder.forget()
})

const start = async (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  app = await startFakeElectron(['--data-dir', folder.path, ...words], environment)
  return app
}
const callsOf = async (running: FakeElectron, name: string) =>
  Calls.parse(await running.act('calls')).filter(([called]) => called === name)

it.each([
  '--disable-web-security',
  '-inspect=0',
  '--remote-debugging-port=9222',
  '--JS-FLAGS=--expose-gc',
  '--tango',
])('%s ends the start before anything is made, with the code of a wrong word', async (word) => {
  const running = await start([word])
  expect(await running.exited).toBe(2)
  expect(running.stderr()).toContain(word)
  expect(running.stderr().trim().split('\n')).toHaveLength(1)
  expect(existsSync(folder.path) ? readdirSync(folder.path) : []).toEqual([])
})

it('what helps people starts it', async () => {
  const running = await start([
    '--force-renderer-accessibility',
    '--ozone-platform=x11',
    '--disable-gpu',
    '--lang=de',
  ])
  await running.act('ready')
  expect(await callsOf(running, 'BrowserWindow')).toHaveLength(1)
})

it.each([
  [
    'another Electron',
    { FAKE_ELECTRON_VERSION: '33.2.1' },
    /^This Holdspace was made for Electron .* does not start in 33/,
  ],
  [
    'a Node-API that the database does not run on',
    { FAKE_ELECTRON_NAPI: '9' },
    /needs Node-API 10; .* has 9\.$/m,
  ],
])('%s is said in one sentence, without a window', async (_, environment, words) => {
  const running = await start([], { ...environment, FAKE_ELECTRON_STAYS: '1' })
  expect(await running.exited).toBe(1)
  expect(running.stderr()).toMatch(words)
  expect(running.stderr().trim().split('\n')).toHaveLength(1)
  expect(await callsOf(running, 'BrowserWindow')).toEqual([])
  expect(await callsOf(running, 'showErrorBox')).toEqual([])
})

it('in a packaged app, whose stderr nobody reads, the sentence is in a dialog', async () => {
  const running = await start(['--no-sandbox'], { FAKE_ELECTRON_IS_PACKAGED: '1', FAKE_ELECTRON_STAYS: '1' })
  await running.act('becomeReady')
  expect(await running.exited).toBe(2)
  expect(await callsOf(running, 'showErrorBox')).toEqual([
    ['showErrorBox', 'Holdspace cannot start', expect.stringContaining('--no-sandbox')],
  ])
})

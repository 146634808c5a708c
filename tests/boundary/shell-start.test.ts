/** @file `npm start`: which shell it starts, what it says, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron-present.mjs'
import { isPosix } from '../fixtures/posix'
import { freshFolder } from '../fixtures/shell-process'
import { until } from '../fixtures/until'

const root = join(import.meta.dirname, '../..')
let folder: Awaited<ReturnType<typeof freshFolder>>
const running: ChildProcess[] = []
const servers: Server[] = []

beforeEach(async () => {
  folder = await freshFolder()
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) server.close()
  await folder.forget()
})

/** Starts as npm does, with the pinned Node first on the PATH. */
const start = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...words], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOLDSPACE_DATA_DIR: join(folder.path, 'data'), ...environment },
  })
  running.push(child)
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    text.stdout += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    text.stderr += chunk.toString('utf8')
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  const said = async (words: RegExp) => {
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null
    await until(async () => words.test(text.stdout) || hasEnded() || undefined, `${words} or the end`)
    return words.test(text.stdout)
  }
  return { child, text, ended, said }
}

/** A folder with an `electron` of ours in it, as ELECTRON_OVERRIDE_DIST_PATH wants it. */
const distWith = async (script: string): Promise<string> => {
  const dist = join(folder.path, 'dist')
  await mkdir(dist)
  await writeFile(join(dist, 'electron'), `#!/bin/sh\n${script}\n`)
  await chmod(join(dist, 'electron'), 0o755)
  return dist
}
const ready = /^Holdspace is ready: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/m

it('starts the browser shell when asked to, with one line of ours, and stops on SIGTERM where signals are', async () => {
  const { child, text, ended, said } = start(['--shell', 'browser', '--no-open'])
  expect(await said(ready)).toBe(true)
  expect(text.stdout.trim().split('\n')).toHaveLength(1)
  expect(text.stderr).toBe('')
  child.kill('SIGTERM')
  const code = await ended
  if (isPosix) expect(code).toBe(0)
})

it('refuses a shell it does not know, and passes on a shell’s own refusal', async () => {
  const unknown = start(['--shell=kiosk'])
  expect(await unknown.ended).toBe(1)
  expect(unknown.text.stderr).toBe('--shell takes electron or browser.\n')
  const bad = start(['--shell', 'browser', '--port', 'x'])
  expect(await bad.ended).toBe(2)
  expect(bad.text.stderr).toMatch(/^--port takes/)
})

it.skipIf(!isPosix)(
  'starts Electron (a script with a first line) where it is, with our words and without a way around its sandbox',
  async () => {
    const dist = await distWith(`echo "Holdspace is ready: its window is open $*"; exec sleep 600`)
    const { child, text, said } = start(['--data-dir', '/x'], {
      ELECTRON_OVERRIDE_DIST_PATH: dist,
      ELECTRON_RUN_AS_NODE: '1',
    })
    expect(await said(/^Holdspace is ready/m)).toBe(true)
    expect(text.stdout).toBe(`Holdspace is ready: its window is open ${root} --data-dir /x\n`)
    child.kill('SIGTERM')
  },
)

it.skipIf(!isPosix)(
  'says so in one sentence and starts the browser shell when Electron (a script) ends before it is ready',
  async () => {
    const dist = await distWith('exit 3')
    const { child, text, ended, said } = start(['--no-open'], { ELECTRON_OVERRIDE_DIST_PATH: dist })
    expect(await said(ready)).toBe(true)
    expect(text.stderr).toBe('Electron ended before it was ready, so Holdspace opens in a browser.\n')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  },
)

it.skipIf(!isPosix)(
  'does not fall back when Electron (a script) was asked for by name, or ended well, or after it was ready',
  async () => {
    const dist = await distWith('exit "$CODE"')
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: dist }
    const named = start(['--shell', 'electron'], { ...environment, CODE: '3' })
    expect(await named.ended).toBe(1)
    expect(named.text.stderr).toBe('Electron ended before it was ready.\n')
    const second = start([], { ...environment, CODE: '0' })
    expect(await second.ended).toBe(0)
    expect(second.text.stdout).toBe('')
  },
)

it.skipIf(findElectron() !== null)(
  'says in words, and in no trace of a program, that Electron cannot be had',
  async () => {
    const { child, text, ended, said } = start(['--no-open'], {
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(folder.path, 'cache'),
    })
    expect(await said(ready)).toBe(true)
    expect(text.stderr.split('\n')).toEqual([
      'Electron is fetched first, about 120 MB, once.',
      'Electron is not available on this machine, so Holdspace opens in a browser.',
      '',
    ])
    child.kill('SIGTERM')
    const code = await ended
    if (isPosix) expect(code).toBe(0)
    const named = start(['--shell', 'electron'], {
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(folder.path, 'cache'),
    })
    expect(await named.ended).toBe(1)
    expect(named.text.stderr).toMatch(
      /\nElectron is not available on this machine\. npx install-electron, here, says what keeps it away\.\n$/,
    )
  },
)

// Only where the binary is absent does it try to fetch one.
it.skipIf(findElectron() !== null)(
  'gives up fetching Electron after 15 seconds without progress',
  async () => {
    const sockets: Socket[] = []
    // Takes connections and never answers: a network that swallows everything.
    const silent = createServer((socket) => sockets.push(socket))
    servers.push(silent)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const startedAt = Date.now()
    const { child, text, ended, said } = start(['--no-open'], {
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: join(folder.path, 'cache'),
    })
    expect(await said(ready)).toBe(true)
    const elapsedMs = Date.now() - startedAt
    expect(sockets.length).toBeGreaterThan(0)
    expect(elapsedMs).toBeGreaterThan(14_000)
    expect(text.stderr).toBe(
      'Electron is fetched first, about 120 MB, once.\nElectron is not available on this machine, so Holdspace opens in a browser.\n',
    )
    for (const socket of sockets) socket.destroy()
    child.kill('SIGTERM')
    const code = await ended
    if (isPosix) expect(code).toBe(0)
  },
)

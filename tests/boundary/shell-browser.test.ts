/** @file The built browser shell from outside: its one line, its doors, its headers, its ends. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { KDF_SHIPPED } from '../fixtures/key-cost'
import { isPosix } from '../fixtures/posix'
import { ask, connect, loadIdOf, type Upgrade } from '../fixtures/rpc-socket'
import { freshFolder, runShell, type ShellProcess, startShell } from '../fixtures/shell-process'

let folder: Awaited<ReturnType<typeof freshFolder>>
let shell: ShellProcess
let port = 0

const start = async () => {
  folder = await freshFolder()
  shell = await startShell({ dataDir: folder.path })
  port = Number(new URL(shell.origin).port)
}
const load = async () => loadIdOf((await ask(port, '/')).body)
const connected = async (token = shell.token): Promise<Extract<Upgrade, { kind: 'connected' }>> => {
  const upgrade = await connect({ port, token, loadId: await load() })
  if (upgrade.kind !== 'connected') throw new Error(`Not connected: ${JSON.stringify(upgrade)}`)
  return upgrade
}

describe('the browser shell', () => {
  beforeAll(start)
  afterAll(async () => {
    await shell.stop()
    await folder.forget()
  })

  describe('its page', () => {
    it('is served with the strict policy, a fresh nonce and fresh origins each time', async () => {
      const [one, other] = [await ask(port, '/'), await ask(port, '/')]
      const policy = String(one.headers['content-security-policy'])
      const nonce = /'nonce-([A-Za-z0-9+/]+)'/.exec(policy)?.[1] ?? ''
      const room = /frame-src (http:\/\/r[0-9a-f]{32}\.localhost:\d+);/.exec(policy)?.[1] ?? ''
      expect(policy.split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data:",
        "font-src 'self'",
        `connect-src ws://127.0.0.1:${port}`,
        `frame-src ${room}`,
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
      expect(nonce).toHaveLength(24)
      expect(one.body).toContain(`<meta name="csp-nonce" content="${nonce}"`)
      expect(one.body).not.toContain('__CSP_NONCE__')
      expect(String(other.headers['content-security-policy'])).not.toContain(nonce)
      expect(String(other.headers['content-security-policy'])).not.toContain(room)
      expect(one.headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(one.headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(one.headers['referrer-policy']).toBe('no-referrer')
      const features = String(one.headers['permissions-policy'])
      expect(features).toContain(`camera=(self "${room}")`)
      for (const denied of ['geolocation', 'usb', 'hid', 'serial', 'clipboard-read', 'idle-detection']) {
        expect(features).toContain(`${denied}=()`)
      }
    })

    it('sets no cookie and lets nothing be stored, whatever is asked', async () => {
      const asset = /\.\.(\/assets\/[^"]+\.js)/.exec((await ask(port, '/')).body)?.[1] ?? ''
      expect(asset).not.toBe('')
      const paths = ['/', asset, '/nothing', '/rpc', '/../x']
      for (const path of paths) {
        const answer = await ask(port, path)
        expect(answer.headers['set-cookie'], path).toBeUndefined()
        expect(answer.headers['cache-control'], path).toBe('no-store')
        expect(answer.headers['x-content-type-options'], path).toBe('nosniff')
        expect(answer.headers['access-control-allow-origin'], path).toBeUndefined()
      }
      expect((await ask(port, asset)).status).toBe(200)
    })

    it('gives its own files and no others', async () => {
      const outside = [
        '/../package.json',
        '/assets/../../main/browser.js',
        '/assets/%2e%2e/%2e%2e/main/browser.js',
        '/assets/..%2f..%2fmain/browser.js',
        '/assets/..\\..\\main\\browser.js',
        '//etc/passwd',
        '/.vite/manifest.json',
        '/console/index.html',
        '/room/index.html',
        '/rehearsal/external_api.js',
        '/external_api.js',
        'http://127.0.0.1/',
      ]
      for (const path of outside) expect((await ask(port, path)).status, path).toBe(404)
    })

    it('keeps the files of room and rehearsal off the console, and the reverse', async () => {
      const manifest: unknown = JSON.parse(
        await readFile(join(import.meta.dirname, '../../out/renderer/.vite/manifest.json'), 'utf8'),
      )
      const file = (page: string) => {
        const entry: unknown = Object(manifest)[`${page}/index.html`]
        return `/${String(Object(entry).file)}`
      }
      expect((await ask(port, file('console'))).status).toBe(200)
      expect((await ask(port, file('room'))).status).toBe(404)
      expect((await ask(port, file('rehearsal'))).status).toBe(404)
    })

    it('is refused under any other name, to service workers, to other methods and to other sites', async () => {
      for (const host of ['evil.example', 'localhost', `localhost:${port}`, '127.0.0.1', `[::1]:${port}`]) {
        expect((await ask(port, '/', { Host: host })).status, host).toBe(421)
      }
      expect((await ask(port, '/', { 'Service-Worker': 'script' })).status).toBe(404)
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        expect((await ask(port, '/', {}, method)).status, method).toBe(405)
      }
      expect((await ask(port, '/', { 'Sec-Fetch-Dest': 'iframe' })).status).toBe(404)
      const asset = /\.\.(\/assets\/[^"]+\.js)/.exec((await ask(port, '/')).body)?.[1] ?? ''
      for (const from of ['cross-site', 'same-site', 'none']) {
        expect((await ask(port, asset, { 'Sec-Fetch-Site': from })).status, from).toBe(403)
      }
      expect((await ask(port, asset, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
    })
  })

  describe('its socket', () => {
    it('refuses a wrong origin, host, path, site, token, load, and protocol; the token stays good', async () => {
      const loadId = await load()
      const good = { port, token: shell.token, loadId }
      const wrong: Parameters<typeof connect>[0][] = [
        { ...good, headers: { Origin: 'https://meet.example.org' } },
        { ...good, headers: { Origin: 'null' } },
        { ...good, headers: { Origin: `http://localhost:${port}` } },
        { ...good, headers: { Origin: `http://127.0.0.1:${port}.evil.example` } },
        { ...good, headers: { Host: 'evil.example' } },
        { ...good, headers: { Host: `localhost:${port}` } },
        { ...good, headers: { 'Sec-Fetch-Site': 'cross-site' } },
        { ...good, path: '/' },
        { ...good, path: '/rpc?x=1' },
        { ...good, token: '' },
        { ...good, token: 'A'.repeat(43) },
        { ...good, token: `${shell.token}A` },
        { ...good, loadId: '0'.repeat(32) },
      ]
      for (const options of wrong) {
        const upgrade = await connect(options)
        expect(upgrade, JSON.stringify({ ...options, token: '-' })).toEqual({ kind: 'refused', status: 403 })
      }
      const page = await connected()
      await page.leave()
      shell = { ...shell, token: page.nextToken }
    })

    it('takes a token once; each connection gives the next; a second page is refused meanwhile', async () => {
      const first = await connected()
      expect(first.nextToken).toMatch(/^[A-Za-z0-9_-]{43}$/)
      const used = await connect({ port, token: shell.token, loadId: await load() })
      expect(used).toEqual({ kind: 'refused', status: 403 })
      const second = await connect({ port, token: first.nextToken, loadId: await load() })
      expect(second).toEqual({ kind: 'closed', code: 4409 })
      await first.leave()
      // Being refused as the second did not use it up: a page that reloads tries again.
      const reloaded = await connected(first.nextToken)
      expect(reloaded.nextToken).not.toBe(first.nextToken)
      await reloaded.leave()
      shell = { ...shell, token: reloaded.nextToken }
    })

    it('lets a page whose first words were lost come back, in its own load, until it has spoken', async () => {
      const loadId = await load()
      const lost = await connect({ port, token: shell.token, loadId })
      if (lost.kind !== 'connected') throw new Error('It was not let in.')
      await lost.leave()
      const other = await connect({ port, token: shell.token, loadId: await load() })
      expect(other).toEqual({ kind: 'refused', status: 403 })
      const back = await connect({ port, token: shell.token, loadId })
      if (back.kind !== 'connected') throw new Error('It did not come back.')
      expect(back.nextToken).not.toBe(lost.nextToken)
      await back.client.vault.status()
      await back.leave()
      for (const token of [shell.token, lost.nextToken])
        expect(await connect({ port, token, loadId })).toEqual({ kind: 'refused', status: 403 })
      const again = await connect({ port, token: back.nextToken, loadId })
      if (again.kind !== 'connected') throw new Error('It did not come back.')
      await again.client.vault.status()
      await again.leave()
      shell = { ...shell, token: again.nextToken }
    })

    it('carries the contract, and says nothing of a fault but its code', async () => {
      const page = await connected()
      expect(await page.client.vault.status()).toEqual({ state: 'none' })
      const locked = await page.client.sessions.groups().catch((error: unknown) => error)
      expect(Object(locked).code).toBe('VAULT_LOCKED')
      await page.leave()
      shell = { ...shell, token: page.nextToken }
    })
  })
})

describe('starting and stopping', () => {
  const clean: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of clean.splice(0).reverse()) await end()
  })
  const fresh = async () => {
    const made = await freshFolder()
    clean.push(made.forget)
    return made.path
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    it.skipIf(!isPosix)(`prints one line, and ends well on ${signal} with a page connected`, async () => {
      const dataDir = await fresh()
      const one = await startShell({ dataDir })
      const onePort = Number(new URL(one.origin).port)
      const loadId = loadIdOf((await ask(onePort, '/')).body)
      const page = await connect({ port: onePort, token: one.token, loadId })
      const ended = await one.stop(signal)
      expect(ended.code).toBe(0)
      expect(ended.stdout).toBe(`Holdspace is ready: ${one.url}\n`)
      expect(ended.stderr).not.toContain(one.token)
      expect(page.kind === 'connected' && (await page.closed)).toBe(4503)
      await expect(ask(onePort, '/')).rejects.toThrow()
    })
  }

  it('says in one line what cannot work, and leaves with a code', async () => {
    const dataDir = await fresh()
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    clean.push(() => new Promise((resolve) => taken.close(resolve)))
    const address = taken.address()
    const takenPort = typeof address === 'object' && address !== null ? String(address.port) : ''
    const file = join(dataDir, 'a-file')
    await writeFile(file, 'mine')
    // 2: the words are wrong, and no other shell would take them.
    const bad: [string[], RegExp, number][] = [
      [['--port', takenPort, '--data-dir', dataDir], /^Port \d+ is in use\..*\n$/, 1],
      [['--port', '70000'], /^--port takes a number.*\n$/, 2],
      [['--port', 'x'], /^--port takes a number.*\n$/, 2],
      [['--nonsense'], /^Holdspace does not know --nonsense\..*\n$/, 2],
      [['--shell', 'electron'], /^This is the browser shell.*\n$/, 2],
      [['--data-dir', join(file, 'data')], /^The data folder .* cannot be written to: a file .*\.\n$/, 1],
    ]
    for (const [words, line, exitCode] of bad) {
      const { code, stdout, stderr } = await runShell(['--no-open', ...words]).ended
      expect(stderr, words.join(' ')).toMatch(line)
      expect(code, words.join(' ')).toBe(exitCode)
      expect(stdout, words.join(' ')).toBe('')
    }
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  it('takes the folder from HOLDSPACE_DATA_DIR, and keeps it to this person', async () => {
    const dataDir = join(await fresh(), 'inner')
    const { child, ended, stdout } = runShell(['--no-open'], { HOLDSPACE_DATA_DIR: dataDir })
    while (!stdout().includes('\n')) await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.kill('SIGTERM')
    await ended
    // On Windows the folder has the rights of the person's own folder, and no mode.
    if (isPosix) expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    else expect((await stat(dataDir)).isDirectory()).toBe(true)
  })

  it('tells the second console on one vault that it is in use', async () => {
    const dataDir = await fresh()
    const open = async () => {
      const one = await startShell({ dataDir })
      clean.push(() => one.stop())
      const onePort = Number(new URL(one.origin).port)
      const loadId = loadIdOf((await ask(onePort, '/')).body)
      const page = await connect({ port: onePort, token: one.token, loadId })
      if (page.kind !== 'connected') throw new Error('Not connected')
      return page.client
    }
    const first = await open()
    await first.vault.create({ displayName: 'Robin', passphrase: 'a long enough passphrase' })
    expect(JSON.parse(await readFile(join(dataDir, 'vault.json'), 'utf8'))).toMatchObject({
      body: { kdf: KDF_SHIPPED },
    })
    const second = await open()
    const status = await second.vault.status()
    const refusal =
      status.state === 'unusable'
        ? status.problem
        : Object(
            await second.vault
              .unlock({ secretKind: 'passphrase', secret: 'a long enough passphrase' })
              .catch((error: unknown) => error),
          ).data?.problem
    expect(refusal).toBe('inUse')
    expect(await first.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
  })
})

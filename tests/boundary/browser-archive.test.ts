/**
 * @file The browser shell's archive, made as a release makes it and started as a person does: from a folder with spaces
 * and letters of other scripts, on a machine without npm and without a Node of its own.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { isPosix } from '../fixtures/posix'
import { ask, connect, loadIdOf } from '../fixtures/rpc-socket'
import { freshFolder } from '../fixtures/shell-process'

const root = join(import.meta.dirname, '../..')
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const name = `holdspace-browser-${version}-${process.platform}-${process.arch}`
const bill = `holdspace-${version}-${process.platform}-${process.arch}.cdx.json`

let folder: Awaited<ReturnType<typeof freshFolder>>
let made = ''
let unpacked = ''

/** Every file below a folder with its size and date. */
const listing = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((below) => {
      const { size, mtimeMs } = statSync(join(path, below))
      return `${below.replaceAll('\\', '/')} ${size} ${mtimeMs}`
    })
    .sort()

const dist = (to: string) =>
  execFileSync(process.execPath, [join(root, 'scripts/dist.mjs'), '--only', 'browser', '--to', to], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1764201600' },
  })

/** Where the few programs are that a start script needs, and nothing else: no node, no npm, no browser. */
const bareTools = (): string => {
  const bare = join(folder.path, 'tools')
  mkdirSync(bare)
  const where = (tool: string) =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((at) => join(at, tool))
      .find((path) => statSync(path, { throwIfNoEntry: false }))
  for (const tool of ['sh', 'dirname', 'readlink']) {
    const path = where(tool)
    if (path === undefined) throw new Error(`${tool} is not on this machine.`)
    symlinkSync(path, join(bare, tool))
  }
  return bare
}

beforeAll(async () => {
  folder = await freshFolder()
  made = join(folder.path, 'made')
  dist(made)
  unpacked = join(folder.path, `Ordner mit Leerzeichen ü 漢字 $HOME${isPosix ? ' "quoted"' : ''}`)
  mkdirSync(unpacked)
  execFileSync('tar', ['-xzf', join(made, `${name}.tar.gz`), '-C', unpacked])
})
afterAll(() => folder.forget())

it('is the same archive when it is made again, and its sums are right', () => {
  const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  const again = join(folder.path, 'again')
  dist(again)
  expect(sumOf(join(again, `${name}.tar.gz`))).toBe(sumOf(join(made, `${name}.tar.gz`)))
  const sums = readFileSync(join(made, 'SHA256SUMS'), 'utf8').trim().split('\n')
  expect(sums.map((line) => line.split('  ')[1])).toEqual([bill, `${name}.tar.gz`].sort())
  for (const line of sums) {
    const [sum, file = ''] = line.split('  ')
    expect(sum, file).toBe(sumOf(join(made, file)))
  }
})

it('holds nothing of a test, a source or another system, and the licence of everything in it', () => {
  const files = listing(join(unpacked, name)).map((line) => line.replace(/ \d+ [\d.]+$/, ''))
  expect(
    files.filter((file) => /\.(ts|tsx|map|md)$/.test(file) && !/(SECURITY|licen[cs]e)\.md$/i.test(file)),
  ).toEqual([])
  expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(2)
  const licences = readFileSync(join(unpacked, name, 'licences.txt'), 'utf8')
  const inside = readdirSync(join(unpacked, name, 'app/node_modules')).filter((one) => !one.startsWith('@'))
  expect(inside.length).toBeGreaterThan(8)
  const real = (one: string) => (one === 'better-sqlite3' ? 'better-sqlite3-multiple-ciphers' : one)
  // Those of the main process that are bundled, too.
  for (const one of [...inside, 'conf', 'drizzle-orm', 'luxon', 'ws', 'zod'])
    expect(licences, one).toMatch(new RegExp(`^${real(one)} \\d`, 'm'))
  expect(files).toEqual(expect.arrayContaining(['node/LICENSE', 'LICENSE', 'README.txt']))
})

it('tells machines what is inside: what ships and nothing else, each with its sum', () => {
  const { components } = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      metadata: z.object({ component: z.object({ name: z.literal('holdspace') }) }),
      components: z.array(
        z.object({
          name: z.string(),
          version: z.string(),
          purl: z.string(),
          hashes: z.array(z.unknown()).min(1),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(made, bill), 'utf8')))
  const names = components.map((component) => component.name)
  expect(names).toEqual(expect.arrayContaining(['react', '@mantine/core', 'zod', 'conf']))
  for (const tool of ['vite', 'vitest', 'typescript', '@playwright/test', 'electron']) {
    expect(names, tool).not.toContain(tool)
  }
})

it.runIf(isPosix)(
  'starts from anywhere, without Node or npm, and writes nothing into its own folder',
  async () => {
    const home = join(unpacked, name)
    const before = listing(home)
    const link = join(folder.path, 'a link')
    symlinkSync(join(home, process.platform === 'darwin' ? 'Holdspace.command' : 'holdspace'), link)
    const dataDir = join(unpacked, 'data ü')
    const child = spawn(link, ['--no-open', '--data-dir', dataDir], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Another program's wish for its own Node must not reach ours.
      env: { PATH: bareTools(), NODE_OPTIONS: '--require /nowhere.js', NODE_PATH: '/nowhere' },
    })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8')
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    try {
      const url = await new Promise<URL>((resolve, reject) => {
        let stdout = ''
        child.stdout.on('data', (chunk: Buffer) => {
          stdout += chunk.toString('utf8')
          const found = /^Holdspace is ready: (\S+)$/m.exec(stdout)?.[1]
          if (found !== undefined) resolve(new URL(found))
        })
        void ended.then(() => reject(new Error(`It ended before it was ready: ${stderr}`)))
      })
      const port = Number(url.port)
      const page = await ask(port, '/')
      const asset = /\.\.(\/assets\/[^"]+\.js)/.exec(page.body)?.[1] ?? ''
      expect((await ask(port, asset)).status).toBe(200)
      const link = await connect({ port, token: url.hash.slice(1), loadId: loadIdOf(page.body) })
      if (link.kind !== 'connected') throw new Error('Not connected.')
      const { client } = link
      // Keys, database, migrations, charters, crisis numbers, drills: all that is read from the package.
      await client.vault.create({ displayName: 'Robin', passphrase: 'a quiet room on tuesday' })
      const { charters } = await client.charters.list()
      expect(charters).toHaveLength(5)
      expect((await client.rehearsal.drills({ language: 'es' })).length).toBeGreaterThan(10)
      await client.device.change({ theme: 'dark' })
      await client.vault.lock()
      await client.vault.unlock({ secretKind: 'passphrase', secret: 'a quiet room on tuesday' })
      await link.leave()
    } finally {
      child.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
    expect(readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['vault.db', 'vault.json', 'preferences.json']),
    )
    expect(listing(home)).toEqual(before)
  },
)

it('says what could not be made, and ends with a code of its own', () => {
  const to = join(folder.path, 'desktop')
  const ran = spawnSync(
    process.execPath,
    [join(root, 'scripts/dist.mjs'), '--only', 'electron', '--to', to],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(folder.path, 'no electron here') },
    },
  )
  expect(ran.status).toBe(3)
  expect(ran.stderr.trim()).toMatch(
    /^Electron is not on this machine, so the desktop packages were not made: .*\.$/,
  )
  expect(readdirSync(to).sort()).toEqual(['SHA256SUMS', bill])
})

it.runIf(isPosix)('has what it loads later than at its start: the solver of numbers that leave', () => {
  const home = join(unpacked, name)
  const said = execFileSync(
    join(home, 'node/node'),
    [
      '--input-type=module',
      '--eval',
      "const load = (await import('highs')).default; await load(); console.log('solves')",
    ],
    { cwd: join(home, 'app'), encoding: 'utf8', env: {} },
  )
  expect(said.trim()).toBe('solves')
})

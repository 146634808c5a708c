/**
 * @file The desktop package by its own configuration, around a stand-in for Electron's binary: what is in it, what is not,
 * and that what is in it is found there as in the tree. The installers need the binary itself: the release makes them.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFakeElectron } from '../fixtures/fake-electron-process'
import { freshFolder } from '../fixtures/shell-process'

const root = join(import.meta.dirname, '../..')
const config = z
  .looseObject({
    electronFuses: z.record(z.string(), z.boolean()),
    publish: z.null(),
    asarUnpack: z.array(z.string()),
    linux: z.looseObject({ executableArgs: z.array(z.string()) }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')))
const { devDependencies } = z
  .object({ devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

it('burns fuses so that no switch and no environment makes another program of it, and publishes nothing', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    resetAdHocDarwinSignature: true,
  })
  expect(config.publish).toBeNull()
  expect(config.linux.executableArgs).toEqual([])
})

describe.runIf(process.platform === 'linux')('the package', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>
  let inside = ''

  /** As much of Electron as the packer looks at. */
  const standIn = (): string => {
    const binary = join(folder.path, 'binary')
    mkdirSync(join(binary, 'resources'), { recursive: true })
    writeFileSync(join(binary, 'electron'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    writeFileSync(join(binary, 'version'), devDependencies.electron ?? '')
    for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
      writeFileSync(join(binary, file), '')
    return binary
  }

  beforeAll(async () => {
    folder = await freshFolder()
    const { electronFuses: _needTheBinary, ...rest } = config
    const file = join(folder.path, 'config.json')
    const output = join(folder.path, 'out')
    writeFileSync(file, JSON.stringify({ ...rest, electronDist: standIn(), directories: { output } }))
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        '--linux',
        'dir',
        '--config',
        file,
        '--publish',
        'never',
      ],
      { cwd: root, stdio: 'ignore' },
    )
    inside = join(folder.path, 'a package ü')
    const packed = readdirSync(output).find((name) => name.endsWith('unpacked')) ?? ''
    // By the packer's own reader: Electron reads the archive itself, Node does not.
    const reader = createRequire(
      createRequire(join(root, 'package.json')).resolve('app-builder-lib/package.json'),
    )
    const asar: { extractAll(from: string, to: string): void } = reader('@electron/asar')
    asar.extractAll(join(output, packed, 'resources/app.asar'), inside)
  })
  afterAll(() => folder.forget())

  it('holds the app and what it needs, and nothing of a test, a source, another system or another Node', () => {
    const files = readdirSync(inside, { recursive: true, encoding: 'utf8' })
    expect(readdirSync(inside).sort()).toEqual([
      'LICENSE',
      'node_modules',
      'out',
      'package.json',
      'resources',
    ])
    expect(files.filter((file) => /\.(ts|tsx|map|gyp|c|cc|cpp|h)$/.test(file))).toEqual([])
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(2)
    expect(
      files.filter(
        (file) =>
          /node_modules\/(node-|electron$|vite|react|@mantine)/.test(file) && !/node-addon-api/.test(file),
      ),
    ).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'out/main/migrations/meta/_journal.json',
        'out/renderer/.vite/manifest.json',
        'out/renderer/about.json',
        'out/preload/index.cjs',
      ]),
    )
  })

  it('finds its parts there: keys, database, migrations, charters, drills, pages, preferences', async () => {
    const dataDir = join(folder.path, 'data')
    const app = await startFakeElectron(['--data-dir', dataDir], {
      FAKE_ELECTRON_IS_PACKAGED: '1',
      FAKE_ELECTRON_ENTRY: join(inside, 'out/main/index.js'),
    })
    try {
      await app.act('ready')
      const page = z
        .object({ status: z.literal(200), body: z.string() })
        .parse(await app.act('fetch', { url: 'holdspace://console/' }))
      const asset = /\.\.(\/assets\/[^"]+\.js)/.exec(page.body)?.[1] ?? ''
      expect(await app.act('fetch', { url: `holdspace://console${asset}` })).toMatchObject({ status: 200 })
      await app.act('connect', { sender: 'ours', frame: 'main', url: 'holdspace://console/', portCount: 1 })
      const call = async (path: string, input?: unknown) =>
        z.object({ output: z.unknown() }).parse(await app.act('call', { path, input })).output
      await call('vault.create', { displayName: 'Robin', passphrase: 'a quiet room on tuesday' })
      expect(await call('charters.list')).toMatchObject({ charters: { length: 5 } })
      expect(
        z.array(z.unknown()).parse(await call('rehearsal.drills', { language: 'en' })).length,
      ).toBeGreaterThan(10)
      await call('device.change', { theme: 'dark' })
      expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['vault.db', 'preferences.json']))
      await app.act('quit')
      expect(await app.exited).toBe(0)
    } finally {
      app.end()
    }
  })
})

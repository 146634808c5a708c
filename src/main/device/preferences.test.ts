/**
 * @file The plain file of preferences: nothing of a person fits into it, rubbish is set aside and said, and a disk that
 * takes nothing costs no more than the next start's look. By both of the real libraries' common base.
 */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deviceIn, openRealCore } from '../../../tests/fixtures/real-core'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder'
import { usualPreferences } from '../../contract/preference-choices'
import { Preferences } from '../../contract/preferences'
import { openPreferences, type PlainStoreOptions, PREFERENCES_FILE, SET_ASIDE_FILE } from './preferences-file'

const open = (dir: string) => deviceIn(dir).preferences
const fileIn = (dir: string) => join(dir, PREFERENCES_FILE)
const read = (dir: string): unknown => JSON.parse(readFileSync(fileIn(dir), 'utf8'))

/** Everything a person could be told by, in every form that a file can hold. */
const persons = [
  'Canary Person',
  'canary@example.org',
  '+1 303 555 0142',
  ['Canary'],
  { name: 'Canary' },
  7,
  null,
]

describe('what may stand in the file', () => {
  it('is what was chosen, and survives a start', () => {
    const dir = temporaryFolder()
    expect(open(dir).read()).toEqual(usualPreferences)
    expect(existsSync(fileIn(dir)), 'nothing was chosen, so nothing is written').toBe(false)
    open(dir).change({ theme: 'dark', textSize: 'largest', idleLockMinutes: 5 })
    expect(read(dir)).toEqual({ theme: 'dark', textSize: 'largest', idleLockMinutes: 5 })
    expect(open(dir).read()).toEqual({
      ...usualPreferences,
      theme: 'dark',
      textSize: 'largest',
      idleLockMinutes: 5,
    })
    if (process.platform !== 'win32') expect(statSync(fileIn(dir)).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual([PREFERENCES_FILE])
  })

  it('holds no word of anybody: the contract refuses, and so does the library under it', async () => {
    const real = openRealCore()
    const dir = real.host.dataDir
    for (const key of [...Object.keys(Preferences.shape), 'window', 'name', '__proto__x']) {
      for (const value of persons) {
        const change = Object.fromEntries([[key, value]])
        // What the contract's own types refuse is sent all the same, as a hostile page would.
        await expect(Reflect.apply(real.client.device.change, null, [change]), key).rejects.toMatchObject({
          code: 'BAD_REQUEST',
        })
      }
    }
    expect(existsSync(fileIn(dir))).toBe(false)
    let options: PlainStoreOptions | null = null
    const under = openPreferences(dir, (how) => {
      options = how
      return new Conf({ ...how, configName: 'preferences' })
    })
    under.change({ theme: 'light' })
    if (options === null) throw new Error('The library was not asked.')
    const bare = new Conf<Record<string, unknown>>({ ...(options as object), configName: 'preferences' })
    for (const value of persons) {
      expect(() => bare.set('theme', value)).toThrow()
      expect(() => bare.set('anybody', value)).toThrow()
    }
    // The control: what is a choice goes in by the same way.
    bare.set('theme', 'dark')
    expect(read(dir)).toEqual({ theme: 'dark' })
  })

  it('remembers where the window was, apart from what was chosen', () => {
    const dir = temporaryFolder()
    const place = { x: -20, y: 10, width: 900, height: 700, isMaximized: true }
    open(dir).changeWindow(place)
    expect(open(dir).readWindow()).toEqual(place)
    expect(open(dir).read()).toEqual(usualPreferences)
    open(dir).changeWindow({ ...place, width: 0 })
    open(dir).changeWindow({ ...place, x: 1.5 })
    expect(open(dir).readWindow()).toEqual(place)
  })

  it('is as at first after a reset, and the file is gone', () => {
    const dir = temporaryFolder()
    const one = open(dir)
    one.change({ theme: 'dark' })
    one.reset()
    expect(one.read()).toEqual(usualPreferences)
    expect(readdirSync(dir)).toEqual([])
    one.change({ theme: 'light' })
    expect(read(dir)).toEqual({ theme: 'light' })
  })
})

describe('a file that is none', () => {
  it.each([
    ['nothing at all', ''],
    ['half of one', '{"theme":"dark"'],
    ['bytes', '\0\u0001\ufffd'],
    ['a list', '[]'],
    ['a word', '"dark"'],
    ['null', 'null'],
    ['what is too long', `{"theme":"dark","x":"${'x'.repeat(70_000)}"}`],
  ])('%s is set aside, and all is as usual', (_, text) => {
    const dir = temporaryFolder()
    writeFileSync(fileIn(dir), text)
    const one = open(dir)
    expect(one.read()).toEqual(usualPreferences)
    expect(one.trouble()).toEqual({ kind: 'setAside', fileName: SET_ASIDE_FILE })
    expect(readFileSync(join(dir, SET_ASIDE_FILE), 'utf8')).toBe(text)
    // The next start has nothing to say, and what is chosen is stored again.
    open(dir).change({ theme: 'light' })
    expect(open(dir).trouble()).toBeNull()
    expect(open(dir).read().theme).toBe('light')
  })

  it.each([
    ['a value that is none', { theme: 'pink', textSize: 'larger' }],
    ['a key that is none', { textSize: 'larger', members: ['Canary'] }],
    ['the library’s own key', { textSize: 'larger', __internal__: { migrations: { version: '9' } } }],
  ])('%s is set aside, and the rest is taken over', (_, content) => {
    const dir = temporaryFolder()
    writeFileSync(fileIn(dir), JSON.stringify(content))
    const one = open(dir)
    expect(one.read()).toEqual({ ...usualPreferences, textSize: 'larger' })
    expect(one.trouble()?.kind).toBe('setAside')
    expect(read(dir)).toEqual({ textSize: 'larger' })
  })

  it('a folder, or a pipe, of that name does not hold the start', () => {
    const dir = temporaryFolder()
    mkdirSync(join(fileIn(dir), 'inside'), { recursive: true })
    expect(open(dir).trouble()?.kind).toBe('setAside')
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [fileIn(dir)])
    const one = open(dir)
    expect(one.read()).toEqual(usualPreferences)
    expect(one.trouble()?.kind).toBe('setAside')
  })
})

describe('a disk that takes nothing', () => {
  /** A small real file system, or null where none can be mounted. */
  const disk = (options: string): string | null => {
    const dir = mkdtempSync(join(tmpdir(), 'holdspace-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' })
    } catch {
      rmSync(dir, { recursive: true })
      return null
    }
    onTestFinished(() => {
      execFileSync('umount', ['-l', dir])
      rmSync(dir, { recursive: true, force: true })
    })
    return dir
  }

  it('that is full: it acts, is not stored, and is stored once there is room', async (context) => {
    const dir = disk('size=64k')
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    open(dir).change({ theme: 'light' })
    const filler = join(dir, 'filler')
    try {
      writeFileSync(filler, Buffer.alloc(128 * 1024))
    } catch {
      // As much as went in.
    }
    const one = open(dir)
    one.change({ theme: 'dark' })
    expect(one.read().theme).toBe('dark')
    expect(one.trouble()).toEqual({ kind: 'notStored', reason: 'diskFull' })
    expect(read(dir)).toEqual({ theme: 'light' })
    rmSync(filler)
    one.change({ textSize: 'larger' })
    expect(one.trouble()).toBeNull()
    expect(read(dir)).toEqual({ theme: 'dark', textSize: 'larger' })
    // The library takes away what it could not write whole, a moment later.
    await expect.poll(() => readdirSync(dir)).toEqual([PREFERENCES_FILE])
  })

  it('that is read-only: it acts and is not stored, rubbish in it included', (context) => {
    const dir = disk('size=64k')
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    writeFileSync(fileIn(dir), '{"textSize":"larger","theme":3}')
    execFileSync('mount', ['-o', 'remount,ro', dir])
    const one = open(dir)
    expect(one.read()).toEqual({ ...usualPreferences, textSize: 'larger' })
    expect(one.trouble()).toEqual({ kind: 'notStored', reason: 'readOnly' })
    one.change({ theme: 'dark' })
    expect(one.read().theme).toBe('dark')
    one.reset()
    expect(one.read()).toEqual(usualPreferences)
    expect(one.trouble()).toEqual({ kind: 'notStored', reason: 'readOnly' })
  })

  it('that is gone: what cannot be opened later is no reason to stop', () => {
    const dir = join(temporaryFolder(), 'data')
    writeFileSync(dir, 'a file where the folder was')
    const one = open(dir)
    one.change({ theme: 'dark' })
    expect(one.read().theme).toBe('dark')
    expect(one.trouble()?.kind).toBe('notStored')
  })
})

describe('the procedures', () => {
  it('answer without a vault, change, reset, and say that a folder could not be opened', async () => {
    const { client } = openRealCore()
    expect(await client.device.state()).toMatchObject({
      preferences: usualPreferences,
      trouble: null,
      contentProtection: 'notInBrowser',
      fileName: PREFERENCES_FILE,
    })
    const changed = await client.device.change({ timeStyle: 'h12', theme: undefined })
    expect(changed.preferences).toEqual({ ...usualPreferences, timeStyle: 'h12' })
    expect((await client.device.reset()).preferences).toEqual(usualPreferences)
    await expect(client.device.openDataDir()).rejects.toMatchObject({ code: 'NOT_OPENED' })
  })
})

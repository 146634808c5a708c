/** @file A full disk, on real file systems where one can be mounted: nothing is lost and nothing is left behind. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KDF_LEAST } from '../../../../tests/fixtures/key-cost'
import { migrationsDir } from '../../../../tests/fixtures/memory-vault'
import {
  bytesOf,
  createFixture,
  notes,
  notesKind,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'
import { createVault } from '../service'

/** A small real file system, or null where none can be mounted (not root). It goes when the test ends. */
function smallDisk(bytes: number): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'holdspace-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', dir], { stdio: 'ignore' })
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

/** A vault on it, closed when the test ends. */
async function vaultOn(
  dir: string,
  { clock, migrationsDir }: ReturnType<typeof notesVault>,
  kdf?: typeof KDF_LEAST,
) {
  const vault = createVault({
    host: { clock, dataDir: join(dir, 'data') },
    migrationsDir,
    kinds: () => [notesKind],
    ...(kdf ? { kdf } : {}),
  })
  onTestFinished(() => vault.close())
  await vault.create({ displayName: 'River', passphrase: PASSPHRASE })
  return vault
}

describe('a full disk', () => {
  it('answers DISK_FULL to a write that does not fit, and keeps what was there', async () => {
    const made = notesVault()
    await createFixture(made)
    made.add('note-one-000001', 'before')
    const router = createVaultRouter(made.vault)
    made.vault.access.write((handle) => handle.run('PRAGMA max_page_count = 1'))
    expect(() => made.add('note-two-000002', 'x'.repeat(1_000_000))).toThrow(/full/)
    await expect(call(router.rename, { displayName: 'y'.repeat(60) })).resolves.toBeDefined()
    expect(made.texts()).toEqual(['before'])
    expect(made.vault.isHealthy()).toBe(true)
  })

  it('refuses to create on a real one, with nothing left behind', async (context) => {
    const dir = smallDisk(48 * 1024)
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    const made = notesVault()
    const vault = createVault({
      host: { clock: made.clock, dataDir: join(dir, 'data') },
      migrationsDir: made.migrationsDir,
      kinds: () => [],
    })
    const router = createVaultRouter(vault)
    await expect(call(router.create, { displayName: 'River', passphrase: PASSPHRASE })).rejects.toMatchObject(
      {
        code: 'DISK_FULL',
        defined: true,
      },
    )
    expect(vault.status()).toEqual({ state: 'none' })
    expect(bytesOf(join(dir, 'data'))).toEqual({})
  })

  it('is the answer to a first start on a real one wherever it fills up, with nothing left behind', async (context) => {
    let refusedCount = 0
    for (let kib = 64; kib <= 640; kib += 64) {
      const dir = smallDisk(kib * 1024)
      if (dir === null) return context.skip('not run: no file system can be mounted here')
      const dataDir = join(dir, 'data')
      const vault = createVault({
        host: { clock: notesVault().clock, dataDir },
        migrationsDir,
        kinds: () => [],
        kdf: KDF_LEAST,
      })
      const made = call(createVaultRouter(vault).create, { displayName: 'River', passphrase: PASSPHRASE })
      const code = await made.then(
        () => 'made',
        (thrown: unknown) => [Reflect.get(Object(thrown), 'code'), Reflect.get(Object(thrown), 'defined')],
      )
      vault.close()
      if (code === 'made') continue
      refusedCount += 1
      expect([kib, code]).toEqual([kib, ['DISK_FULL', true]])
      expect(bytesOf(dataDir)).toEqual({})
    }
    expect(refusedCount).toBeGreaterThan(5)
  })

  it('forgets on a real one, where nothing new can be saved', async (context) => {
    const dir = smallDisk(3 * 1024 * 1024)
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    const made = notesVault()
    const vault = await vaultOn(dir, made)
    const add = (id: string, text: string) =>
      vault.access.write((handle) => {
        handle.insert(notes).values({ id, text, keptSince: made.clock.now().toISOString() }).run()
      })
    for (let number = 0; number < 20; number += 1)
      add(`note-${number}`, `a canary in note ${number}, at length`)
    await vault.lock()
    await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    for (const bytes of [4_000_000, 100_000, 4096, 512]) {
      try {
        writeFileSync(join(dir, `filler-${bytes}`), Buffer.alloc(bytes))
      } catch {
        // It is meant to end when nothing more fits.
      }
    }
    const router = createVaultRouter(vault)
    expect(() => add('note-more', 'x'.repeat(50_000))).toThrow(/full/)
    expect(await call(router.forget, { kind: 'debriefs', id: 'note-7' })).toMatchObject({ forgotten: 1 })
    const left = vault.access.read().select().from(notes).all()
    expect(left).toHaveLength(19)
    // Opening needs a little room.
    for (const name of readdirSync(dir)) if (name.startsWith('filler-')) rmSync(join(dir, name))
    await vault.lock()
    await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(vault.access.read().select().from(notes).all()).toHaveLength(19)
  })

  it('refuses on a real one what it does not keep, and keeps what it does not refuse, the log full as well', async (context) => {
    // Room for a log that has to be moved, and none for the database to grow by it.
    const dir = smallDisk(5 * 1024 * 1024)
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    const made = notesVault()
    const vault = await vaultOn(dir, made, KDF_LEAST)
    const answered: string[] = []
    let refusedCount = 0
    for (let number = 0; number < 200; number += 1) {
      const id = `note-${number}`
      try {
        vault.access.write((handle) => {
          const keptSince = made.clock.now().toISOString()
          handle
            .insert(notes)
            .values({ id, text: `${number} at length `.repeat(900), keptSince })
            .run()
        })
        answered.push(id)
      } catch {
        refusedCount += 1
      }
    }
    const stored = () => vault.access.read().select().from(notes).orderBy(notes.seq).all()
    expect(refusedCount).toBeGreaterThan(0)
    expect(stored().map(({ id }) => id)).toEqual(answered)
    const router = createVaultRouter(vault)
    expect(await call(router.forget, { kind: 'debriefs', id: answered[0] ?? '' })).toMatchObject({
      forgotten: 1,
    })
    expect(stored()).toHaveLength(answered.length - 1)
    // What is left to tidy needs room; the lock does not.
    await call(router.lock, {})
    expect(vault.status()).toMatchObject({ state: 'locked' })
    execFileSync('mount', ['-o', 'remount,size=64m', dir])
    await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(stored().map(({ id }) => id)).toEqual(answered.slice(1))
  })

  it('keeps every byte of a vault that fills a real one, and opens it once there is room', async (context) => {
    const dir = smallDisk(1024 * 1024)
    if (dir === null) return context.skip('not run: no file system can be mounted here')
    const made = notesVault()
    const dataDir = join(dir, 'data')
    const options = {
      host: { clock: made.clock, dataDir },
      migrationsDir: made.migrationsDir,
      kinds: () => [],
    }
    const vault = createVault(options)
    onTestFinished(() => vault.close())
    await vault.create({ displayName: 'River', passphrase: PASSPHRASE })
    await vault.lock()
    const filler = join(dir, 'filler')
    try {
      writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024))
    } catch {
      // It is meant to end when nothing more fits.
    }
    const before = bytesOf(dataDir)
    const unlock = () => vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    await expect(unlock()).rejects.toMatchObject({ problem: 'diskFull' })
    expect(bytesOf(dataDir)).toEqual(before)
    rmSync(filler)
    expect(vault.status()).toMatchObject({ state: 'locked' })
    await unlock()
    expect(vault.profile().displayName).toBe('River')
  })
})

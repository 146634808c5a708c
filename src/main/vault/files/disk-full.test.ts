/** @file A full disk, on real file systems where one can be mounted: nothing is lost and nothing is left behind. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bytesOf, createFixture, notesVault, PASSPHRASE } from '../../../../tests/migrations/notes-vault'
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

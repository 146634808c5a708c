/**
 * @file A restore over a damaged vault whose disk refuses at any step, or whose process is killed there: the old files
 * are whole and in their place or in the folder that was named, and the next start has one vault or the other.
 */
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onFailingDisk } from '../../../../tests/fixtures/failing-disk'
import {
  bytesOf,
  createFixture,
  type NotesVault,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import type { VaultService } from '../service'

const NOTE = 'a canary in the note, 4711'
const STAYS = ['vault.lock', 'vault.tries', 'vault.spare', 'vault.forgotten']

/** A damaged vault with words written after its backup, and the backup. */
const damaged = async () => {
  const made = notesVault()
  await createFixture(made)
  made.add('note-one-000001', NOTE)
  const folder = join(made.dataDir, '..', 'backups')
  mkdirSync(folder)
  const { name } = await made.vault.makeBackup(folder)
  made.add('note-two-000002', 'written after the backup')
  await made.vault.lock()
  rmSync(join(made.dataDir, 'vault.json'))
  rmSync(join(made.dataDir, 'vault.json.previous'))
  writeFileSync(join(made.dataDir, 'vault.json.damaged'), 'a header that an earlier day kept')
  const kept = join(made.dataDir, '..', 'kept')
  cpSync(made.dataDir, kept, { recursive: true })
  return { made, folder, name, kept, before: bytesOf(made.dataDir, STAYS) }
}

/** Puts the folder back to what it was. */
const again = (made: NotesVault, kept: string) => {
  rmSync(made.dataDir, { recursive: true })
  mkdirSync(made.dataDir, { mode: 0o700 })
  for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(made.dataDir, name))
  made.clock.pass(2000)
}

const oursIn = (dir: string): string[] =>
  readdirSync(dir).filter((name) => /^vault\.(json|db|changes)/.test(name))

/** What a console that starts now finds; whichever it is, the old files are whole. */
const found = async (
  made: NotesVault,
  before: Record<string, string>,
  said: Set<string>,
): Promise<'old' | 'new'> => {
  const started: VaultService = made.another()
  try {
    const status = started.status()
    const asides = readdirSync(made.dataDir).filter((name) => name.startsWith('set-aside-'))
    if (status.state === 'unusable') {
      expect(status).toMatchObject({ problem: 'headerMissing' })
      expect(bytesOf(made.dataDir, [...STAYS, ...asides])).toEqual(before)
      expect(asides).toEqual([])
      return 'old'
    }
    expect(status.state).toBe('locked')
    expect(asides).toHaveLength(1)
    expect(bytesOf(join(made.dataDir, asides[0] ?? ''))).toEqual(before)
    if ('restore' in status && status.restore) said.add(`${status.state} ${status.restore}`)
    await started.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(started.isHealthy()).toBe(true)
    expect(started.status()).toMatchObject({ state: 'unlocked', hold: null })
    await started.lock()
    expect(started.status()).not.toHaveProperty('restore')
    return 'new'
  } finally {
    started.close()
    const left = readdirSync(made.dataDir).filter((name) => /restor|writing|creating/.test(name))
    expect(left).toEqual([])
    expect(oursIn(made.dataDir).length).toBeGreaterThan(0)
  }
}

describe('a restore over a damaged vault', () => {
  it.each([
    ['refused once', false],
    ['killed', true],
  ])('%s at each of its steps leaves the old vault or the finished new one', async (_, isForGood) => {
    const { made, folder, name, kept, before } = await damaged()
    const isCounted = (path: string) => path.startsWith(made.dataDir)
    const restore = (vault: VaultService) =>
      vault.restoreBackup({ folder, name, secretKind: 'passphrase', secret: PASSPHRASE })
    const seen = { old: 0, new: 0 }
    // What a console says after a restart, until the vault is opened.
    const said = new Set<string>()
    for (let at = 1; ; at += 1) {
      again(made, kept)
      const vault = made.another()
      let thrown: unknown = null
      const { steps, refused } = await onFailingDisk({ at, isForGood, isCounted }, async () => {
        await restore(vault).catch((error: unknown) => {
          thrown = error
        })
      })
      if (isForGood) vault.close()
      else {
        // The same console says what is there, without a restart.
        const { state } = vault.status()
        expect(['unusable', 'locked', 'unlocked']).toContain(state)
        if (thrown === null) expect(state).toBe('unlocked')
        vault.close()
      }
      seen[await found(made, before, said)] += 1
      if (steps < at) break
      expect(refused.length).toBeGreaterThan(0)
    }
    expect(seen.old).toBeGreaterThan(5)
    expect(seen.new).toBeGreaterThan(isForGood ? 3 : 0)
    if (isForGood) expect(said).toContain('locked finished')
  })

  it('a marker of which the new files are gone puts the old ones back', async () => {
    const { made, folder, name, kept, before } = await damaged()
    const isCounted = (path: string) => path.startsWith(made.dataDir)
    let wasPutBack = false
    for (let at = 1; !wasPutBack; at += 1) {
      again(made, kept)
      const vault = made.another()
      const { steps } = await onFailingDisk({ at, isForGood: true, isCounted }, () =>
        vault.restoreBackup({ folder, name, secretKind: 'passphrase', secret: PASSPHRASE }).catch(() => {}),
      )
      vault.close()
      const names = readdirSync(made.dataDir)
      if (steps < at) break
      const staged = names.find((one) => one.startsWith('vault.restoring-'))
      if (!names.includes('vault.restore') || staged === undefined) continue
      if (!readdirSync(join(made.dataDir, staged)).includes('vault.json')) continue
      rmSync(join(made.dataDir, staged), { recursive: true })
      const started = made.another()
      expect(started.status()).toMatchObject({
        state: 'unusable',
        problem: 'headerMissing',
        restore: 'putBack',
      })
      started.close()
      expect(bytesOf(made.dataDir, STAYS)).toEqual(before)
      wasPutBack = true
    }
    expect(wasPutBack).toBe(true)
    expect(statSync(made.dataDir).isDirectory()).toBe(true)
  })
})

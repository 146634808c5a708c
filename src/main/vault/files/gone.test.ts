/** @file A change is acknowledged only where the files that were opened are the files that are there. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { createFixture, notesVault } from '../../../../tests/migrations/notes-vault'
import { VaultGoneError } from '../handles'
import { createVaultRouter } from '../router'

async function openVaultWithNotes() {
  const made = notesVault()
  await createFixture(made)
  made.add('note-one-000001', 'stored before')
  const path = (name: string) => join(made.dataDir, name)
  return { made, path }
}

const losses: Record<string, (path: (name: string) => string, dataDir: string) => void> = {
  'the database unlinked': (path) => unlinkSync(path('vault.db')),
  'the log unlinked': (path) => unlinkSync(path('vault.db-wal')),
  'the key file unlinked': (path) => unlinkSync(path('vault.json')),
  'the lock unlinked': (path) => unlinkSync(path('vault.lock')),
  'the note of changes unlinked': (path) => unlinkSync(path('vault.changes')),
  'the folder renamed': (_, dataDir) => renameSync(dataDir, `${dataDir}-elsewhere`),
  'the folder removed': (_, dataDir) => rmSync(dataDir, { recursive: true }),
  'the folder replaced by a copy': (_, dataDir) => {
    cpSync(dataDir, `${dataDir}-copy`, { recursive: true })
    renameSync(dataDir, `${dataDir}-elsewhere`)
    renameSync(`${dataDir}-copy`, dataDir)
  },
  'the database replaced by a copy of itself': (path) => {
    copyFileSync(path('vault.db'), path('copy'))
    renameSync(path('copy'), path('vault.db'))
  },
  'the database written over by somebody else': (path) =>
    writeFileSync(path('vault.db'), readFileSync(path('vault.db')), { flush: true }),
  'the log written over by somebody else': (path) => writeFileSync(path('vault.db-wal'), Buffer.alloc(5000)),
  'the lock replaced': (path) => {
    unlinkSync(path('vault.lock'))
    writeFileSync(path('vault.lock'), '')
  },
}

describe('a vault whose files go while it is open', () => {
  it.each(Object.keys(losses))('%s: the next change is not acknowledged, and it is said', async (name) => {
    const { made, path } = await openVaultWithNotes()
    losses[name]?.(path, made.dataDir)
    expect(() => made.add('note-two-000002', 'not to be promised')).toThrow(VaultGoneError)
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: { kind: 'gone' } })
    // And not the one after it either, whatever comes back.
    expect(() => made.add('note-three-00003', 'nor this')).toThrow(VaultGoneError)
    const router = createVaultRouter(made.vault)
    await expect(call(router.rename, { displayName: 'Brook' })).rejects.toMatchObject({
      code: 'VAULT_GONE',
      defined: true,
    })
    expect(made.vault.isHealthy()).toBe(false)
    await made.vault.lock()
    // No vault is offered to be made where one has just been.
    expect(made.vault.status().state).not.toBe('none')
  })

  it('put back, it opens with everything that was acknowledged', async () => {
    const { made } = await openVaultWithNotes()
    renameSync(made.dataDir, `${made.dataDir}-elsewhere`)
    expect(() => made.add('note-two-000002', 'not to be promised')).toThrow(VaultGoneError)
    await made.vault.lock()
    expect(made.vault.status()).toMatchObject({ state: 'unusable', problem: 'gone' })
    renameSync(`${made.dataDir}-elsewhere`, made.dataDir)
    expect(made.vault.status()).toMatchObject({ state: 'locked' })
    await made.unlock()
    expect(made.texts()).toEqual(['stored before'])
    made.add('note-two-000002', 'stored now')
    expect(made.vault.isHealthy()).toBe(true)
  })

  it('is noticed without a change: by the timer, and for the lock by a read', async () => {
    const { made, path } = await openVaultWithNotes()
    renameSync(path('vault.db'), path('away'))
    made.vault.lookAfter()
    expect(made.vault.status()).toMatchObject({ hold: { kind: 'gone' } })
    const other = await openVaultWithNotes()
    unlinkSync(other.path('vault.lock'))
    other.made.texts()
    expect(other.made.vault.status()).toMatchObject({ hold: { kind: 'gone' } })
  })

  it('with its lock removed, a second console may open it and the first acknowledges nothing more', async () => {
    const { made, path } = await openVaultWithNotes()
    unlinkSync(path('vault.lock'))
    const second = made.another()
    await made.unlock(second)
    expect(() => made.add('note-two-000002', 'of the first')).toThrow(VaultGoneError)
    second.rename('Second')
    await made.vault.lock()
    expect(second.profile().displayName).toBe('Second')
    expect(second.isHealthy()).toBe(true)
    await second.lock()
    expect(existsSync(path('vault.db'))).toBe(true)
    const third = made.another()
    await made.unlock(third)
    expect(third.profile().displayName).toBe('Second')
    expect(third.status()).toMatchObject({ hold: null })
  })

  it('its own changes, forgetting and moving of the log are no sign of anything', async () => {
    const { made } = await openVaultWithNotes()
    for (let index = 0; index < 40; index += 1)
      made.add(`note-many-${index}`, 'many words '.padEnd(44_000, '.'))
    expect(made.vault.forget('debriefs', 'note-many-3')?.isVerified).toBe(true)
    expect(() =>
      made.vault.access.write(() => {
        throw new Error('rolled back')
      }),
    ).toThrow('rolled back')
    made.vault.lookAfter()
    expect(made.vault.isHealthy()).toBe(true)
    made.add('note-last-00001', 'the last')
    expect(made.vault.status()).toMatchObject({ hold: null })
    mkdirSync(join(made.dataDir, 'something of theirs'))
    made.add('note-last-00002', 'the very last')
    expect(made.texts()).toHaveLength(42)
  })
})

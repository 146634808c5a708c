/** @file A new recovery sheet: the old one opens nothing, a fault at any step loses nobody, and the screen is told. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import {
  createFixture,
  type NotesVault,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import { vaultPaths } from '../files/vault-files'
import { createVaultRouter } from '../router'
import type { VaultService } from '../service'

const byKey = (secret: string) => ({ secretKind: 'recoveryKey', secret }) as const

/** A vault with a note and a confirmed sheet. */
const withSheet = async () => {
  const made = notesVault()
  const old = await createFixture(made)
  made.add('note-one-000001', 'a first note')
  made.vault.confirmRecoverySheet()
  return { made, old, paths: vaultPaths(made.dataDir) }
}

/** Past the wait after a wrong secret. */
const wait = (made: NotesVault) => {
  made.clock.pass(120_000)
}

/** Whether a key opens the vault, which is left locked. */
const opens = async (vault: VaultService, key: string, later: () => void): Promise<boolean> => {
  // Past the wait of an earlier wrong one.
  later()
  await vault.lock()
  try {
    await vault.unlock(byKey(key))
    return vault.isHealthy()
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'WrongSecretError' })
    return false
  } finally {
    await vault.lock()
  }
}

describe('a new recovery sheet', () => {
  it('is in force at once: the old one opens the vault no more, the passphrase does, and saving goes on', async () => {
    const { made, old } = await withSheet()
    const later = () => wait(made)
    const fresh = await made.vault.renewRecoverySheet(PASSPHRASE)
    expect(fresh).not.toBe(old)
    expect(made.vault.profile().recoverySheetConfirmedAt).toBeNull()
    made.add('note-two-000002', 'a second note')
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    made.vault.confirmRecoverySheet()
    expect(made.vault.profile().recoverySheetConfirmedAt).not.toBeNull()
    expect(await opens(made.vault, old, later)).toBe(false)
    expect(await opens(made.vault, fresh, later)).toBe(true)
    later()
    await made.unlock()
    expect(made.texts()).toEqual(['a first note', 'a second note'])
  })

  it('leaves no copy of the header by which the old one opens', async () => {
    const { made, old, paths } = await withSheet()
    const later = () => wait(made)
    await made.vault.renewRecoverySheet(PASSPHRASE)
    await made.vault.lock()
    expect(readFileSync(paths.previousHeader)).toEqual(readFileSync(paths.header))
    rmSync(paths.header)
    expect(await opens(made.vault, old, later)).toBe(false)
  })

  it('asks for the passphrase: a wrong one changes nothing and waits', async () => {
    const { made, old, paths } = await withSheet()
    const before = readFileSync(paths.header)
    const router = createVaultRouter(made.vault)
    await expect(call(router.renewRecoverySheet, { passphrase: 'not the passphrase' })).rejects.toMatchObject(
      {
        code: 'WRONG_SECRET',
      },
    )
    await expect(call(router.renewRecoverySheet, { passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'TOO_SOON',
    })
    expect(readFileSync(paths.header)).toEqual(before)
    expect(made.vault.profile().recoverySheetConfirmedAt).not.toBeNull()
    expect(await opens(made.vault, old, () => wait(made))).toBe(true)
    await expect(call(router.renewRecoverySheet, { passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'VAULT_LOCKED',
    })
  })

  it.each([
    ['before anything is written', []],
    ['after the copy', ['previousHeader']],
    ['after both', ['previousHeader', 'header']],
  ] as const)(
    'killed %s, the vault opens by the passphrase and by the sheet in force',
    async (_, written) => {
      const { made, old, paths } = await withSheet()
      const later = () => wait(made)
      const kept = join(made.dataDir, '..', 'kept')
      mkdirSync(kept)
      for (const name of ['header', 'previousHeader'] as const) copyFileSync(paths[name], join(kept, name))
      const fresh = await made.vault.renewRecoverySheet(PASSPHRASE)
      await made.vault.lock()
      // What a kill would have left: the files that were not yet replaced, and a half-written one.
      for (const name of ['header', 'previousHeader'] as const) {
        if (!written.some((one) => one === name)) copyFileSync(join(kept, name), paths[name])
      }
      writeFileSync(`${paths.header}.writing`, 'half')
      const isNew = written.length === 2
      expect(await opens(made.vault, isNew ? fresh : old, later)).toBe(true)
      expect(await opens(made.vault, old, later)).toBe(!isNew)
      later()
      await made.unlock()
      expect(made.texts()).toEqual(['a first note'])
      // Whatever is in force, nobody has seen a new sheet: it is said.
      expect(made.vault.profile().recoverySheetConfirmedAt).toBeNull()
    },
  )

  it.each(['previousHeader', 'header'] as const)(
    'leaves the old one in force where the %s cannot be written',
    async (name) => {
      const { made, old, paths } = await withSheet()
      const before = readFileSync(paths.header)
      mkdirSync(`${paths[name]}.writing`)
      await expect(made.vault.renewRecoverySheet(PASSPHRASE)).rejects.toThrow()
      rmSync(`${paths[name]}.writing`, { recursive: true })
      expect(readFileSync(paths.header)).toEqual(before)
      expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
      expect(await opens(made.vault, old, () => wait(made))).toBe(true)
    },
  )

  it('a vault whose header was taken away is not written into another place', async () => {
    const { made, paths } = await withSheet()
    renameSync(paths.header, `${paths.header}.moved`)
    await expect(made.vault.renewRecoverySheet(PASSPHRASE)).rejects.toMatchObject({ name: 'VaultGoneError' })
    expect(readFileSync(paths.previousHeader)).toEqual(readFileSync(`${paths.header}.moved`))
  })
})

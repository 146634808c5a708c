/**
 * @file Backups on real files: made, proved, restored on a computer that has no vault, whatever is saved, forgotten or locked
 * meanwhile.
 */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import {
  byPassphrase,
  filesOf,
  folderForBackups,
  NOTE,
  withBackup,
} from '../../../../tests/migrations/notes-backup'
import {
  bytesOf,
  createFixture,
  FIRST,
  notesVault,
  PASSPHRASE,
  SECOND,
} from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'

describe('a backup', () => {
  it('is one private file, found again, remembered, and shows nothing', async () => {
    const { made, sheet, folder, name, bytes, path } = await withBackup()
    expect(readdirSync(folder)).toEqual([name])
    expect(statSync(path).size).toBe(bytes)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(made.vault.findBackups(folder)).toMatchObject({ backups: [{ name, bytes }] })
    expect(made.vault.backupPlace()).toMatchObject({
      lastMadeAt: made.clock.now().toISOString(),
      isDue: false,
    })
    const content = readFileSync(path)
    for (const secret of [NOTE, 'River', PASSPHRASE, sheet, 'SQLite format 3', made.dataDir]) {
      expect(`${secret}: ${content.includes(secret)}`).toBe(`${secret}: false`)
    }
  })

  it('opens by either secret when it is tried, says what it holds, and leaves the vault as it was', async () => {
    const { made, sheet, folder, name } = await withBackup()
    const before = filesOf(made)
    for (const secret of [
      { secretKind: 'passphrase', secret: PASSPHRASE },
      { secretKind: 'recoveryKey', secret: sheet.toLowerCase() },
    ] as const) {
      expect(await made.vault.rehearseBackup({ folder, name, ...secret })).toMatchObject({
        kinds: [
          { kind: 'profile', count: 1 },
          { kind: 'debriefs', count: 1 },
        ],
      })
    }
    expect(filesOf(made)).toEqual(before)
    made.add('note-two-000002', 'a second note')
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null, isRecovered: false })
  })

  it('becomes the vault of a computer that has none, with both its secrets, and is written to from there', async () => {
    const { made, sheet, folder, name } = await withBackup()
    await made.vault.lock()
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).toEqual([NOTE])
    expect(laptop.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    laptop.add('note-two-000002', 'a second note')
    await laptop.vault.lock()
    expect(filesOf(laptop)).toEqual([
      'vault.changes',
      'vault.db',
      'vault.json',
      'vault.json.previous',
      'vault.lock',
      'vault.spare',
    ])
    await laptop.vault.unlock({ secretKind: 'recoveryKey', secret: sheet })
    expect(laptop.texts()).toEqual([NOTE, 'a second note'])
    expect(laptop.vault.isHealthy()).toBe(true)
  })

  it('restored by the recovery key lets new secrets be chosen', async () => {
    const { sheet, folder, name } = await withBackup()
    const laptop = notesVault()
    await laptop.vault.restoreBackup({ folder, name, secretKind: 'recoveryKey', secret: sheet })
    expect(laptop.vault.status()).toMatchObject({ state: 'unlocked', isRecovered: true })
    expect(await laptop.vault.replaceSecrets('three herons on a frozen canal')).not.toBeNull()
  })

  it('of an older Holdspace is brought up to date; one of a newer is refused and kept', async () => {
    const { folder, name } = await withBackup()
    const newer = notesVault([FIRST, SECOND])
    await newer.vault.restoreBackup(byPassphrase(folder, name))
    expect(newer.texts()).toEqual([NOTE])
    newer.clock.pass(2000)
    const { name: later } = await newer.vault.makeBackup(folder)
    const older = notesVault()
    await expect(older.vault.restoreBackup(byPassphrase(folder, later))).rejects.toMatchObject({
      problem: 'fromTheFuture',
    })
    expect(older.vault.status()).toEqual({ state: 'none' })
  })

  it('opens by the secrets of its own vault, whatever header lies beside the database by then', async () => {
    const made = notesVault()
    const { folder } = await withBackup(made)
    const other = notesVault()
    await createFixture(other)
    for (const name of ['vault.json', 'vault.json.previous']) {
      writeFileSync(join(made.dataDir, name), readFileSync(join(other.dataDir, name)))
    }
    made.clock.pass(2000)
    const { name } = await made.vault.makeBackup(folder)
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).toEqual([NOTE])
  })

  it('when it opens, does not end the wait that wrong secrets of the vault have made longer', async () => {
    const { made, folder, name } = await withBackup()
    const change = () => made.vault.changePassphrase('not the passphrase at all', 'three herons on a canal')
    const waitMs = async () => {
      const before = made.clock.nowMs
      const refused = await change().then(
        () => null,
        (thrown: unknown) => thrown,
      )
      const nextTryAt = refused instanceof Error && 'nextTryAt' in refused ? refused.nextTryAt : null
      return nextTryAt instanceof Date ? nextTryAt.getTime() - before : null
    }
    expect(await waitMs()).toBe(1000)
    made.clock.pass(1000)
    expect(await waitMs()).toBe(2000)
    made.clock.pass(2000)
    await made.vault.rehearseBackup(byPassphrase(folder, name))
    expect(await waitMs()).toBe(4000)
  })

  it('never takes the place of a vault that is there, open or locked', async () => {
    const { made, folder, name } = await withBackup()
    const restore = () => call(createVaultRouter(made.vault).backup.restore, byPassphrase(folder, name))
    await expect(restore()).rejects.toMatchObject({ code: 'VAULT_EXISTS' })
    await made.vault.lock()
    const before = bytesOf(made.dataDir)
    await expect(restore()).rejects.toMatchObject({ code: 'VAULT_EXISTS' })
    expect(bytesOf(made.dataDir)).toEqual(before)
  })

  it('asks for the secret it was made with: others wait, slips do not, and nothing is left', async () => {
    const { made, sheet, folder, name } = await withBackup()
    await made.vault.changePassphrase(PASSPHRASE, 'three herons on a frozen canal')
    const laptop = notesVault()
    const restore = (secret: string, secretKind: 'passphrase' | 'recoveryKey' = 'passphrase') =>
      call(createVaultRouter(laptop.vault).backup.restore, { folder, name, secretKind, secret })
    await expect(restore('three herons on a frozen canal')).rejects.toMatchObject({ code: 'WRONG_SECRET' })
    await expect(restore(PASSPHRASE)).rejects.toMatchObject({ code: 'TOO_SOON' })
    laptop.clock.pass(60_000)
    await expect(restore(sheet.slice(0, -1), 'recoveryKey')).rejects.toMatchObject({
      code: 'WRONG_SECRET',
      data: { isMistyped: true },
    })
    expect(laptop.vault.status()).toEqual({ state: 'none' })
    expect(filesOf(laptop)).toEqual(['vault.lock', 'vault.tries'])
    await restore(PASSPHRASE)
    expect(laptop.texts()).toEqual([NOTE])
  })
})

it('somebody is reminded after the days they chose, or never', async () => {
  const made = notesVault()
  await createFixture(made)
  const isDue = () => made.vault.backupPlace().isDue
  expect(isDue()).toBe(false)
  made.clock.pass(30 * 86_400_000)
  expect(isDue()).toBe(true)
  made.vault.remindOfBackups(90)
  expect(isDue()).toBe(false)
  made.vault.remindOfBackups(7)
  expect(isDue()).toBe(true)
  await made.vault.makeBackup(folderForBackups())
  expect(isDue()).toBe(false)
  made.clock.pass(7 * 86_400_000)
  expect(isDue()).toBe(true)
  made.vault.remindOfBackups(null)
  expect(isDue()).toBe(false)
})

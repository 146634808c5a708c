/** @file While a backup is being made: what is saved goes on, what is forgotten or locked meanwhile is in no copy. */

import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { byPassphrase, NOTE, withBackup } from '../../../../tests/migrations/notes-backup'
import { type NotesVault, notesVault } from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'

describe('while a backup is being made', () => {
  /** Three megabytes, which are copied a piece at a time. */
  const fill = ({ add }: NotesVault) => {
    for (let number = 0; number < 300; number += 1) add(`filler-${number}`, 'x'.repeat(10_000))
  }
  const tick = () => new Promise((resolve) => setImmediate(resolve))

  it('what is saved goes on, more than the log holds; the copy is of the moment in which it was begun', async () => {
    const { made, folder } = await withBackup()
    fill(made)
    made.clock.pass(2000)
    let isMade = false
    const making = made.vault.makeBackup(folder).finally(() => {
      isMade = true
    })
    // Begun, and not at its end: each megabyte is a turn of the loop.
    await tick()
    // Begun, and not at its end: each megabyte is a turn of the loop.
    await tick()
    let meanwhile = 0
    let savedMeanwhile = 0
    // Without a copy the log is moved into the database at four megabytes.
    for (; !isMade || meanwhile < 12; meanwhile += 1) {
      made.add(`meanwhile-${meanwhile}`, `${meanwhile} `.padEnd(700_000, 'y'))
      if (!isMade) savedMeanwhile += 1
      await tick()
    }
    expect(savedMeanwhile).toBeGreaterThan(2)
    const { name } = await making
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.vault.isHealthy()).toBe(true)
    expect(laptop.texts()).toHaveLength(301)
    expect(made.texts()).toHaveLength(301 + meanwhile)
    expect(made.vault.isHealthy()).toBe(true)
    // Once it is made, the log is moved again.
    made.add('afterwards-00001', 'z'.repeat(5_000_000))
    expect(statSync(join(made.dataDir, 'vault.db-wal')).size).toBe(0)
  })

  /** Waits until all is written and it is being read again. */
  const whileReadAgain = async (folder: string, work: () => void) => {
    const sizeOf = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.writing'))
        .map((name) => statSync(join(folder, name)).size)[0] ?? 0
    for (let before = -1; sizeOf() === 0 || sizeOf() !== before; await tick()) before = sizeOf()
    expect(sizeOf()).toBeGreaterThan(3_000_000)
    work()
  }

  it('what is forgotten while the copy is read again is in no copy', async () => {
    const { made, folder } = await withBackup()
    fill(made)
    made.clock.pass(2000)
    const making = made.vault.makeBackup(folder)
    await whileReadAgain(folder, () => {
      expect(made.vault.forget('debriefs', 'note-one-000001')).not.toBeNull()
    })
    const { name } = await making
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).toHaveLength(300)
    expect(laptop.texts()).not.toContain(NOTE)
  })

  it('locked while the copy is read again, no backup is left', async () => {
    const { made, folder, name } = await withBackup()
    fill(made)
    made.clock.pass(2000)
    const making = made.vault.makeBackup(folder)
    const failed = expect(making).rejects.toMatchObject({ name: 'VaultLockedError' })
    let locking: Promise<void> | undefined
    await whileReadAgain(folder, () => {
      locking = made.vault.lock()
    })
    await locking
    await failed
    expect(readdirSync(folder)).toEqual([name])
  })

  it('a backup that the vault could not note is there, opens, and is said to be there', async () => {
    const { made, folder } = await withBackup()
    fill(made)
    made.clock.pass(2000)
    const making = call(createVaultRouter(made.vault).backup.make, { folder })
    await whileReadAgain(folder, () => rmSync(join(made.dataDir, 'vault.changes')))
    const { name, isNoted } = await making
    expect(isNoted).toBe(false)
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).toHaveLength(301)
  })

  it('what is forgotten in the middle is in no copy', async () => {
    const { made, folder } = await withBackup()
    for (let number = 0; number < 300; number += 1) made.add(`filler-${number}`, 'x'.repeat(8000))
    made.clock.pass(2000)
    const making = made.vault.makeBackup(folder)
    await new Promise((resolve) => setImmediate(resolve))
    expect(made.vault.forget('debriefs', 'note-one-000001')).toMatchObject({ isVerified: true })
    const { name } = await making
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).not.toContain(NOTE)
    expect(laptop.texts()).toHaveLength(300)
  })

  it('locking does not wait for it, and no half of it is left', async () => {
    const { made, folder, name } = await withBackup()
    for (let number = 0; number < 300; number += 1) made.add(`filler-${number}`, 'x'.repeat(8000))
    made.clock.pass(2000)
    const making = made.vault.makeBackup(folder)
    await new Promise((resolve) => setImmediate(resolve))
    await made.vault.lock()
    await expect(making).rejects.toMatchObject({ name: 'VaultLockedError' })
    expect(readdirSync(folder)).toEqual([name])
    await made.unlock()
    expect(made.texts()).toHaveLength(301)
  })
})

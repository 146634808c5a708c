/** @file A damaged vault: what can be read of it becomes a backup that opens, and what cannot is counted; the vault is only read. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { decryptedStates } from '../../../../tests/forgetting/decrypted'
import { byPassphrase, folderForBackups } from '../../../../tests/migrations/notes-backup'
import { bytesOf, createFixture, notesVault, PASSPHRASE } from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'

const PAGE_BYTES = 4096
const COUNT = 60
const own = (number: number) => `note ${number} `.padEnd(number % 7 === 0 ? 9000 : 900, 'x')

/** A locked vault of some pages. */
const filled = async () => {
  const made = notesVault()
  await createFixture(made)
  for (let number = 0; number < COUNT; number += 1) made.add(`note-${number}-0000001`, own(number))
  await made.vault.lock()
  return { made, path: join(made.dataDir, 'vault.db') }
}

it('whichever pages are damaged, what is read is as it was written, and the backup takes the vault’s place whole', async () => {
  const { made, path } = await filled()
  const whole = readFileSync(path)
  const pageCount = statSync(path).size / PAGE_BYTES
  const folder = folderForBackups()
  const seen = { lost: 0, saved: 0 }
  // The first pages are those of the tables themselves, the insides of the search among them.
  const searchPages = [7, 8, 9, 10, 11, 12].map((page): [number[]] => [[page]])
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 2, max: pageCount }), { minLength: 1, maxLength: 3 }),
      async (pages) => {
        made.clock.pass(120_000)
        const bytes = Buffer.from(whole)
        for (const page of pages)
          bytes.writeUInt8(bytes.readUInt8((page - 1) * PAGE_BYTES + 500) ^ 1, (page - 1) * PAGE_BYTES + 500)
        writeFileSync(path, bytes)
        const vault = made.another()
        // A damaged page of the schema or of the profile opens nothing: that vault is replaced by a backup alone.
        const hasOpened = await made.unlock(vault).then(
          () => true,
          () => false,
        )
        if (!hasOpened) return
        expect(vault.status()).toMatchObject({ hold: { kind: 'pagesDamaged' } })
        const before = bytesOf(made.dataDir, ['vault.lock', 'vault.db-shm'])
        const { name, rows, passedOver } = await call(createVaultRouter(vault).backup.makeReadable, {
          folder,
        })
        expect(bytesOf(made.dataDir, ['vault.lock', 'vault.db-shm'])).toEqual(before)
        vault.close()
        const laptop = notesVault()
        await laptop.vault.restoreBackup(byPassphrase(folder, name))
        expect(laptop.vault.isHealthy()).toBe(true)
        const texts = laptop.texts()
        expect(new Set(texts).size).toBe(texts.length)
        const written = new Set(Array.from({ length: COUNT }, (_, number) => own(number)))
        for (const text of texts) expect(written.has(text)).toBe(true)
        expect(rows).toBe(texts.length + 2)
        if (texts.length < COUNT) expect(passedOver).toBeGreaterThan(0)
        seen.lost += COUNT - texts.length
        seen.saved += texts.length
        laptop.add('note-after-0000001', 'and goes on')
        laptop.vault.close()
      },
    ),
    {
      numRuns: rounds(8, 300),
      examples: [[[pageCount - 3]], [[pageCount - 20, pageCount - 40]], ...searchPages],
    },
  )
  expect(seen.lost).toBeGreaterThan(0)
  expect(seen.saved).toBeGreaterThan(seen.lost)
  writeFileSync(path, whole)
})

it('a whole page between two stretches of damaged ones is read', async () => {
  const { made, path } = await filled()
  const whole = readFileSync(path)
  const pageCount = whole.length / PAGE_BYTES
  const folder = folderForBackups()
  const all = Array.from({ length: COUNT }, (_, number) => own(number))
  const readWith = async (damaged: readonly number[]) => {
    made.clock.pass(120_000)
    const bytes = Buffer.from(whole)
    for (const page of damaged) bytes.fill(0, (page - 1) * PAGE_BYTES, page * PAGE_BYTES)
    writeFileSync(path, bytes)
    const vault = made.another()
    await made.unlock(vault)
    const { name } = await call(createVaultRouter(vault).backup.makeReadable, { folder })
    vault.close()
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    const texts = new Set(laptop.texts())
    laptop.vault.close()
    return texts
  }
  // The leaves of the table: what they hold is read from the decrypted pages, each of which has its notes' ids and words.
  const pages = (await decryptedStates(made.dataDir, PASSPHRASE)).at(-1)
  if (pages?.length !== whole.length) throw new Error('Not every page was decrypted.')
  const heldBy = new Map<number, readonly string[]>()
  for (let page = 1; page <= pageCount; page += 1) {
    const bytes = pages.subarray((page - 1) * PAGE_BYTES, page * PAGE_BYTES).toString('latin1')
    const held = all.filter((text, number) => bytes.includes(`note-${number}-0000001${text.slice(0, 60)}`))
    if (held.length > 1) heldBy.set(page, held)
  }
  // In the order of their rows, and all of them damaged but one.
  const leaves = [...heldBy.keys()].toSorted(
    (a, b) => all.indexOf(heldBy.get(a)?.[0] ?? '') - all.indexOf(heldBy.get(b)?.[0] ?? ''),
  )
  expect(leaves.length).toBeGreaterThan(8)
  for (const spared of [leaves[1], leaves.at(-2)]) {
    if (spared === undefined) throw new Error('There are fewer leaves.')
    const texts = await readWith(leaves.filter((page) => page !== spared))
    for (const text of heldBy.get(spared) ?? []) expect(texts.has(text), `page ${spared}`).toBe(true)
  }
})

it('of a file that was cut off all that is left is read', async () => {
  const { made, path } = await filled()
  const whole = readFileSync(path)
  const folder = folderForBackups()
  const written = new Set(Array.from({ length: COUNT }, (_, number) => own(number)))
  let fewest = COUNT
  for (const bytes of [1, PAGE_BYTES, 10 * PAGE_BYTES, 30 * PAGE_BYTES + 5]) {
    made.clock.pass(120_000)
    writeFileSync(path, whole.subarray(0, whole.length - bytes))
    const vault = made.another()
    await made.unlock(vault)
    const { name, passedOver } = await call(createVaultRouter(vault).backup.makeReadable, { folder })
    vault.close()
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    const texts = laptop.texts()
    for (const text of texts) expect(written.has(text)).toBe(true)
    if (texts.length < COUNT) expect(passedOver).toBeGreaterThan(0)
    expect(texts.length).toBeLessThanOrEqual(fewest)
    fewest = texts.length
    expect(laptop.vault.isHealthy()).toBe(true)
    laptop.vault.close()
  }
  expect(fewest).toBeGreaterThan(0)
  expect(fewest).toBeLessThan(COUNT)
})

it('a vault that is whole is not called damaged', async () => {
  const { made } = await filled()
  await made.unlock()
  await expect(
    call(createVaultRouter(made.vault).backup.makeReadable, { folder: folderForBackups() }),
  ).rejects.toMatchObject({ code: 'NOT_DAMAGED', defined: true })
})

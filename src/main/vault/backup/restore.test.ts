/** @file A backup in the place of a damaged vault, which is kept aside; and what was forgotten since, which stays forgotten. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { byPassphrase, filesOf, NOTE, withBackup } from '../../../../tests/migrations/notes-backup'
import {
  bytesOf,
  FIRST,
  type NotesVault,
  notes,
  notesKind,
  notesVault,
  SECOND,
} from '../../../../tests/migrations/notes-vault'
import { EntryInUseError, type KeptKindDescriptor } from '../kept-kind'

describe('a damaged vault', () => {
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
  }
  const damages: readonly (readonly [string, (made: NotesVault) => void])[] = [
    [
      'without its key files',
      ({ dataDir }) => {
        for (const name of ['vault.json', 'vault.json.previous']) rmSync(join(dataDir, name))
      },
    ],
    ['without its database', ({ dataDir }) => rmSync(join(dataDir, 'vault.db'))],
    ['with an empty database', ({ dataDir }) => writeFileSync(join(dataDir, 'vault.db'), '')],
  ]

  it.each(damages)('%s is replaced by a backup, and kept aside as it is', async (_, damage) => {
    const { made, folder, name } = await withBackup()
    made.add('note-two-000002', 'written after the backup')
    await made.vault.lock()
    damage(made)
    expect(made.vault.status()).toMatchObject({ state: 'unusable' })
    const stays = ['vault.lock', 'vault.tries', 'vault.spare']
    const before = bytesOf(made.dataDir, stays)
    // A wrong secret and a damaged backup touch nothing.
    await expect(
      made.vault.restoreBackup(byPassphrase(folder, name, 'not the passphrase at all')),
    ).rejects.toMatchObject({ name: 'WrongSecretError' })
    expect(bytesOf(made.dataDir, stays)).toEqual(before)
    made.clock.pass(2000)
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.texts()).toEqual([NOTE])
    expect(made.vault.isHealthy()).toBe(true)
    const [aside = ''] = filesOf(made).filter((file) => file.startsWith('set-aside-'))
    expect(bytesOf(join(made.dataDir, aside))).toEqual(before)
    made.add('note-three-00003', 'and goes on')
    await made.vault.lock()
    await made.unlock()
    expect(made.texts()).toEqual([NOTE, 'and goes on'])
  })

  it.each([
    ['in force', 'note-two-000002'],
    ['in force, with pages that the backup has, too', 'note-one-000001'],
  ])('goes aside with the log that a crash left, which is not taken for the new one’s: %s', async (_, id) => {
    const { made, folder, name } = await withBackup()
    made.vault.forget('debriefs', id)
    made.add(id, 'written after the backup')
    const crashed = join(made.dataDir, '..', 'crashed')
    cpSync(made.dataDir, crashed, { recursive: true })
    await made.vault.lock()
    rmSync(made.dataDir, { recursive: true })
    renameSync(crashed, made.dataDir)
    for (const file of ['vault.json', 'vault.json.previous']) rmSync(join(made.dataDir, file))
    rmSync(join(made.dataDir, 'vault.forgotten'), { force: true })
    const log = readFileSync(join(made.dataDir, 'vault.db-wal'))
    expect(log.length).toBeGreaterThan(0)
    const next = made.another()
    await next.restoreBackup(byPassphrase(folder, name))
    const [aside = ''] = filesOf(made).filter((file) => file.startsWith('set-aside-'))
    expect(filesOf({ ...made, dataDir: join(made.dataDir, aside) })).toContain('vault.db-wal')
    expect(readFileSync(join(made.dataDir, aside, 'vault.db-wal'))).toEqual(log)
    expect(next.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(next.isHealthy()).toBe(true)
    expect(next.access.read().select().from(notes).all()).toMatchObject([{ text: NOTE }])
  })

  it('that can still be read in part is replaced only when a backup opens', async () => {
    const { made, folder, name, path } = await withBackup()
    for (let number = 0; number < 40; number += 1) made.add(`filler-${number}`, 'x'.repeat(3000))
    await made.vault.lock()
    flip(join(made.dataDir, 'vault.db'), statSync(join(made.dataDir, 'vault.db')).size - 2000)
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: { kind: 'pagesDamaged' } })
    await expect(
      made.vault.restoreBackup(byPassphrase(folder, name, 'not the passphrase at all')),
    ).rejects.toMatchObject({ name: 'WrongSecretError' })
    // It is still open, and read as far as it goes.
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: { kind: 'pagesDamaged' } })
    made.clock.pass(2000)
    const whole = readFileSync(path)
    flip(path, 9000)
    await expect(made.vault.restoreBackup(byPassphrase(folder, name))).rejects.toMatchObject({
      problem: 'damaged',
    })
    expect(made.vault.profile().displayName).toBe('River')
    writeFileSync(path, whole)
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(made.texts()).toEqual([NOTE])
  })

  it('what was forgotten by hand since the backup is forgotten again, and nothing else', async () => {
    const { made, folder } = await withBackup()
    made.add('note-two-000002', 'this one is kept, and stays')
    made.clock.pass(2000)
    const { name } = await made.vault.makeBackup(folder)
    expect(made.vault.forget('debriefs', 'note-one-000001')).toMatchObject({ isVerified: true })
    await made.vault.lock()
    const ledger = readFileSync(join(made.dataDir, 'vault.forgotten'), 'latin1')
    expect(ledger).toMatch(/^[0-9a-f]{64} [0-9a-f]{68}\n$/)
    writeFileSync(join(made.dataDir, 'vault.db'), '')
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.texts()).toEqual(['this one is kept, and stays'])
    // Another computer cannot know of it.
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.texts()).toEqual([NOTE, 'this one is kept, and stays'])
  })

  it('that is only out of reach, or from a newer Holdspace, is not replaced', async () => {
    const { made, folder, name } = await withBackup()
    await made.vault.lock()
    renameSync(join(made.dataDir, 'vault.db'), join(folder, 'away.db'))
    mkdirSync(join(made.dataDir, 'vault.db'))
    await expect(made.vault.restoreBackup(byPassphrase(folder, name))).rejects.toMatchObject({
      name: 'VaultExistsError',
    })
    rmSync(join(made.dataDir, 'vault.db'), { recursive: true })
    renameSync(join(folder, 'away.db'), join(made.dataDir, 'vault.db'))
    await made.unlock()
    expect(made.texts()).toEqual([NOTE])
  })
})

describe('what was forgotten by hand', () => {
  const ID = 'note-one-000001'
  const ruin = ({ dataDir }: NotesVault) => writeFileSync(join(dataDir, 'vault.db'), '')

  it('before the backup, and was made again by then, comes back with it', async () => {
    const { made, folder } = await withBackup()
    made.clock.pass(2000)
    made.vault.forget('debriefs', ID)
    made.clock.pass(2000)
    made.add(ID, 'the same id, made anew')
    made.clock.pass(2000)
    const { name } = await made.vault.makeBackup(folder)
    await made.vault.lock()
    ruin(made)
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.texts()).toEqual(['the same id, made anew'])
  })

  it('and was put back on purpose on another computer comes back with the backup from there', async () => {
    const { made, folder, name } = await withBackup()
    made.clock.pass(2000)
    made.vault.forget('debriefs', ID)
    await made.vault.lock()
    ruin(made)
    const laptop = notesVault()
    laptop.clock.pass(4000)
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    laptop.add('note-two-000002', 'written there')
    const { name: later } = await laptop.vault.makeBackup(folder)
    await made.vault.restoreBackup(byPassphrase(folder, later))
    expect(made.texts()).toEqual([NOTE, 'written there'])
  })

  it('twice counts by the last time; a note of an earlier Holdspace, without a time, counts always', async () => {
    const { made, folder } = await withBackup()
    made.clock.pass(2000)
    made.vault.forget('debriefs', ID)
    made.add(ID, 'made anew')
    made.add('note-two-000002', 'a second note')
    made.clock.pass(2000)
    const { name } = await made.vault.makeBackup(folder)
    made.clock.pass(2000)
    made.vault.forget('debriefs', ID)
    made.vault.forget('debriefs', 'note-two-000002')
    await made.vault.lock()
    const path = join(made.dataDir, 'vault.forgotten')
    const lines = readFileSync(path, 'latin1').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    writeFileSync(path, [...lines.slice(0, 2), lines[2]?.slice(0, 64), ''].join('\n'))
    ruin(made)
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.texts()).toEqual([])
  })

  it('is not noted where the forgetting failed', async () => {
    const made = notesVault([FIRST, SECOND])
    const { folder, name } = await withBackup(made)
    made.clock.pass(2000)
    const refusing: KeptKindDescriptor = {
      ...notesKind,
      forget: (vault, id) => {
        // Refused when the transaction ends, and not before.
        vault.run(sql`PRAGMA defer_foreign_keys = ON`)
        vault.run(sql`INSERT INTO marks (note_id, mark) VALUES ('no such note', 'x')`)
        return notesKind.forget(vault, id)
      },
    }
    await made.vault.lock()
    const other = made.another([refusing])
    await made.unlock(other)
    expect(() => other.forget('debriefs', ID)).toThrow(/FOREIGN KEY/)
    await other.lock()
    expect(readFileSync(join(made.dataDir, 'vault.forgotten'), 'latin1')).toBe('')
    ruin(made)
    await made.vault.restoreBackup(byPassphrase(folder, name))
    expect(made.texts()).toEqual([NOTE])
  })

  it('and is held by an open session is restored with it, and goes once that is closed', async () => {
    const held = new Set<string>()
    const holding: KeptKindDescriptor = {
      ...notesKind,
      forget: (vault, id) => {
        if (held.has(id)) throw new EntryInUseError()
        return notesKind.forget(vault, id)
      },
    }
    const { made, folder } = await withBackup()
    made.add('note-two-000002', 'a second note')
    made.add('note-three-00003', 'a third note')
    made.clock.pass(2000)
    const { name } = await made.vault.makeBackup(folder)
    made.clock.pass(2000)
    made.vault.forget('debriefs', ID)
    made.vault.forget('debriefs', 'note-two-000002')
    await made.vault.lock()
    ruin(made)
    held.add(ID)
    const vault = made.another([holding])
    await vault.restoreBackup(byPassphrase(folder, name))
    const texts = () =>
      vault.access
        .read()
        .select()
        .from(notes)
        .all()
        .map(({ text }) => text)
    expect(texts()).toEqual([NOTE, 'a third note'])
    await vault.lock()
    await made.unlock(vault)
    expect(texts()).toEqual([NOTE, 'a third note'])
    held.clear()
    // Another with the same id as one that was forgotten, made since, is not meant.
    vault.access.write((handle) => {
      const keptSince = made.clock.now().toISOString()
      handle.insert(notes).values({ id: 'note-two-000002', text: 'made anew', keptSince }).run()
    })
    vault.lookAfter()
    expect(texts()).toEqual(['a third note', 'made anew'])
    expect(existsSync(join(made.dataDir, 'vault.again'))).toBe(false)
  })
})

it('what still waits to be forgotten keeps no vault shut, whatever its note has become', async () => {
  const { made } = await withBackup()
  const again = join(made.dataDir, 'vault.again')
  for (const spoil of [
    () => mkdirSync(again),
    () => writeFileSync(again, '\0'),
    () => writeFileSync(again, '["x"]'),
    () => writeFileSync(again, 'x'.repeat(200_000)),
  ]) {
    await made.vault.lock()
    rmSync(again, { recursive: true, force: true })
    spoil()
    await made.unlock()
    made.vault.lookAfter()
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(made.texts()).toEqual([NOTE])
  }
})

it('folders that a killed process left go at the next start, and no other', async () => {
  const { made } = await withBackup()
  await made.vault.lock()
  for (const name of [
    'vault.restoring',
    'vault.restoring-a1B2c3',
    'vault.trying-a1B2c3',
    'set-aside-2026-01-01-00-00-00',
  ]) {
    mkdirSync(join(made.dataDir, name))
    writeFileSync(join(made.dataDir, name, 'vault.db'), 'half')
  }
  made.another().status()
  expect(readdirSync(made.dataDir).filter((name) => /restoring|trying|aside/.test(name))).toEqual([
    'set-aside-2026-01-01-00-00-00',
  ])
})

it('a backup that is tried and another that is restored do not meet', async () => {
  const { made, folder, name } = await withBackup()
  made.add('note-two-000002', 'a second note')
  made.clock.pass(2000)
  const { name: later } = await made.vault.makeBackup(folder)
  const [first, second] = await Promise.all([
    made.vault.rehearseBackup(byPassphrase(folder, name)),
    made.vault.rehearseBackup(byPassphrase(folder, later)),
  ])
  expect([first, second].map(({ kinds }) => kinds.find(({ kind }) => kind === 'debriefs')?.count)).toEqual([
    1, 2,
  ])
})

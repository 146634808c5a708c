/** @file A log or a page that is not as it was written: said, and nothing is written or lost in silence. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { createFixture, type NotesVault, notesVault } from '../../../../tests/migrations/notes-vault'
import { VaultReadOnlyError } from '../handles'
import type { VaultService } from '../service'

/** Flips in the log, and as many in the pages. */
const FLIPS = rounds(12, 200)

/**
 * The files of a vault whose console was killed with that many changes in the log; with none, of a locked one.
 * `lay` puts them back.
 */
async function killedVault(inLog: number) {
  const made = notesVault()
  await createFixture(made)
  for (let index = 0; index < 30; index += 1) made.add(`note-early-${index}`, `before ${index} `.repeat(40))
  await made.vault.lock()
  if (inLog > 0) await made.unlock()
  for (let index = 0; index < inLog; index += 1) made.add(`note-late-${index}`, `after ${index} `.repeat(40))
  const files = new Map(
    readdirSync(made.dataDir)
      .filter((name) => !/-shm$|lock$/.test(name))
      .map((name) => [name, readFileSync(join(made.dataDir, name))]),
  )
  made.vault.close()
  const lay = () => {
    rmSync(made.dataDir, { recursive: true })
    mkdirSync(made.dataDir)
    for (const [name, bytes] of files) writeFileSync(join(made.dataDir, name), bytes)
  }
  lay()
  return { made, lay, files, path: (name: string) => join(made.dataDir, name) }
}

const flip = (path: string, at: number) => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
  writeFileSync(path, bytes)
}

/** What a fresh console makes of the files: refused, held with how many notes, or taken as whole. */
async function openAnew(made: NotesVault) {
  const vault = made.another()
  try {
    await made.unlock(vault)
  } catch {
    return { kind: 'refused' as const, vault }
  }
  const status = vault.status()
  if (status.state !== 'unlocked') throw new Error('It should be open')
  return { kind: status.hold === null ? ('whole' as const) : ('held' as const), hold: status.hold, vault }
}

const count = (vault: VaultService): number => {
  try {
    return vault.access.read().all<{ n: number }>('SELECT count(*) AS n FROM notes')[0]?.n ?? 0
  } catch {
    return -1
  }
}

const writes = (vault: VaultService): boolean => {
  try {
    vault.access.write((handle) => {
      handle.run("INSERT INTO notes(id, text, kept_since) VALUES ('new-note', 'new', '2026-11-21')")
    })
    return true
  } catch {
    return false
  }
}

const databaseBytes = ({ path }: Awaited<ReturnType<typeof killedVault>>) => readFileSync(path('vault.db'))

describe('a log after a crash', () => {
  it('that is whole gives everything, and takes new changes', async () => {
    const killed = await killedVault(12)
    const { kind, vault } = await openAnew(killed.made)
    expect(kind).toBe('whole')
    expect(count(vault)).toBe(42)
    expect(writes(vault)).toBe(true)
    expect(vault.isHealthy()).toBe(true)
    vault.close()
  })

  it(`with one bit flipped, in ${FLIPS} places, loses nothing in silence`, async () => {
    const killed = await killedVault(12)
    const length = killed.files.get('vault.db-wal')?.length ?? 0
    for (let at = 0; at < FLIPS; at += 1) {
      killed.lay()
      const where = Math.floor(((at + 0.5) * length) / FLIPS)
      flip(killed.path('vault.db-wal'), where)
      const before = databaseBytes(killed)
      const log = readFileSync(killed.path('vault.db-wal'))
      const { kind, hold, vault } = await openAnew(killed.made)
      if (kind === 'whole') {
        expect(`${where}: ${count(vault)}`).toBe(`${where}: 42`)
      } else {
        expect(kind).toBe('held')
        expect(hold).toMatchObject({ kind: 'recordsLost' })
        expect(writes(vault)).toBe(false)
        expect(vault.isHealthy()).toBe(false)
        expect(() => vault.forget('debriefs', 'note-early-1')).toThrow(VaultReadOnlyError)
      }
      vault.close()
      if (kind === 'held') {
        expect(databaseBytes(killed).equals(before)).toBe(true)
        expect(readFileSync(killed.path('vault.db-wal')).equals(log)).toBe(true)
      }
    }
  })

  const damages: Record<string, (path: string) => void> = {
    deleted: (path) => unlinkSync(path),
    emptied: (path) => truncateSync(path, 0),
    'cut to its heading': (path) => truncateSync(path, 32),
    'cut before its last frame': (path) => truncateSync(path, readFileSync(path).length - 4120),
    'cut inside its last frame': (path) => truncateSync(path, readFileSync(path).length - 1000),
    'of zeros': (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
    'of another vault': (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length, 7)),
  }
  it.each(Object.keys(damages))('%s: said, with how many changes are gone, and only read', async (name) => {
    const killed = await killedVault(12)
    damages[name]?.(killed.path('vault.db-wal'))
    const before = databaseBytes(killed)
    const { hold, vault } = await openAnew(killed.made)
    expect(hold?.kind).toBe('recordsLost')
    if (hold?.kind === 'recordsLost') expect(hold.count).toBeGreaterThan(0)
    expect(() => killed.made.another()).not.toThrow()
    expect(count(vault)).toBeGreaterThanOrEqual(30)
    expect(() =>
      vault.access.write((handle) => handle.run("DELETE FROM notes WHERE id = 'note-early-1'")),
    ).toThrow(VaultReadOnlyError)
    await vault.lock()
    expect(databaseBytes(killed).equals(before)).toBe(true)
    // Asked again at the next unlock; accepted, it goes on and is whole.
    const again = await openAnew(killed.made)
    expect(again.hold?.kind).toBe('recordsLost')
    expect(again.vault.acceptLoss()).toBe(true)
    expect(again.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(writes(again.vault)).toBe(true)
    expect(again.vault.isHealthy()).toBe(true)
    await again.vault.lock()
    const last = await openAnew(killed.made)
    expect(last.kind).toBe('whole')
    expect(count(last.vault)).toBeGreaterThanOrEqual(31)
    last.vault.close()
  })

  it('whose note of acknowledged changes is gone or changed is not taken for whole', async () => {
    const killed = await killedVault(12)
    for (const damage of [
      () => unlinkSync(killed.path('vault.changes')),
      () => writeFileSync(killed.path('vault.changes'), 'x'.repeat(1024)),
      () => truncateSync(killed.path('vault.changes'), 0),
    ]) {
      killed.lay()
      damage()
      const { hold, vault } = await openAnew(killed.made)
      expect(hold).toEqual({ kind: 'lastSaveUnknown' })
      expect(writes(vault)).toBe(false)
      expect(vault.acceptLoss()).toBe(true)
      expect(writes(vault)).toBe(true)
      vault.close()
    }
  })

  it('an older database put back beside a newer note is said to be older', async () => {
    const { made, path } = await killedVault(12)
    copyFileSync(path('vault.db'), path('older'))
    const vault = made.another()
    await made.unlock(vault)
    expect(writes(vault)).toBe(true)
    await vault.lock()
    renameSync(path('older'), path('vault.db'))
    const { hold, vault: opened } = await openAnew(made)
    expect(hold?.kind).toBe('recordsLost')
    opened.close()
  })
})

describe('a database with one bit flipped', () => {
  it(`in ${FLIPS} places is refused or only read, and never takes a change`, async () => {
    const killed = await killedVault(0)
    const length = killed.files.get('vault.db')?.length ?? 0
    const seen = { refused: 0, held: 0, whole: 0 }
    for (let at = 0; at < FLIPS; at += 1) {
      killed.lay()
      const where = Math.floor(((at + 0.5) * length) / FLIPS)
      flip(killed.path('vault.db'), where)
      const before = databaseBytes(killed)
      const { kind, hold, vault } = await openAnew(killed.made)
      seen[kind] += 1
      expect(`${where}: ${writes(vault)}`).toBe(`${where}: false`)
      if (kind === 'held') {
        expect(hold).toEqual({ kind: 'pagesDamaged' })
        expect(vault.isHealthy()).toBe(false)
        expect(vault.acceptLoss()).toBe(false)
      }
      await vault.lock()
      expect(databaseBytes(killed).equals(before)).toBe(true)
      expect(existsSync(killed.path('vault.db'))).toBe(true)
    }
    expect(seen.whole).toBe(0)
    expect(seen.held).toBeGreaterThan(0)
  })
})

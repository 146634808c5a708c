/** @file Damaged, missing, unreadable, and newer: the right word for each, and not one byte changed. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesOf, createFixture, notesVault, PASSPHRASE } from '../../../../tests/migrations/notes-vault'
import type { VaultProblem } from '../../../contract/vault'
import { type HeaderBody, parseHeader, writeHeader } from '../header/header'

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
  writeFileSync(path, bytes)
}

/** A vault with some content, locked, and what its folder held then. */
async function lockedVault() {
  const made = notesVault()
  await createFixture(made)
  for (let index = 0; index < 40; index += 1) made.add(`note-${index}-0000001`, `words ${index} `.repeat(60))
  await made.vault.lock()
  const file = (name: string) => join(made.dataDir, name)
  return { made, file }
}

type Locked = Awaited<ReturnType<typeof lockedVault>>

/** Unlocking and creating are both refused for this reason, and every file stays as the damage left it. */
async function expectUntouched({ made }: Locked, problem: VaultProblem): Promise<void> {
  const before = bytesOf(made.dataDir)
  await expect(made.unlock()).rejects.toMatchObject({ name: 'VaultUnusableError', problem })
  await expect(createFixture(made)).rejects.toMatchObject({ name: 'VaultExistsError' })
  expect(made.vault.status()).toMatchObject({ state: 'unusable', problem })
  expect(bytesOf(made.dataDir)).toEqual(before)
}

describe('a damaged header', () => {
  const damages: Record<string, (path: string) => void> = {
    empty: (path) => truncateSync(path, 0),
    truncated: (path) => truncateSync(path, 300),
    'bit-flipped': (path) => flipBit(path, 200),
    'not ours': (path) => writeFileSync(path, '{"some":"json"}'),
    huge: (path) => writeFileSync(path, Buffer.alloc(100_000, 0x20)),
  }
  for (const [name, damage] of Object.entries(damages)) {
    it(`${name}: said so when both copies are, and nothing is overwritten`, async () => {
      const locked = await lockedVault()
      damage(locked.file('vault.json'))
      damage(locked.file('vault.json.previous'))
      expect(locked.made.vault.status()).toMatchObject({ problem: 'headerDamaged', hasPreviousCopy: true })
      await expectUntouched(locked, 'headerDamaged')
    })

    it(`${name}: the previous copy opens the vault and takes its place; the damaged one stays for a closer look`, async () => {
      const { made, file } = await lockedVault()
      damage(file('vault.json'))
      const damaged = readFileSync(file('vault.json'))
      expect(made.vault.status()).toMatchObject({ state: 'locked', isPreviousHeader: true })
      await made.unlock()
      expect(made.texts()).toHaveLength(40)
      expect(readFileSync(file('vault.json.damaged'))).toEqual(damaged)
      expect(readFileSync(file('vault.json'))).toEqual(readFileSync(file('vault.json.previous')))
      await made.vault.lock()
      expect(made.vault.status()).toMatchObject({ state: 'locked', isPreviousHeader: false })
    })
  }

  it('missing: the previous copy opens the vault; without it, said so', async () => {
    const locked = await lockedVault()
    unlinkSync(locked.file('vault.json'))
    expect(locked.made.vault.status()).toMatchObject({ state: 'locked', isPreviousHeader: true })
    await locked.made.unlock()
    await locked.made.vault.lock()
    unlinkSync(locked.file('vault.json'))
    unlinkSync(locked.file('vault.json.previous'))
    await expectUntouched(locked, 'headerMissing')
  })

  it('with a byte order mark or other line ends is read all the same', async () => {
    const locked = await lockedVault()
    const text = readFileSync(locked.file('vault.json'), 'utf8')
    for (const name of ['vault.json', 'vault.json.previous']) {
      writeFileSync(locked.file(name), `\ufeff${text.replace('\n', '\r\n')}`)
    }
    expect(locked.made.vault.status()).toMatchObject({ state: 'locked', isPreviousHeader: false })
    await locked.made.unlock()
    expect(locked.made.texts()).toHaveLength(40)
  })

  it('of another vault beside a good previous copy: the copy opens it, and takes its place', async () => {
    const { made, file } = await lockedVault()
    const other = notesVault()
    await other.vault.create({ displayName: 'Other', passphrase: 'another passphrase altogether' })
    await other.vault.lock()
    copyFileSync(join(other.dataDir, 'vault.json'), file('vault.json'))
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    expect(readFileSync(file('vault.json'))).toEqual(readFileSync(file('vault.json.previous')))
    await made.vault.lock()
    await expect(
      made.vault.unlock({ secretKind: 'passphrase', secret: 'another passphrase altogether' }),
    ).rejects.toMatchObject({ name: 'WrongSecretError' })
  })

  it('of another vault with the same passphrase beside a good previous copy: the copy opens it, and takes its place', async () => {
    const { made, file } = await lockedVault()
    const other = await lockedVault()
    copyFileSync(other.file('vault.json'), file('vault.json'))
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    expect(readFileSync(file('vault.json'))).toEqual(readFileSync(file('vault.json.previous')))
  })

  it('of this vault with a part of another one in it, its checksum put right: the previous copy opens it', async () => {
    const { made, file } = await lockedVault()
    const other = notesVault()
    await createFixture(other)
    await other.vault.lock()
    const bodyOf = (path: string): HeaderBody => {
      const parsed = parseHeader(readFileSync(path))
      if (parsed.kind !== 'header') throw new Error('It should be a header')
      return parsed.body
    }
    const [own, theirs] = [bodyOf(file('vault.json')), bodyOf(join(other.dataDir, 'vault.json'))]
    for (const part of ['passphrase', 'recovery', 'mac'] as const) {
      writeFileSync(file('vault.json'), writeHeader({ ...own, [part]: theirs[part] }))
      await made.unlock()
      expect(made.texts()).toHaveLength(40)
      await made.vault.lock()
      expect(bodyOf(file('vault.json'))).toEqual(own)
    }
  })

  it('unreadable: said so, even though a previous copy is there', async () => {
    const locked = await lockedVault()
    unlinkSync(locked.file('vault.json'))
    mkdirSync(locked.file('vault.json'))
    await expectUntouched(locked, 'unreadable')
  })

  it('a pipe in its place does not hang the console', async () => {
    const locked = await lockedVault()
    unlinkSync(locked.file('vault.json'))
    execFileSync('mkfifo', [locked.file('vault.json')])
    expect(locked.made.vault.status()).toMatchObject({ problem: 'unreadable' })
    unlinkSync(locked.file('vault.json'))
  })

  it('from a newer Holdspace: refused, and the previous copy is not taken instead', async () => {
    const locked = await lockedVault()
    const { createHash } = await import('node:crypto')
    const zeros = `{"holdspaceVault":2,"sha256":"${'0'.repeat(64)}","body":{"new":"things"}}\n`
    const sum = createHash('sha256').update(zeros).digest('hex')
    writeFileSync(locked.file('vault.json'), zeros.replace('0'.repeat(64), sum))
    await expectUntouched(locked, 'fromTheFuture')
  })
})

describe('a damaged database', () => {
  const damages: Record<string, [VaultProblem, (path: string) => void]> = {
    missing: ['databaseMissing', unlinkSync],
    empty: ['databaseDamaged', (path) => truncateSync(path, 0)],
    'shorter than a page': ['databaseDamaged', (path) => truncateSync(path, 1000)],
    'cut inside its beginning': ['databaseDamaged', (path) => truncateSync(path, 4096 * 2 + 77)],
    'cut behind its first page': ['databaseDamaged', (path) => truncateSync(path, 4096)],
    'bit-flipped in its first page': ['databaseDamaged', (path) => flipBit(path, 100)],
    'of zeros': ['databaseDamaged', (path) => writeFileSync(path, Buffer.alloc(4096 * 30))],
    'plain SQLite': [
      'databaseDamaged',
      (path) => writeFileSync(path, `SQLite format 3\0${'x'.repeat(8192)}`),
    ],
    'a folder': [
      'unreadable',
      (path) => {
        unlinkSync(path)
        mkdirSync(path)
      },
    ],
    'a link to itself': [
      'unreadable',
      (path) => {
        unlinkSync(path)
        symlinkSync(path, path)
      },
    ],
  }
  for (const [name, [problem, damage]] of Object.entries(damages)) {
    it(`${name}: ${problem}, and nothing is overwritten`, async () => {
      const locked = await lockedVault()
      damage(locked.file('vault.db'))
      // What needs no key to see is said before anyone types a passphrase.
      const isPlain = ['missing', 'empty', 'shorter than a page', 'a folder', 'a link to itself'].includes(
        name,
      )
      expect(locked.made.vault.status()).toMatchObject(isPlain ? { problem } : { state: 'locked' })
      await expectUntouched(locked, problem)
    })
  }

  it.each([1, 2000, 4096, 4096 * 3, 4096 * 8 + 77])(
    'cut off by %i bytes is only read, and nothing is written to it',
    async (bytes) => {
      const { made, file } = await lockedVault()
      truncateSync(file('vault.db'), statSync(file('vault.db')).size - bytes)
      const before = bytesOf(made.dataDir, ['vault.lock', 'vault.db-shm'])
      await made.unlock()
      expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: { kind: 'pagesDamaged' } })
      expect(() => made.add('note-too-much-01', 'not taken')).toThrow(
        expect.objectContaining({ name: 'VaultReadOnlyError' }),
      )
      expect(made.vault.isHealthy()).toBe(false)
      expect(made.vault.acceptLoss()).toBe(false)
      await made.vault.lock()
      expect(bytesOf(made.dataDir, ['vault.lock', 'vault.db-shm'])).toEqual(before)
    },
  )

  /** Moves a page of one file to a place in another: each page is whole, and in its place it is not. */
  const movePage = (from: Buffer, fromPage: number, to: Buffer, toPage: number) =>
    from.copy(to, (toPage - 1) * 4096, (fromPage - 1) * 4096, fromPage * 4096)

  it.each(['of another vault', 'of another place', 'that changed places with another one'])(
    'with a whole page %s is only read, and nothing is written to it',
    async (which) => {
      const { made, file } = await lockedVault()
      const whole = readFileSync(file('vault.db'))
      const hurt = Buffer.from(whole)
      const last = whole.length / 4096
      if (which === 'of another vault') {
        const other = await lockedVault()
        movePage(readFileSync(other.file('vault.db')), last - 1, hurt, last - 1)
      } else movePage(whole, last - 1, hurt, last)
      if (which === 'that changed places with another one') movePage(whole, last, hurt, last - 1)
      writeFileSync(file('vault.db'), hurt)
      await made.unlock()
      expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: { kind: 'pagesDamaged' } })
      expect(() => made.add('note-too-much-01', 'not taken')).toThrow(
        expect.objectContaining({ name: 'VaultReadOnlyError' }),
      )
      await made.vault.lock()
      expect(readFileSync(file('vault.db')).equals(hurt)).toBe(true)
    },
  )

  it.each([100, 4096 * 3 + 1, 4096 * 500])(
    'with %i bytes behind its end loses nothing, and takes what is new',
    async (bytes) => {
      const { made, file } = await lockedVault()
      appendFileSync(file('vault.db'), Buffer.alloc(bytes, 0x5a))
      for (let round = 0; round < 2; round += 1) {
        await made.unlock()
        expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
        for (let index = 0; index < 20; index += 1)
          made.add(`note-new-${round}-${index}-001`, `new words ${index} `.repeat(200))
        expect(made.vault.forget('debriefs', `note-${round}-0000001`)).toMatchObject({ isVerified: true })
        await made.vault.lock()
      }
      await made.unlock()
      expect(made.texts()).toHaveLength(40 + 40 - 2)
      expect(made.vault.isHealthy()).toBe(true)
    },
  )

  it('of another vault: does not open with this key', async () => {
    const locked = await lockedVault()
    const other = await lockedVault()
    copyFileSync(other.file('vault.db'), locked.file('vault.db'))
    await expectUntouched(locked, 'databaseDamaged')
  })

  it('with a log beside it keeps that log and its own bytes', async () => {
    const { made, file } = await lockedVault()
    await made.unlock()
    made.add('note-in-the-log-1', 'only in the log')
    copyFileSync(file('vault.db'), file('kept-db'))
    copyFileSync(file('vault.db-wal'), file('kept-wal'))
    await made.vault.lock()
    renameSync(file('kept-db'), file('vault.db'))
    renameSync(file('kept-wal'), file('vault.db-wal'))
    truncateSync(file('vault.db'), 4096 * 3)
    flipBit(file('vault.db'), 50)
    flipBit(file('vault.db-wal'), 5000)
    await expectUntouched({ made, file }, 'databaseDamaged')
  })

  it('in a page that is only read later: health says so, and repaired files are tried anew', async () => {
    const { made, file } = await lockedVault()
    const whole = readFileSync(file('vault.db'))
    flipBit(file('vault.db'), whole.length - 2000)
    await made.unlock().catch(() => {})
    if (made.vault.status().state === 'unlocked') expect(made.vault.isHealthy()).toBe(false)
    await made.vault.lock()
    flipBit(file('vault.db'), 100)
    await expect(made.unlock()).rejects.toMatchObject({ problem: 'databaseDamaged' })
    expect(made.vault.status()).toMatchObject({ state: 'unusable', problem: 'databaseDamaged' })
    writeFileSync(file('vault.db'), whole)
    expect(made.vault.status()).toMatchObject({ state: 'locked' })
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    expect(made.vault.isHealthy()).toBe(true)
  })

  it('from a newer Holdspace: refused before anything runs', async () => {
    const locked = await lockedVault()
    await locked.made.unlock()
    locked.made.vault.access.write((handle) =>
      handle.run("INSERT INTO __drizzle_migrations(hash, created_at) VALUES ('later', 1900000000000)"),
    )
    await locked.made.vault.lock()
    await expectUntouched(locked, 'fromTheFuture')
  })
})

describe('a lock file', () => {
  it('with something in it is no damaged database, and still keeps a second console out', async () => {
    const { made, file } = await lockedVault()
    writeFileSync(file('vault.lock'), 'something that a sync program left '.repeat(200))
    expect(made.vault.status()).toMatchObject({ state: 'locked' })
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    await expect(made.unlock(made.another())).rejects.toMatchObject({ problem: 'inUse' })
  })

  it('that is a link to nothing gives way, and keeps a second console out', async () => {
    const { made, file } = await lockedVault()
    unlinkSync(file('vault.lock'))
    symlinkSync(file('a folder that is gone/vault.lock'), file('vault.lock'))
    expect(made.vault.status()).toMatchObject({ state: 'locked' })
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    await expect(made.unlock(made.another())).rejects.toMatchObject({ problem: 'inUse' })
  })

  it.each([
    ['a link to', symlinkSync],
    ['a second name of', linkSync],
  ])('that is %s another file of the vault, or of anybody, empties neither', async (_, link) => {
    for (const name of ['vault.db', 'vault.db.copy']) {
      const { made, file } = await lockedVault()
      copyFileSync(file('vault.db'), file('vault.db.copy'))
      unlinkSync(file('vault.lock'))
      link(file(name), file('vault.lock'))
      const before = readFileSync(file(name))
      await made.unlock().catch(() => {})
      await made.vault.lock()
      expect(readFileSync(file(name)).length).toBe(before.length)
      await made.unlock()
      expect(made.texts()).toHaveLength(40)
      await expect(made.unlock(made.another())).rejects.toMatchObject({ problem: 'inUse' })
    }
  })
})

describe('creation', () => {
  it('is refused where only a part of a vault is, and leaves it', async () => {
    for (const name of [
      'vault.json',
      'vault.json.previous',
      'vault.db',
      'vault.db-wal',
      'vault.db.before-0001_x',
    ]) {
      const made = notesVault()
      mkdirSync(made.dataDir)
      writeFileSync(join(made.dataDir, name), 'something of theirs')
      const before = bytesOf(made.dataDir)
      await expect(createFixture(made)).rejects.toMatchObject({ name: 'VaultExistsError' })
      expect(made.vault.status()).toMatchObject({ state: 'unusable' })
      expect(bytesOf(made.dataDir)).toEqual(before)
    }
  })

  it('cut off before its header starts over; cut off after it, is finished', async () => {
    const { made, file } = await lockedVault()
    renameSync(file('vault.db'), file('vault.db.creating'))
    expect(made.vault.status()).toMatchObject({ state: 'locked' })
    await made.unlock()
    expect(made.texts()).toHaveLength(40)
    await made.vault.lock()
    expect(existsSync(file('vault.db.creating'))).toBe(false)
    renameSync(file('vault.db'), file('vault.db.creating'))
    unlinkSync(file('vault.json'))
    unlinkSync(file('vault.json.previous'))
    // This console had it open a moment ago, and offers no new vault in its place.
    expect(made.vault.status()).toMatchObject({ state: 'unusable', problem: 'gone' })
    const other = made.another()
    expect(other.status()).toEqual({ state: 'none' })
    await other.create({ displayName: 'River', passphrase: PASSPHRASE })
    expect(other.profile().displayName).toBe('River')
  })

  it('in a place that is no folder is refused as unreadable', async () => {
    const made = notesVault()
    writeFileSync(made.dataDir, 'a file where the folder should be')
    await expect(createFixture(made)).rejects.toMatchObject({ problem: 'unreadable' })
    expect(readFileSync(made.dataDir, 'utf8')).toBe('a file where the folder should be')
  })
})

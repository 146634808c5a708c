/**
 * @file Backups on real files: made, proved, restored on a computer that has no vault, opened by a script that knows none
 * of our code; and damaged, cut off, interrupted or of another age: refused or whole, never half.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import {
  bytesOf,
  createFixture,
  FIRST,
  type NotesVault,
  notesVault,
  PASSPHRASE,
  SECOND,
} from '../../../../tests/migrations/notes-vault'
import type { BackupName } from '../../../contract/backup'
import { createVaultRouter } from '../router'
import { readHeading } from './archive'

const NOTE = 'a canary in the note, 4711'

const folderForBackups = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'holdspace-backups-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A vault with a note, and a backup of it. */
const withBackup = async () => {
  const made = notesVault()
  const sheet = await createFixture(made)
  made.add('note-one-000001', NOTE)
  const folder = folderForBackups()
  const { name, bytes } = await made.vault.makeBackup(folder)
  return { made, sheet, folder, name, bytes, path: join(folder, name) }
}

const byPassphrase = (folder: string, name: BackupName, secret = PASSPHRASE) =>
  ({ folder, name, secretKind: 'passphrase', secret }) as const

const filesOf = (made: NotesVault) => (existsSync(made.dataDir) ? readdirSync(made.dataDir).sort() : [])

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
    expect(filesOf(laptop)).toEqual(['vault.tries'])
    await restore(PASSPHRASE)
    expect(laptop.texts()).toEqual([NOTE])
  })
})

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
    expect(ledger).toMatch(/^[0-9a-f]{64}\n$/)
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

describe('while a backup is being made', () => {
  it('what is saved goes on; the copy is of one moment', async () => {
    const { made, folder } = await withBackup()
    for (let number = 0; number < 300; number += 1) made.add(`filler-${number}`, 'x'.repeat(8000))
    made.clock.pass(2000)
    const making = made.vault.makeBackup(folder)
    for (let number = 0; number < 20; number += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      made.add(`meanwhile-${number}`, 'y'.repeat(60_000))
    }
    const { name } = await making
    const laptop = notesVault()
    await laptop.vault.restoreBackup(byPassphrase(folder, name))
    expect(laptop.vault.isHealthy()).toBe(true)
    expect(laptop.texts().length).toBeGreaterThanOrEqual(301)
    expect(made.texts()).toHaveLength(321)
    expect(made.vault.isHealthy()).toBe(true)
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

describe('a backup that is not as it was written', () => {
  const tries = async (path: string, folder: string, name: BackupName, bytes: Buffer) => {
    writeFileSync(path, bytes)
    const laptop = notesVault()
    const outcome = await laptop.vault.restoreBackup(byPassphrase(folder, name)).then(
      () => 'restored',
      (thrown: unknown) => {
        expect(thrown).toMatchObject({ name: 'BackupUnusableError' })
        expect(laptop.vault.status()).toEqual({ state: 'none' })
        expect(filesOf(laptop).filter((file) => file !== 'vault.lock')).toEqual([])
        return thrown instanceof Error && 'problem' in thrown ? String(thrown.problem) : ''
      },
    )
    if (outcome === 'restored') {
      expect(laptop.texts()).toEqual([NOTE])
      expect(laptop.vault.isHealthy()).toBe(true)
    }
    laptop.vault.close()
    return outcome
  }

  it('any flipped bit is refused, or it is in what nobody reads', async () => {
    const { folder, name, path } = await withBackup()
    const whole = readFileSync(path)
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const bytes = Buffer.from(whole)
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        seen.add(await tries(path, folder, name, bytes))
      }),
      { numRuns: rounds(30, 1000) },
    )
    expect(seen).toContain('damaged')
  })

  it('one that was cut off anywhere is refused', async () => {
    const { folder, name, path } = await withBackup()
    const whole = readFileSync(path)
    // Only the two empty blocks of its end may be missing.
    for (const length of [0, 1, 511, 512, 2000, 6000, whole.length - 3000, whole.length - 1100]) {
      expect(await tries(path, folder, name, whole.subarray(0, length))).not.toBe('restored')
    }
  })

  it.each([
    ['nothing like it', Buffer.from('PK\u0003\u0004 some other file'.repeat(200)), 'notABackup'],
    ['a folder', null, 'notABackup'],
  ])('%s is named as such', async (_, content, problem) => {
    const { made, folder, name, path } = await withBackup()
    if (content) writeFileSync(path, content)
    else {
      rmSync(path)
      mkdirSync(path)
    }
    await expect(made.vault.rehearseBackup(byPassphrase(folder, name))).rejects.toMatchObject({ problem })
    rmSync(path, { recursive: true })
    await expect(made.vault.rehearseBackup(byPassphrase(folder, name))).rejects.toMatchObject({
      problem: 'notThere',
    })
  })

  it('one of a newer format is named as such', async () => {
    const { made, folder, name, path } = await withBackup()
    const text = readFileSync(path).toString('latin1').replace('"holdspaceBackup": 1', '"holdspaceBackup": 2')
    writeFileSync(path, Buffer.from(text, 'latin1'))
    await expect(made.vault.rehearseBackup(byPassphrase(folder, name))).rejects.toMatchObject({
      problem: 'fromTheFuture',
    })
  })

  it('its headings are read as any tar has them, whatever is in them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 600 }), (bytes) => {
        expect(() => readHeading(Buffer.from(bytes))).not.toThrow()
      }),
      { numRuns: rounds(200, 5000) },
    )
  })
})

describe('the folder for backups', () => {
  it.each([
    ['Backups', 'notAbsolute'],
    ['./here', 'notAbsolute'],
    ['\\\\server\\share', 'network'],
    ['//server/share', 'network'],
    ['smb://server/share', 'network'],
    ['file:///tmp', 'network'],
    ['/no/such/folder/here', 'notThere'],
    ['/tmp/\0x', 'notThere'],
    [`/${'x'.repeat(1900)}`, 'notThere'],
    [process.execPath, 'notAFolder'],
  ])('%j is refused by name', async (folder, problem) => {
    const made = notesVault()
    await createFixture(made)
    await expect(call(createVaultRouter(made.vault).backup.make, { folder })).rejects.toMatchObject({
      code: 'BACKUP_PLACE',
      data: { problem },
    })
  })

  it('is not the vault’s own, nor one in it', async () => {
    const made = notesVault()
    await createFixture(made)
    mkdirSync(join(made.dataDir, 'backups'))
    for (const folder of [made.dataDir, join(made.dataDir, 'backups')]) {
      await expect(made.vault.makeBackup(folder)).rejects.toMatchObject({ problem: 'insideVault' })
    }
  })

  it('is taken as typed by people: quoted, from home, with spaces around, or the backup itself', async () => {
    const { made, folder, name, path } = await withBackup()
    for (const typed of [`"${folder}"`, `  ${folder}/ `, `'${folder}'`, path]) {
      expect(made.vault.findBackups(typed).backups).toEqual([{ name, bytes: statSync(path).size }])
    }
    expect(made.vault.findBackups('~').folder).toBe(homedir())
  })

  it('a second backup in the same second overwrites nothing', async () => {
    const { made, folder, path } = await withBackup()
    const before = createHash('sha256').update(readFileSync(path)).digest('hex')
    await expect(made.vault.makeBackup(folder)).rejects.toMatchObject({ name: 'BackupPlaceError' })
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before)
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

describe('the script that knows none of our code', () => {
  const run = (secret: string, ...args: string[]) =>
    new Promise<{ code: number | null; out: string; said: string }>((resolve) => {
      const script = join(import.meta.dirname, '../../../../scripts/open-backup.mjs')
      const child = spawn(process.execPath, [script, ...args])
      let out = ''
      let said = ''
      child.stdout.on('data', (bytes) => {
        out += bytes
      })
      child.stderr.on('data', (bytes) => {
        said += bytes
      })
      child.on('close', (code) => resolve({ code, out, said }))
      child.stdin.end(`${secret}\n`)
    })

  it('opens a backup by either secret, and writes what any SQLite reads', async () => {
    const { sheet, folder, path } = await withBackup()
    expect((await run(` ${PASSPHRASE}\u00a0`, path)).out).toContain('notes: 1')
    const plain = join(folder, 'plain.sqlite')
    const written = await run(sheet, path, plain)
    expect(written.code).toBe(0)
    const database = new Database(plain, { readonly: true })
    expect(database.prepare('SELECT text FROM notes').pluck().all()).toEqual([NOTE])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
    // Never over a file that is there.
    expect((await run(sheet, path, plain)).code).toBe(1)
  })

  it('refuses a wrong secret and a damaged backup', async () => {
    const { path } = await withBackup()
    expect(await run('not the passphrase at all', path)).toMatchObject({ code: 1, out: '' })
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000)
    writeFileSync(path, bytes)
    expect(await run(PASSPHRASE, path)).toMatchObject({ code: 1, out: '' })
  })
})

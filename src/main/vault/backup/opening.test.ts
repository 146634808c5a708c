/** @file A backup that is not as it was written is refused, never half; and a script that knows none of our code opens a whole one. */

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { byPassphrase, filesOf, NOTE, withBackup } from '../../../../tests/migrations/notes-backup'
import { notesVault, PASSPHRASE } from '../../../../tests/migrations/notes-vault'
import type { BackupName } from '../../../contract/backup'
import { readHeading } from './archive'

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
    expect((await run(` \u200f${PASSPHRASE.replace(' ', '  ')}\u00a0`, path)).out).toContain('notes: 1')
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

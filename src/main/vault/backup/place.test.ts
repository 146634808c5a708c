/** @file The folder for backups as people type it, what lies there, and a disk that does not do what was asked. */

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { onFailingDisk } from '../../../../tests/fixtures/failing-disk'
import { byPassphrase, withBackup } from '../../../../tests/migrations/notes-backup'
import { createFixture, notesVault } from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'

describe('the folder for backups', () => {
  it.each([
    ['Backups', 'notAbsolute'],
    ['./here', 'notAbsolute'],
    ['\\\\server\\share', 'network'],
    ['//server/share', 'network'],
    ['/\\server\\share', 'network'],
    ['\\/server/share', 'network'],
    ['\\\\?\\UNC\\server\\share', 'network'],
    ['//?/C:/backups', 'network'],
    ['  "\\\\server\\share" ', 'network'],
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

  it('that holds one entry which cannot be looked at shows all others, and says that there is one more', async () => {
    const { made, folder, name, bytes } = await withBackup()
    symlinkSync(join(folder, 'round'), join(folder, 'round'))
    symlinkSync(join(folder, 'round', 'x'), join(folder, 'holdspace-backup-2026-01-01-00-00-00.tar'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'holdspace-backup-2026-01-02-00-00-00.tar'))
    mkdirSync(join(folder, 'holdspace-backup-2026-01-03-00-00-00.tar'))
    expect(await call(createVaultRouter(made.vault).backup.find, { folder })).toEqual({
      folder,
      backups: [{ name, bytes }],
      unreadableCount: 2,
    })
  })

  it('a second backup in the same second overwrites nothing', async () => {
    const { made, folder, path } = await withBackup()
    const before = createHash('sha256').update(readFileSync(path)).digest('hex')
    await expect(made.vault.makeBackup(folder)).rejects.toMatchObject({ name: 'BackupPlaceError' })
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before)
  })
})

describe('a disk that does not do what was asked', () => {
  const refusals = [
    ['ENOSPC', 'DISK_FULL', null],
    ['EDQUOT', 'DISK_FULL', null],
    ['EROFS', 'BACKUP_PLACE', 'readOnly'],
    ['EIO', 'BACKUP_PLACE', 'gone'],
    ['ENODEV', 'BACKUP_PLACE', 'gone'],
    ['ENOENT', 'BACKUP_PLACE', 'gone'],
    ['EACCES', 'BACKUP_PLACE', 'notAllowed'],
    ['EPERM', 'BACKUP_PLACE', 'notAllowed'],
  ] as const

  it.each(refusals)(
    '%s at any step of a backup is answered as %s %s, and leaves none',
    async (code, answer, problem) => {
      const { made, folder, name } = await withBackup()
      const isCounted = (path: string) => path.startsWith(folder)
      const seen = new Set<string>()
      for (let at = 1; ; at += 1) {
        made.clock.pass(2000)
        let thrown: unknown = null
        let madeName: string | null = null
        const { steps } = await onFailingDisk({ at, isForGood: true, code, isCounted }, async () => {
          await call(createVaultRouter(made.vault).backup.make, { folder }).then(
            (done) => {
              madeName = done.name
            },
            (error: unknown) => {
              thrown = error
            },
          )
        })
        if (thrown !== null) {
          expect(thrown).toMatchObject({ code: answer, ...(problem ? { data: { problem } } : {}) })
          seen.add('refused')
        }
        expect(readdirSync(folder).filter((one) => one.endsWith('.tar'))).toEqual([
          name,
          ...(madeName ? [madeName] : []),
        ])
        if (madeName) rmSync(join(folder, madeName))
        for (const one of readdirSync(folder)) if (one.endsWith('.writing')) rmSync(join(folder, one))
        if (steps < at) break
      }
      expect(seen).toContain('refused')
      made.add('note-two-000002', 'and the vault goes on')
    },
  )

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'VAULT_UNUSABLE'],
    ['EIO', 'VAULT_UNUSABLE'],
    ['EACCES', 'VAULT_UNUSABLE'],
  ] as const)(
    '%s of this computer’s own, while a backup is opened, is answered as %s',
    async (code, answer) => {
      const { made, folder, name } = await withBackup()
      const laptop = notesVault()
      const isCounted = (path: string) => path.startsWith(made.dataDir) || path.startsWith(laptop.dataDir)
      const rehearse = () => call(createVaultRouter(made.vault).backup.rehearse, byPassphrase(folder, name))
      const restore = () => call(createVaultRouter(laptop.vault).backup.restore, byPassphrase(folder, name))
      for (const [vault, open] of [
        [made.vault, rehearse],
        [laptop.vault, restore],
      ] as const) {
        for (const at of [open === restore ? 3 : 1, 6, 9]) {
          await onFailingDisk({ at, isForGood: true, code, isCounted }, () =>
            expect(open()).rejects.toMatchObject({ code: answer, defined: true }),
          )
          expect(vault.status().state).toBe(open === restore ? 'none' : 'unlocked')
        }
      }
    },
  )

  it('a backup that the system does not give is named, and nothing is changed', async () => {
    const { made, folder, name, path } = await withBackup()
    rmSync(path)
    symlinkSync(join(folder, 'round'), join(folder, 'round'))
    symlinkSync(join(folder, 'round', 'x'), path)
    const unreadable = { code: 'BACKUP_UNUSABLE', data: { problem: 'unreadable' } }
    const { rehearse } = createVaultRouter(made.vault).backup
    await expect(call(rehearse, byPassphrase(folder, name))).rejects.toMatchObject(unreadable)
    const { restore } = createVaultRouter(notesVault().vault).backup
    await expect(call(restore, byPassphrase(folder, name))).rejects.toMatchObject(unreadable)
  })
})

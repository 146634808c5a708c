/** @file Backups of the small vault for tests, in a folder that goes when the test ends. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BackupName } from '../../src/contract/backup'
import { createFixture, type NotesVault, notesVault, PASSPHRASE } from './notes-vault'

/** Words that no file but an opened vault may show. */
export const NOTE = 'a canary in the note, 4711'

/** An empty folder outside the vault's. */
export const folderForBackups = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'holdspace-backups-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A vault with a note, and a backup of it. */
export const withBackup = async (made: NotesVault = notesVault()) => {
  const sheet = await createFixture(made)
  made.add('note-one-000001', NOTE)
  const folder = folderForBackups()
  const { name, bytes } = await made.vault.makeBackup(folder)
  return { made, sheet, folder, name, bytes, path: join(folder, name) }
}

/** A backup, and the passphrase for it. */
export const byPassphrase = (folder: string, name: BackupName, secret = PASSPHRASE) =>
  ({ folder, name, secretKind: 'passphrase', secret }) as const

/** Names in the vault's folder. */
export const filesOf = (made: NotesVault) =>
  existsSync(made.dataDir) ? readdirSync(made.dataDir).sort() : []

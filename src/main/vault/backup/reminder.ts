/** @file Where backups go, when the last one was made, and whether it is time for another. */
import { ReminderDays } from '../../../contract/backup'
import type { ReadVault, WriteVault } from '../handles'
import { profile } from '../tables'

const DAY_MS = 86_400_000

/** What the vault remembers of its backups. */
export interface BackupNotes {
  folder: string | null
  /** ISO instant. */
  lastMadeAt: string | null
  reminderDays: ReminderDays
  isByItself: boolean
  /** When the vault was made, ISO. */
  createdAt: string
}

/** Reads it. */
export function readBackupNotes(vault: ReadVault): BackupNotes {
  const [row] = vault.select().from(profile).all()
  return {
    folder: row?.backupFolder ?? null,
    lastMadeAt: row?.backupMadeAt ?? null,
    // A number of days that is not among the choices reminds of nothing.
    reminderDays: ReminderDays.catch(null).parse(row?.backupReminderDays ?? null),
    isByItself: row?.backupByItself ?? false,
    createdAt: row?.createdAt ?? new Date(0).toISOString(),
  }
}

/** Notes a backup that is on the disk. */
export function noteBackup(vault: WriteVault, folder: string, madeAt: Date): void {
  vault.update(profile).set({ backupFolder: folder, backupMadeAt: madeAt.toISOString() }).run()
}

/** Sets how often somebody is reminded, and whether it is made by itself then; undefined: as it was. */
export function setReminder(vault: WriteVault, days: ReminderDays, isByItself?: boolean): void {
  vault
    .update(profile)
    .set({ backupReminderDays: days, ...(isByItself === undefined ? {} : { backupByItself: isByItself }) })
    .run()
}

/** True when the reminder's days are over since the last backup; before the first, since the vault was made. */
export function isReminderDue({ lastMadeAt, createdAt, reminderDays }: BackupNotes, now: Date): boolean {
  if (reminderDays === null) return false
  return now.getTime() - Date.parse(lastMadeAt ?? createdAt) >= reminderDays * DAY_MS
}

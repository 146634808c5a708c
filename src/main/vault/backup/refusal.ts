/** @file What a refused folder or backup is answered as. */
import { ORPCError } from '@orpc/server'
import type { BackupProblem, PlaceProblem } from '../../../contract/backup'
import { unlockedErrors } from '../../../contract/primitives'
import { isDiskFull } from '../contract-errors'
import { DatabaseMovedError } from '../database/opened'
import { asUnusable } from '../problems'
import { BackupNotWrittenError } from './make'
import { BackupPlaceError } from './place'
import { BackupUnusableError } from './stage'

/**
 * What went wrong with a backup, by name: a refusal of its folder or file as it is, whatever the system's error behind it
 * says; a full disk as it is; any other trouble of this computer's own disk as `VaultUnusableError`.
 */
export function asBackupRefusal(thrown: unknown): unknown {
  const isNamed =
    thrown instanceof BackupPlaceError ||
    thrown instanceof BackupUnusableError ||
    thrown instanceof BackupNotWrittenError
  return isNamed || isDiskFull(thrown) ? thrown : asUnusable(thrown)
}

/** What a refused folder or backup is answered as; anything else as it was thrown. */
export function refusalOfBackup(thrown: unknown): unknown {
  if (thrown instanceof BackupPlaceError) {
    const data: { problem: PlaceProblem } = { problem: thrown.problem }
    return new ORPCError('BACKUP_PLACE', { message: thrown.message, data })
  }
  if (thrown instanceof BackupUnusableError) {
    const data: { problem: BackupProblem } = { problem: thrown.problem }
    return new ORPCError('BACKUP_UNUSABLE', { message: thrown.message, data })
  }
  if (thrown instanceof BackupNotWrittenError) {
    return new ORPCError('BACKUP_NOT_WRITTEN', { message: thrown.message })
  }
  if (thrown instanceof DatabaseMovedError) {
    return new ORPCError('BACKUP_NOT_WRITTEN', { message: thrown.message })
  }
  if (isDiskFull(thrown)) return new ORPCError('DISK_FULL', unlockedErrors.DISK_FULL)
  return thrown
}

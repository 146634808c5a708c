/** @file What a refused folder or backup is answered as. */
import { ORPCError } from '@orpc/server'
import type { BackupProblem, PlaceProblem } from '../../../contract/backup'
import { unlockedErrors } from '../../../contract/primitives'
import { isDiskFull } from '../contract-errors'
import { BackupNotWrittenError } from './make'
import { BackupPlaceError } from './place'
import { BackupUnusableError } from './stage'

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
  if (isDiskFull(thrown)) return new ORPCError('DISK_FULL', unlockedErrors.DISK_FULL)
  return thrown
}

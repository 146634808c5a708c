/** @file What the frame may use of the vault's screens. The unlock screen is the first paint. */
import { loaded } from '../ui/loaded'

export { UnlockScreen } from './UnlockScreen'

/** What stands between unlocking and the console, and the strip above it: date, damaged or missing records. */
export const AfterUnlock = loaded(async () => (await import('./after-unlock/AfterUnlock')).AfterUnlock)

/** The page What is kept. */
export const KeptPage = loaded(async () => (await import('./KeptPage')).KeptPage)

/** The recovery sheet of a vault that was just made. */
export const RecoverySheet = loaded(async () => (await import('./sheet/RecoverySheet')).RecoverySheet)

/** Making a new recovery sheet, as a part of a page. */
export const NewSheet = loaded(async () => (await import('./sheet/NewSheet')).NewSheet)

/** The page Backup. */
export const BackupPage = loaded(async () => (await import('./backup/BackupPage')).BackupPage)

/** Makes a backup when one is due and the person wants that; nothing to see. */
export const QuietBackup = loaded(async () => (await import('./backup/QuietBackup')).QuietBackup)

/** Making this computer's vault from a backup, as a part of first start. */
export const RestoreBackup = loaded(async () => (await import('./backup/RestoreBackup')).RestoreBackup)

/** The page Passphrase. */
export const PassphrasePage = loaded(async () => (await import('./secrets/PassphrasePage')).PassphrasePage)

/** The page Recovery sheet. */
export const RecoveryPage = loaded(async () => (await import('./sheet/RecoveryPage')).RecoveryPage)

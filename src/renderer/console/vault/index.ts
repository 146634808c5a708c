/** @file What the frame may use of the vault's screens. The unlock screen is the first paint. */
import { loaded } from '../ui/loaded'

export { UnlockScreen } from './UnlockScreen'

/** What stands between unlocking and the console, and the strip above it: date, damaged or missing records. */
export const AfterUnlock = loaded(async () => (await import('./after-unlock/AfterUnlock')).AfterUnlock)

/** The page What is kept. */
export const KeptPage = loaded(async () => (await import('./KeptPage')).KeptPage)

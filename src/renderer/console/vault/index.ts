/** @file What the frame may use of the vault's screens. The unlock screen is the first paint. */
import { lazy } from 'react'

export { FirstStart } from './LazyFirstStart'
export { UnlockScreen } from './UnlockScreen'

/** The page What is kept. */
export const KeptPage = lazy(async () => ({ default: (await import('./KeptPage')).KeptPage }))

/** @file What the frame and other domains may use of the vault's screens. The unlock screen is the first paint. */
import { lazy } from 'react'

export { UnlockScreen } from './UnlockScreen'

/** Vault, recovery sheet, charter, contacts: shown where there is no vault yet. */
export const FirstStart = lazy(async () => ({ default: (await import('./FirstStart')).FirstStart }))

/** The page What is kept. */
export const KeptPage = lazy(async () => ({ default: (await import('./KeptPage')).KeptPage }))

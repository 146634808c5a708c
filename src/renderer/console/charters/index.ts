/** @file What the frame and other domains may use of the charters. */
import { lazy } from 'react'

/** The chosen charter: values, settings with their sources, clauses. */
export const CharterPage = lazy(async () => ({ default: (await import('./CharterPage')).CharterPage }))

/** Offers the complete packs and names the refused ones. */
export const ChooseCharter = lazy(async () => ({ default: (await import('./ChooseCharter')).ChooseCharter }))

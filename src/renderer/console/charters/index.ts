/** @file What the frame and other domains may use of the charters. */
import { loaded } from '../ui/loaded'

/** The chosen charter: values, settings with their sources, clauses. */
export const CharterPage = loaded(async () => (await import('./CharterPage')).CharterPage)

/** Offers the complete packs and names the refused ones. */
export const ChooseCharter = loaded(async () => (await import('./ChooseCharter')).ChooseCharter)

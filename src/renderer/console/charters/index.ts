/** @file What the frame and other domains may use of the charters. */
import { loaded } from '../ui/loaded'

export { useComingVersions } from './coming-versions'

/** The chosen charter: values, settings with their sources, clauses. */
export const CharterPage = loaded(async () => (await import('./CharterPage')).CharterPage)

/** Whom one turns to under a charter, by role. */
export const Contacts = loaded(async () => (await import('./Contacts')).Contacts)

/** A version of a charter that waits for its day, or to be read. */
export const NewVersion = loaded(async () => (await import('./NewVersion')).NewVersion)

/** Offers the complete packs and names the refused ones. */
export const ChooseCharter = loaded(async () => (await import('./ChooseCharter')).ChooseCharter)

/** One charter that is being written. */
export const ComposerPage = loaded(async () => (await import('./composer/ComposerPage')).ComposerPage)

/** Charters that are being written, and where a new one begins. */
export const ComposeListPage = loaded(
  async () => (await import('./composer/ComposeListPage')).ComposeListPage,
)

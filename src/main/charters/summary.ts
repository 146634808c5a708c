/** @file A pack as a list shows it. */
import type { CharterPack, CharterSummary } from '../../contract/charters'

/** Its few words for a list. */
export const summaryOf = ({
  id,
  version,
  name,
  organization,
  about,
  jurisdiction,
}: CharterPack): CharterSummary => ({ id, version, name, organization, about, jurisdiction })

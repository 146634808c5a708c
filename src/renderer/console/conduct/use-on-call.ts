/** @file The organization's contacts: on call, for the facilitator's own eyes, and the one that everybody is told. */
import { useQuery } from '@tanstack/react-query'
import type { OnCallContact } from '../../../contract/conduct'
import { queries } from '../queries'

/**
 * Reads it and keeps it while the page lives, so that a lost connection takes no number away.
 *
 * @returns null until known, where none is set, and where the vault is locked.
 */
export const useOnCall = (): OnCallContact | null => useSettings()?.onCall ?? null

/**
 * How anybody of the group reaches the organization, to be said to everyone; never the on-call number.
 *
 * @param organization - its name, which stands for it where nothing else is set or known.
 */
export const useGroupContact = (organization: string): string => useSettings()?.groupContact ?? organization

const useSettings = () =>
  useQuery(
    queries.conduct.crisisSettings.queryOptions({ staleTime: 60_000, gcTime: Number.POSITIVE_INFINITY }),
  ).data

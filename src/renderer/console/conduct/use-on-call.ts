/** @file The organization's on-call contact, for the facilitator's own eyes. */
import { useQuery } from '@tanstack/react-query'
import type { OnCallContact } from '../../../contract/conduct'
import { queries } from '../queries'

/**
 * Reads it and keeps it while the page lives, so that a lost connection takes no number away.
 *
 * @returns null until known, where none is set, and where the vault is locked.
 */
export const useOnCall = (): OnCallContact | null =>
  useQuery(
    queries.conduct.crisisSettings.queryOptions({ staleTime: 60_000, gcTime: Number.POSITIVE_INFINITY }),
  ).data?.onCall ?? null

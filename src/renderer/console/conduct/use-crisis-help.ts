/** @file The region's help and the on-call contact, as the facilitator set them. */
import { useQuery } from '@tanstack/react-query'
import { client } from '../client'
import type { CrisisHelp } from './CrisisResources'

/**
 * Reads them and keeps them while the page lives, so that a lost connection takes no number away.
 *
 * @returns empty until known, or where the vault is locked and no region was set.
 */
export const useCrisisHelp = (): CrisisHelp => {
  const settings = useQuery({
    queryKey: ['conduct', 'crisisSettings'],
    queryFn: () => client.conduct.crisisSettings(),
    staleTime: 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const region = settings.data?.region ?? ''
  const resources = useQuery({
    queryKey: ['conduct', 'resources', region],
    queryFn: () => client.conduct.crisisResources({ region }),
    enabled: settings.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return { resources: resources.data ?? [], onCall: settings.data?.onCall ?? null }
}

/** @file What the crisis parts ask for. */
import { queryOptions } from '@tanstack/react-query'
import { client } from '../../client'

/** The facilitator's region and on-call contact. */
export const crisisSettingsQuery = queryOptions({
  queryKey: ['conduct', 'crisisSettings'],
  queryFn: () => client.conduct.crisisSettings(),
})

/** Regions with resources. */
export const crisisRegionsQuery = queryOptions({
  queryKey: ['conduct', 'regions'],
  queryFn: () => client.conduct.crisisRegions(),
})

/** A region's resources. */
export const crisisResourcesQuery = (region: string) =>
  queryOptions({
    queryKey: ['conduct', 'resources', region],
    queryFn: () => client.conduct.crisisResources({ region }),
  })

/** @file Reports discarded within the last ten seconds: gone from the list, not yet from the vault. */
import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { ReportId } from '../../../contract/primitives'

const key = ['reporting', 'leaving'] as const
const none: readonly ReportId[] = []

/** Ids that are about to go. */
export const useLeavingReports = (): readonly ReportId[] =>
  useQuery<readonly ReportId[]>({ queryKey: key, queryFn: skipToken }).data ?? none

/** Marks one as about to go, or as staying. */
export const setLeavingReport = (cache: QueryClient, id: ReportId, isLeaving: boolean): void => {
  cache.setQueryData<readonly ReportId[]>(key, (ids = none) => {
    const others = ids.filter((other) => other !== id)
    return isLeaving ? [...others, id] : others
  })
}

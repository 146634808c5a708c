/** @file Debriefs discarded within the last ten seconds: gone from the list, not yet from the vault. */
import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { DebriefId } from '../../../contract/primitives'

const key = ['debrief', 'leaving'] as const
const none: readonly DebriefId[] = []

/** Ids that are about to go. */
export const useLeaving = (): readonly DebriefId[] =>
  useQuery<readonly DebriefId[]>({ queryKey: key, queryFn: skipToken }).data ?? none

/** Marks one as about to go, or as staying. */
export const setLeaving = (cache: QueryClient, id: DebriefId, isLeaving: boolean): void => {
  cache.setQueryData<readonly DebriefId[]>(key, (ids = none) => {
    const others = ids.filter((other) => other !== id)
    return isLeaving ? [...others, id] : others
  })
}

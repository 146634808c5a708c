/** @file Under which charters a debrief can be begun: the chosen one and those of the groups, where they know debriefs. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { PackId } from '../../../contract/primitives'
import { queries } from '../queries'

/** The charters that offer a debrief, the chosen one first. `isOff`: all are known, and none of them does. */
export const useDebriefCharters = (): {
  charters: readonly { id: PackId; name: string }[]
  isOff: boolean
} => {
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const ids = [
    ...new Set([
      ...(chosen.data ? [chosen.data.id] : []),
      ...(groups.data ?? []).map(({ charterId }) => charterId),
    ]),
  ]
  const packs = useQueries({
    queries: ids.map((charterId) =>
      queries.charters.get.queryOptions({ input: { charterId }, staleTime: Number.POSITIVE_INFINITY }),
    ),
  })
  const known = packs.flatMap(({ data }) => data ?? [])
  const charters = known.filter(({ settings }) => settings.debrief.value !== 'off')
  const isKnown = groups.data !== undefined && ids.length > 0 && known.length === ids.length
  return {
    charters: charters.map(({ id, name }) => ({ id, name })),
    isOff: isKnown && charters.length === 0,
  }
}

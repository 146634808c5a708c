/** @file All installed charters whole, for the names of their reasons. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Asked } from '../Answered'
import { queries } from '../queries'
import type { PacksById } from './measure-words'

/** The installed charters by id: there when all of them are. */
export const usePacks = (): Asked<PacksById> => {
  const list = useQuery(queries.charters.list.queryOptions())
  const packs = useQueries({
    queries: (list.data?.charters ?? []).map(({ id }) =>
      queries.charters.get.queryOptions({ input: { charterId: id } }),
    ),
  })
  const whole = packs.flatMap(({ data }) => (data ? [data] : []))
  const isThere = list.data !== undefined && whole.length === packs.length
  return {
    data: isThere ? new Map(whole.map((pack) => [pack.id, pack])) : undefined,
    error: list.error ?? packs.find(({ error }) => error)?.error ?? null,
    refetch: () => {
      for (const asked of [list, ...packs]) if (asked.error) void asked.refetch()
    },
  }
}

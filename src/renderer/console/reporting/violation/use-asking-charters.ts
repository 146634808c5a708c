/** @file The charters here that ask for a report to a platform: the chosen one, and those of groups. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Evidence } from '../../../../contract/charter-settings'
import type { CharterPack } from '../../../../contract/charters'
import { queries } from '../../queries'

/** A charter that asks, and what may be kept for it. */
export interface AskingCharter {
  pack: CharterPack
  evidence: Exclude<Evidence, { kind: 'none' }>
}

/** Those that are known so far, the chosen one first. */
export const useAskingCharters = (): readonly AskingCharter[] => {
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const ids = new Set([
    ...(chosen.data ? [chosen.data.id] : []),
    ...(groups.data ?? []).map(({ charterId }) => charterId),
  ])
  const packs = useQueries({
    queries: [...ids].map((charterId) => queries.charters.get.queryOptions({ input: { charterId } })),
  })
  return packs.flatMap(({ data: pack }) => {
    const evidence = pack?.settings.evidence.value
    return pack && evidence && evidence.kind !== 'none' ? [{ pack, evidence }] : []
  })
}

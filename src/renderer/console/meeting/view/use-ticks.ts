/** @file Ticks of the facilitator's own work in this session: shown at once, kept by the vault. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Phase } from '../../../../contract/conduct'
import type { SessionId } from '../../../../contract/primitives'
import { client } from '../../client'

/** Ticked items by phase, and ticking. */
export interface Ticks {
  isTicked(phase: Phase, itemId: string): boolean
  tick(phase: Phase, itemId: string, isTicked: boolean): void
  /** The last tick was not saved; it shows as it was. */
  hasFailed: boolean
}

/** Follows them for one session. */
export const useTicks = (sessionId: SessionId): Ticks => {
  const queries = useQueryClient()
  const queryKey = ['conduct', 'ticks', sessionId]
  const kept = useQuery({ queryKey, queryFn: () => client.conduct.ticks({ sessionId }) })
  const ticking = useMutation({
    mutationFn: (input: { phase: Phase; itemId: string; isTicked: boolean }) =>
      client.conduct.tick({ sessionId, ...input }),
    onSuccess: (ticks) => queries.setQueryData(queryKey, ticks),
  })
  const pending = ticking.isPending ? ticking.variables : undefined
  return {
    isTicked: (phase, itemId) =>
      pending?.phase === phase && pending.itemId === itemId
        ? pending.isTicked
        : (kept.data?.some((tick) => tick.phase === phase && tick.itemId === itemId) ?? false),
    tick: (phase, itemId, isTicked) => ticking.mutate({ phase, itemId, isTicked }),
    hasFailed: ticking.isError,
  }
}

/** @file Ticks of the facilitator's own work in one session: shown at once, kept by the vault. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Phase } from '../../../contract/conduct'
import type { SessionId } from '../../../contract/primitives'
import { client } from '../client'
import { queries } from '../queries'

/** Ticked items by phase, and ticking. */
export interface Ticks {
  isTicked(phase: Phase, itemId: string): boolean
  tick(phase: Phase, itemId: string, isTicked: boolean): void
  /** Why the last tick was not kept, or the ticks not read; null when all is well. A lost tick shows as it was. */
  error: unknown
}

const keyOf = (phase: Phase, itemId: string): string => `${phase} ${itemId}`

/**
 * Follows the ticks of one session.
 *
 * @param isKept - false for a drill: what is ticked stays in this page's memory and goes with the room.
 */
export const useTicks = (sessionId: SessionId, isKept = true): Ticks => {
  const cache = useQueryClient()
  const { queryKey, queryFn } = queries.conduct.ticks.queryOptions({ input: { sessionId } })
  // What was pressed and not answered yet. It shows at once; where it is not kept it goes back, and that is said.
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map())
  const kept = useQuery({ queryKey, queryFn, enabled: isKept })
  const ticking = useMutation({
    mutationFn: (input: { phase: Phase; itemId: string; isTicked: boolean }) =>
      client.conduct.tick({ sessionId, ...input }),
    // The answer is the truth; two quick ticks are answered in order.
    scope: { id: `tick ${sessionId}` },
    onSuccess: (ticks) => cache.setQueryData(queryKey, ticks),
    onSettled: (_ticks, _error, { phase, itemId }) =>
      setPressed((now) => new Map([...now].filter(([key]) => key !== keyOf(phase, itemId)))),
  })
  return {
    isTicked: (phase, itemId) =>
      pressed.get(keyOf(phase, itemId)) ??
      kept.data?.some((tick) => tick.phase === phase && tick.itemId === itemId) ??
      false,
    tick: (phase, itemId, isTicked) => {
      setPressed((now) => new Map(now).set(keyOf(phase, itemId), isTicked))
      if (isKept) ticking.mutate({ phase, itemId, isTicked })
    },
    error: ticking.error ?? kept.error,
  }
}

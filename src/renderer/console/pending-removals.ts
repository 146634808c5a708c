/** @file Records discarded within the last ten seconds: gone from their list, not yet from the vault. */
import { createPageStore, usePageStore } from './page-store'

const pending = createPageStore<ReadonlySet<string>>({ name: 'console.pendingRemovals', initial: new Set() })

/** Ids of records that are about to go, as React state. */
export const usePendingRemovals = (): ReadonlySet<string> => usePageStore(pending)

/** Marks a record as about to go, or as staying. */
export const setPendingRemoval = (id: string, isPending: boolean): void =>
  pending.update((now) => {
    const next = new Set(now)
    if (isPending) next.add(id)
    else next.delete(id)
    return next
  })

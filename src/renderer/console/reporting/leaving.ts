/** @file Reports discarded within the last ten seconds: gone from the list, not yet from the vault. */
import type { ReportId } from '../../../contract/primitives'
import { createPageStore, usePageStore } from '../page-store'

const leaving = createPageStore<readonly ReportId[]>({ name: 'reporting.leaving', initial: [] })

/** Ids that are about to go. */
export const useLeavingReports = (): readonly ReportId[] => usePageStore(leaving)

/** Marks one as about to go, or as staying. */
export const setLeavingReport = (id: ReportId, isLeaving: boolean): void =>
  leaving.update((ids) => {
    const others = ids.filter((other) => other !== id)
    return isLeaving ? [...others, id] : others
  })

/**
 * @file Writing that is not stored yet, kept while another page is open. It lives in the query cache, which
 * the console clears when it locks: in memory only, and gone with everything else.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { PackId } from '../../../contract/primitives'
import { type Findings, settleNames, type Writing } from './writing'

/** Writing laid aside, with what the linter had found in it. */
export interface LaidAside {
  writing: Writing
  findings: Findings
  chosen: ReadonlySet<PackId>
}

/** Slot of a debrief that has no id yet. */
export const NEW_SLOT = 'new'

const keyOfSlot = (slot: string) => ['debrief', 'inHand', slot] as const

/** What is laid aside under an id, or under `NEW_SLOT`. */
export const readInHand = (cache: QueryClient, slot: string): LaidAside | undefined =>
  cache.getQueryData<LaidAside>(keyOfSlot(slot))

/** Lets go of it. */
export const dropInHand = (cache: QueryClient, slot: string): void =>
  cache.removeQueries({ queryKey: keyOfSlot(slot), exact: true })

/**
 * Lays writing aside until the console locks.
 *
 * @param namesUntilMs - when the room's names leave memory (epoch milliseconds): names still in the text are
 * taken out of it then, so that they do not outlive the list. Null: no names are known.
 */
export const layAside = (
  cache: QueryClient,
  slot: string,
  aside: LaidAside,
  namesUntilMs: number | null,
): void => {
  cache.setQueryDefaults(['debrief', 'inHand'], {
    gcTime: Number.POSITIVE_INFINITY,
    staleTime: Number.POSITIVE_INFINITY,
  })
  cache.setQueryData<LaidAside>(keyOfSlot(slot), aside)
  if (namesUntilMs === null) return
  setTimeout(
    () => {
      // Locked, resumed or saved meanwhile: there is nothing of it left here.
      if (readInHand(cache, slot) === aside)
        cache.setQueryData<LaidAside>(keyOfSlot(slot), withoutNames(aside))
    },
    Math.max(0, namesUntilMs - Date.now()),
  )
}

/** The same writing with every room name that was found taken out. */
export const withoutNames = ({ writing, findings, chosen }: LaidAside): LaidAside => ({
  writing: settleNames(writing, findings, new Map()).content,
  findings: new Map(),
  chosen,
})

/** A new debrief got its id after it was laid aside: it moves under that id, so that it is created once. */
export const followId = (cache: QueryClient, stored: Writing, namesUntilMs: number | null): void => {
  const aside = readInHand(cache, NEW_SLOT)
  if (!aside || aside.writing.debriefId !== null || stored.debriefId === null) return
  dropInHand(cache, NEW_SLOT)
  const writing = { ...aside.writing, debriefId: stored.debriefId, stored: stored.stored }
  layAside(cache, stored.debriefId, { ...aside, writing }, namesUntilMs)
}

/** Slots of what is laid aside, for the list. */
export const slotsInHand = (cache: QueryClient): ReadonlySet<string> =>
  new Set(
    cache
      .getQueriesData<LaidAside>({ queryKey: ['debrief', 'inHand'] })
      .filter(([, aside]) => aside !== undefined)
      .map(([key]) => String(key[2])),
  )

/** @file Words typed to somebody and not sent yet: one box per person, wherever it is shown, in memory only. */
import { useCallback, useState } from 'react'

/** What stands in the box for each person. */
export interface Drafts {
  /** Empty when nothing was typed. */
  of: (personId: string) => string
  /** Replaces it by a function of what stands there then. */
  change: (personId: string, how: (now: string) => string) => void
}

/** Makes the boxes, empty. They go with the live room. */
export const useDrafts = (): Drafts => {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const change = useCallback((personId: string, how: (now: string) => string) => {
    setDrafts((now) => new Map(now).set(personId, how(now.get(personId) ?? '')))
  }, [])
  return { of: (personId) => drafts.get(personId) ?? '', change }
}

/** @file An autosave as React state. */
import { useSyncExternalStore } from 'react'
import type { Autosave, Snapshot } from './autosave'

/** What an autosave shows now. */
export const useAutosave = <V, S, H>(autosave: Autosave<V, S, H>): Snapshot<V, S, H> =>
  useSyncExternalStore(autosave.subscribe, autosave.snapshot)

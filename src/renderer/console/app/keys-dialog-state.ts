/** @file Whether the list of keys is open: the navigation opens it, the dialog shows it. */
import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()
const set = (next: boolean) => {
  isOpen = next
  for (const listener of listeners) listener()
}

/** Opens the list of keys. */
export const openKeysDialog = (): void => set(true)
/** Closes it. */
export const closeKeysDialog = (): void => set(false)
/** Whether it is open, as React state. */
export const useIsKeysDialogOpen = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOpen,
  )

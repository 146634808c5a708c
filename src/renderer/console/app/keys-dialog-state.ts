/** @file Whether the list of keys is open: the navigation opens it, the dialog shows it. */
import { createPageStore, usePageStore } from '../page-store'

const isOpen = createPageStore({ name: 'app.isKeysDialogOpen', initial: false })

/** Opens the list of keys. */
export const openKeysDialog = (): void => isOpen.set(true)
/** Closes it. */
export const closeKeysDialog = (): void => isOpen.set(false)
/** Whether it is open, as React state. */
export const useIsKeysDialogOpen = (): boolean => usePageStore(isOpen)

/** @file Whether the search for an act is open, and its key: the navigation names it, the palette catches it. */
import { createPageStore, usePageStore } from '../../page-store'

const isOpen = createPageStore({ name: 'app.isPaletteOpen', initial: false })

/** Opens the search. */
export const openPalette = (): void => isOpen.set(true)
/** Closes it. */
export const closePalette = (): void => isOpen.set(false)
/** Whether it is open. */
export const readIsPaletteOpen = (): boolean => isOpen.read()
/** Whether it is open, as React state. */
export const useIsPaletteOpen = (): boolean => usePageStore(isOpen)

/** Its key, with Ctrl or Command. It is never another. */
export const FIND_LETTER = 'K'

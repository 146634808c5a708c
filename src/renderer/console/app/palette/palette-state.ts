/** @file Whether the search for an act is open, and its key: the navigation names it, the palette catches it. */
import { createPageStore, usePageStore } from '../../page-store'
import { isMac } from '../../ui/key-match'

const isOpen = createPageStore({ name: 'app.isPaletteOpen', initial: false })

/** Opens the search. */
export const openPalette = (): void => isOpen.set(true)
/** Closes it. */
export const closePalette = (): void => isOpen.set(false)
/** Whether it is open. */
export const readIsPaletteOpen = (): boolean => isOpen.read()
/** Whether it is open, as React state. */
export const useIsPaletteOpen = (): boolean => usePageStore(isOpen)

/** Its key on this computer: its name in the list of keys, and as `aria-keyshortcuts` wants it. It is never another. */
export const findKey = (): { name: string; aria: string } =>
  isMac() ? { name: 'Command+K', aria: 'Meta+K' } : { name: 'Ctrl+K', aria: 'Control+K' }

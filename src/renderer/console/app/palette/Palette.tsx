/**
 * @file Find an act: every act on this page that has a name, by typing part of it. Opened by Ctrl+K or Command+K while
 * the console has the keyboard. Acts only: no name of a person or a group is in it, and nothing typed is remembered.
 */
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { commandKey, isCommandKey, isMac } from '../../ui/key-match'
import { useFixedKey } from '../../ui/keys'
import { OwnActs } from './OwnActs'
import { PaletteDialog } from './PaletteDialog'
import { closePalette, FIND_LETTER, openPalette, readIsPaletteOpen, useIsPaletteOpen } from './palette-state'
import './words'

/** Catches the key, and shows the search while it is open. */
export const Palette = () => {
  const { t } = useTranslation('palette')
  const isOpen = useIsPaletteOpen()
  useFixedKey(commandKey(FIND_LETTER).name, t('title'))
  const toggle = useCallback((event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isCommandKey(event, FIND_LETTER, { isMac: isMac() })) return
    // The browser's own search is nobody's wish here, also where ours does not come.
    event.preventDefault()
    if (event.repeat) return
    if (readIsPaletteOpen()) closePalette()
    // What has to be answered first is answered first.
    else if (document.querySelector('[aria-modal="true"]') === null) openPalette()
  }, [])
  useEffect(() => {
    addEventListener('keydown', toggle)
    return () => removeEventListener('keydown', toggle)
  }, [toggle])
  // It goes with the page it is on: behind the lock nothing of it is there, and it does not come back by itself.
  useEffect(() => closePalette, [])
  return (
    <>
      <OwnActs />
      {isOpen ? <PaletteDialog /> : null}
    </>
  )
}

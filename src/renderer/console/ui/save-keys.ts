/**
 * @file Keys that save what is written on a page: the person's own, Ctrl+S or Command+S, and Enter in a box of one line. And
 * the browser's own Ctrl+S, which would write the page as it stands into a file, is held back everywhere.
 */
import { type RefObject, useEffect } from 'react'
import { commandKey, isCommandKey, isMac, takesText } from './key-match'
import { useFixedKey, useKey, useShownKey } from './keys'

const LETTER = 'S'
const isSaveKey = (event: KeyboardEvent): boolean => isCommandKey(event, LETTER, { isMac: isMac() })

/** What has to be answered first is answered first. */
const isAsked = (): boolean => document.querySelector('[aria-modal="true"]') !== null

/**
 * Saves by key while mounted. Both keys are listed, and the act is found by its name.
 *
 * @param called - the act's name, as its control has it.
 * @param save - what to do; undefined while it cannot be done, or is being done.
 * @returns what the control says of its keys.
 */
export const useSaveKeys = (
  called: string,
  save: (() => void) | undefined,
): { 'aria-keyshortcuts': string } => {
  useKey({ code: 'KeyS', isAlt: true, shownAs: 'Alt S' }, called, save)
  const { name, aria } = commandKey(LETTER)
  useFixedKey(name, called)
  useEffect(() => {
    if (!save) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isSaveKey(event) && !event.repeat && !isAsked()) save()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [save])
  return { 'aria-keyshortcuts': `${useShownKey('Alt S').aria} ${aria}` }
}

/**
 * Holds the browser's own saving back on the whole page while mounted: the file that it writes would hold the names of
 * an open room, or words of the vault, in plain text.
 */
export const useNoPageSave = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isSaveKey(event)) event.preventDefault()
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [])
}

/**
 * Enter in a box of one line does what the form's one button does. There are no forms to submit, since a browser
 * remembers what was typed in them.
 *
 * @param form - what holds the boxes.
 * @param act - what its button does; undefined while it is being done.
 */
export const useEnterActs = (form: RefObject<HTMLElement | null>, act: (() => void) | undefined): void => {
  useEffect(() => {
    const place = form.current
    if (place === null || !act) return
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, target, repeat, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event
      if (key !== 'Enter' || repeat || isComposing || altKey || ctrlKey || metaKey || shiftKey) return
      if (event.defaultPrevented || !(target instanceof HTMLInputElement) || !takesText(target)) return
      event.preventDefault()
      act()
    }
    place.addEventListener('keydown', onKeyDown)
    return () => place.removeEventListener('keydown', onKeyDown)
  }, [form, act])
}

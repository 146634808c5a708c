/** @file What was opened from a button gives the keyboard back to it as it closes. */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * @param isOpen - whether it is open now; the button may be out of the page meanwhile.
 * @returns for the button.
 */
export const useOpenerFocus = (isOpen: boolean): RefObject<HTMLButtonElement | null> => {
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return opener
}

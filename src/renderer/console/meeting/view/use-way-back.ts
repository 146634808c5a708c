/** @file Where the keyboard was before something opened in the rail, and the way back to it. */
import { useCallback, useRef } from 'react'

/**
 * Remembers what opened something, by a press or by a key, and goes back to it.
 *
 * @param otherwise - takes the keyboard where the opener is gone.
 */
export const useWayBack = (otherwise: () => void): { remember: () => void; goBack: () => void } => {
  const opener = useRef<Element | null>(null)
  const remember = useCallback(() => {
    opener.current = document.activeElement
  }, [])
  const goBack = useCallback(() => {
    const { current } = opener
    opener.current = null
    // Only once what was opened is gone: until then it holds the keyboard.
    requestAnimationFrame(() => {
      const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body
      if (isThere && !current.matches(':disabled')) current.focus()
      else otherwise()
    })
  }, [otherwise])
  return { remember, goBack }
}

/**
 * @file A key that is held down presses a control once. A browser presses a button again for every repeat of Enter:
 * a slow hand would tell a whole room the same thing twenty times, or answer the question that the first press asked.
 */
import { useEffect } from 'react'

/** What Enter presses. Space does so as it is let go, which is once anyway; in words it is a new line. */
const PRESSED = 'button, summary, a[href], [role="button"]'

/** Acts on the whole page while mounted: repeats of Enter on a control press nothing. */
export const useOnePress = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.repeat || event.key !== 'Enter') return
      if (event.target instanceof Element && event.target.closest(PRESSED)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

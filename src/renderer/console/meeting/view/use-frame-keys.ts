/** @file Whether the meeting's frame has the keyboard: then our keys do not act, and the status line says so. */
import { useEffect, useState } from 'react'

/** True while an iframe of this page has focus. */
export const useFrameHasKeys = (): boolean => {
  const [hasKeys, setHasKeys] = useState(false)
  useEffect(() => {
    const look = (): void => setHasKeys(document.activeElement?.tagName === 'IFRAME')
    // The window is blurred just before the frame becomes the active element.
    const lookSoon = (): void => void setTimeout(look, 0)
    addEventListener('blur', lookSoon)
    addEventListener('focus', look)
    document.addEventListener('focusin', look)
    return () => {
      removeEventListener('blur', lookSoon)
      removeEventListener('focus', look)
      document.removeEventListener('focusin', look)
    }
  }, [])
  return hasKeys
}

/** @file The present instant as React state, renewed while a page is shown. */
import { useEffect, useState } from 'react'

/**
 * The present instant, in milliseconds since the epoch.
 *
 * @param everyMs - how often it is renewed; also when the window is shown again.
 */
export const useNow = (everyMs: number): number => {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const renew = () => setNowMs(Date.now())
    const timer = setInterval(renew, everyMs)
    // A laptop that slept comes back with an old time on screen.
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [everyMs])
  return nowMs
}

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

/**
 * An instant that has passed, in milliseconds since the epoch: the present one, or, where the clock of the computer
 * was put back, what the main process knew to have passed and what has gone by since.
 *
 * @param passedAt - what the main process answered.
 */
export const usePassed = (passedAt: string): number => {
  const nowMs = useNow(15_000)
  const [answered, setAnswered] = useState(() => ({ passedAt, atMs: performance.now() }))
  if (answered.passedAt !== passedAt) setAnswered({ passedAt, atMs: performance.now() })
  return Math.max(nowMs, Date.parse(answered.passedAt) + performance.now() - answered.atMs)
}

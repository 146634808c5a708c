/**
 * @file Locking by itself where nobody has touched the console for a while: a laptop left open on a kitchen table. Never
 * while a room is open, whose facilitator must not lose their tools: then the screen is covered instead. And never where it
 * would take something that is not stored.
 */
import { useEffect } from 'react'
import { flushAtStake, holdsIdleLock } from '../../at-stake'
import { client } from '../../client'
import { coverRoom } from '../../meeting'
import { createPageStore, usePageStore } from '../../page-store'
import { usePreferences } from '../../preferences'
import { useUndo } from '../../ui/undo'

/** How often it is looked at, in milliseconds. A timer that was asleep is late, and the clocks tell. */
const LOOK_EVERY_MS = 15_000

/** The last two: a hand in the meeting's own frame is seen by the keyboard's going there and coming back alone. */
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'blur', 'focus'] as const

const idleLock = createPageStore({
  name: 'console.idleLock',
  initial: { isLockedForIdle: false },
  outlivesLockBecause: 'the lock screen says why it is there; it holds no word',
})

/** True while the lock screen stands because nobody touched the console. */
export const useLockedForIdle = (): boolean => usePageStore(idleLock).isLockedForIdle

/** Once it was unlocked again. */
export const clearLockedForIdle = (): void => idleLock.set({ isLockedForIdle: false })

/** The two clocks: the one stands still while the machine sleeps in some systems, the other can be set. */
const clocks = () => ({ elapsedMs: performance.now(), nowMs: Date.now() })

/**
 * Watches while the console is unlocked.
 *
 * @param isInRoom - a room is open: it is never locked then, and covered instead.
 */
export const useIdleLock = (isInRoom: boolean): void => {
  const { flush } = useUndo()
  const { idleLockMinutes } = usePreferences()
  useEffect(() => {
    let last = clocks()
    let isLocking = false
    const touched = () => {
      last = clocks()
    }
    const lock = async () => {
      // Behind the lock, what waits for undo would be lost. Where it fails, its own page has said so.
      await flush().catch(() => undefined)
      await flushAtStake()
      // Words that cannot be stored, or a sheet that is shown once: only a person may give these up.
      if (holdsIdleLock() || !isIdle()) return
      idleLock.set({ isLockedForIdle: true })
      await client.vault.lock()
    }
    const isIdle = () => {
      const now = clocks()
      const idleMs = Math.max(now.elapsedMs - last.elapsedMs, now.nowMs - last.nowMs)
      return idleMs >= idleLockMinutes * 60_000
    }
    const look = () => {
      if (isLocking || !isIdle()) return
      if (isInRoom) {
        coverRoom({ kind: 'idle', minutes: idleLockMinutes })
        return
      }
      isLocking = true
      void lock()
        .catch(clearLockedForIdle)
        .finally(() => {
          isLocking = false
        })
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const name of touches) addEventListener(name, touched, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const name of touches) removeEventListener(name, touched, { capture: true })
    }
  }, [isInRoom, flush, idleLockMinutes])
}

/** @file Locking the console by hand: what waits for undo is carried out, what was typed is stored, then it locks. */
import { useCallback, useRef } from 'react'
import { client } from '../../client'
import { useUndo } from '../../ui/undo'
import { mayLock } from './leaving'

/** Locks, after storing what was typed; asks where some of it could not be stored. */
export const useLockConsole = (): (() => void) => {
  const { flush } = useUndo()
  const isAsking = useRef(false)
  return useCallback(() => {
    if (isAsking.current) return
    isAsking.current = true
    const lock = async () => {
      // Behind the lock, what waits for undo would be lost. Where it fails, its own page has said so.
      await flush().catch(() => undefined)
      if (await mayLock()) await client.vault.lock()
    }
    void lock().finally(() => {
      isAsking.current = false
    })
  }, [flush])
}

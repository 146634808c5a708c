/** @file Undo for ten seconds instead of "are you sure": the act waits, the bar counts, leaving carries it out. */
import { Button } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import classes from './undo.module.css'

/** How long an act can be taken back, in milliseconds (docs/promises.md). */
export const UNDO_MS = 10_000

/** An act that can still be taken back. */
export interface Undoable {
  /** What happened, in the past tense: "Debrief forgotten". */
  said: string
  /** Carries it out for good: after ten seconds, at the next act, on leaving or locking. */
  commit: () => void | Promise<void>
  /** Takes it back. */
  undo: () => void | Promise<void>
}

const UndoContext = createContext<{ offer: (act: Undoable) => void; flush: () => Promise<void> } | null>(null)

/**
 * Offers undo for an act.
 *
 * @returns `offer(act)`, and `flush()` which carries out what waits, and resolves when it is done (before locking).
 */
export const useUndo = () => {
  const context = useContext(UndoContext)
  if (!context) throw new Error('useUndo needs an UndoProvider above it')
  return context
}

/** Holds at most one act that waits, and shows its bar at the foot of the page. */
export const UndoProvider = ({ children, undoLabel }: { children: ReactNode; undoLabel: string }) => {
  const [act, setAct] = useState<Undoable | null>(null)
  const waiting = useRef<Undoable | null>(null)

  const settle = useCallback(async (how: 'commit' | 'undo'): Promise<void> => {
    const current = waiting.current
    waiting.current = null
    setAct(null)
    await current?.[how]()
  }, [])
  const flush = useCallback(() => settle('commit'), [settle])
  const offer = useCallback(
    (next: Undoable) => {
      void settle('commit')
      waiting.current = next
      setAct(next)
    },
    [settle],
  )

  useEffect(() => {
    if (!act) return
    const timer = setTimeout(() => void flush(), UNDO_MS)
    return () => clearTimeout(timer)
  }, [act, flush])
  useEffect(() => {
    const onHide = () => void flush()
    addEventListener('pagehide', onHide)
    return () => removeEventListener('pagehide', onHide)
  }, [flush])

  return (
    <UndoContext.Provider value={{ offer, flush }}>
      {children}
      <div className={classes.place} role="status">
        {act ? (
          <div className={classes.bar}>
            <span>{act.said}</span>
            <Button variant="default" onClick={() => void settle('undo')}>
              {undoLabel}
            </Button>
          </div>
        ) : null}
      </div>
    </UndoContext.Provider>
  )
}

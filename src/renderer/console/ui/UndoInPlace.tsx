/** @file Undo for ten seconds where something was taken out, so that several in a row can each be taken back. */
import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { UNDO_MS } from './undo'
import classes from './undo.module.css'

/** What was taken out, in the past tense, and both ends of the ten seconds. */
export interface UndoInPlaceProps {
  said: string
  undoLabel: string
  onUndo: () => void
  /** The time is over. */
  onOver: () => void
}

/** The line. It takes the keyboard, which was on the control that took something out. */
export const UndoInPlace = ({ said, undoLabel, onUndo, onOver }: UndoInPlaceProps) => {
  const saidId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    const timer = setTimeout(() => over.current(), UNDO_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes.inPlace}>
      <span id={saidId} role="status">
        {said}
      </span>
      <Button ref={button} variant="default" aria-describedby={saidId} onClick={onUndo}>
        {undoLabel}
      </Button>
    </div>
  )
}

/** @file A question of the live room that must be answered first: in the rail, never over the room. */
import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Card } from '../../ui/Card'
import classes from './Rail.module.css'

/** Props of the question. */
export interface RoomQuestionProps {
  title: string
  children: ReactNode
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** The question; the safe answer has the keyboard first, and is what Escape gives. */
export const RoomQuestion = ({ title, children, yes, no, onYes, onNo }: RoomQuestionProps) => {
  const id = useId()
  const safe = useRef<HTMLButtonElement>(null)
  useEffect(() => safe.current?.focus(), [])
  return (
    <div
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo()
      }}
    >
      <Card tone="asks">
        <h2 id={`${id}-title`}>{title}</h2>
        <div id={`${id}-body`}>{children}</div>
        <div className={classes.actions}>
          <Button onClick={onYes}>{yes}</Button>
          <Button ref={safe} variant="default" onClick={onNo}>
            {no}
          </Button>
        </div>
      </Card>
    </div>
  )
}

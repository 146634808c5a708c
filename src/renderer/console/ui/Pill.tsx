/** @file A state in a word, a shape and a colour: never colour alone. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconPointFilled,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Pill.module.css'

/** `held` needs proof; `sent` is the calm, normal one; `alarm` is for recording and lost control. */
export type PillState = 'quiet' | 'sent' | 'held' | 'wait' | 'alarm'

const shapes = {
  quiet: IconPointFilled,
  sent: IconCircleDashed,
  held: IconCircleCheck,
  wait: IconClockExclamation,
  alarm: IconAlertTriangle,
} as const

/** A pill with its state's shape before the words. */
export const Pill = ({ state, children }: { state: PillState; children: ReactNode }) => {
  const Shape = shapes[state]
  return (
    <span className={classes.pill} data-state={state}>
      <Shape size={18} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

/** @file An empty state: it says what will be here and how it gets here. */
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** Heading, words and the one action that fills the place. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) => (
  <div className={classes.empty}>
    <h2>{title}</h2>
    <div className={classes.words}>{children}</div>
    {action ? <div className={classes.action}>{action}</div> : null}
  </div>
)

/** @file A strip across the page: some words, and beside them what can be done. */
import type { ReactNode } from 'react'
import classes from './Strip.module.css'

/** Its name for a screen reader, its words, and its buttons. */
export interface StripProps {
  label: string
  actions: ReactNode
  children: ReactNode
}

/** Folds its buttons under its words where there is little room. */
export const Strip = ({ label, actions, children }: StripProps) => (
  <section className={classes.strip} aria-label={label}>
    <div className={classes.words}>{children}</div>
    {actions}
  </section>
)

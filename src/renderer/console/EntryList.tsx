/** @file A list of records that are opened: each line is a card that leads to its page. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import classes from './EntryList.module.css'

/** The list. `label`: what it is a list of. */
export const EntryList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.list} aria-label={label}>
    {children}
  </ul>
)

/** One record. `aside`: what stands at its end, beside its words. */
export const EntryLink = (props: { href: string; children: ReactNode; aside?: ReactNode }) => (
  <li>
    <Link href={props.href} className={classes.entry}>
      <span className={classes.words}>{props.children}</span>
      {props.aside}
    </Link>
  </li>
)

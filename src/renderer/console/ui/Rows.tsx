/** @file A list of records, a line each: what it is called, what is said of it, and at its end a word or an act. */
import type { ReactNode } from 'react'
import classes from './Rows.module.css'

/** The lines, and whether they are there. */
export interface RowsProps {
  children: ReactNode
  /** Named by what opens and closes it. */
  id?: string
  isHidden?: boolean
}

/** Lines with a rule between them. */
export const Rows = ({ children, id, isHidden = false }: RowsProps) => (
  <ul id={id} className={classes.rows} hidden={isHidden}>
    {children}
  </ul>
)

/** One line. */
export interface RowProps {
  /** Somebody's own words: kept from turning what stands beside them. */
  label: string
  /** For what describes itself by it. */
  labelId?: string
  said: string
  /** At its end. */
  aside?: ReactNode
}

/** A record's line. */
export const Row = ({ label, labelId, said, aside }: RowProps) => (
  <li className={classes.row}>
    <div>
      <p id={labelId} className={classes.label}>
        <bdi>{label}</bdi>
      </p>
      <p className={classes.said}>{said}</p>
    </div>
    {aside}
  </li>
)

/** @file One sheet of the paper copy: its heading, its body, and at its foot whose words they are and of which day. */
import type { ReactNode } from 'react'
import classes from './PaperCopy.module.css'

/** `columns`: in how many the body is set. `beside`: stands beside the heading, on a sheet that is full. */
export interface PaperSheetProps {
  title: string
  foot: string
  columns?: 1 | 2
  beside?: ReactNode
  children: ReactNode
}

/** Begins a new page; the next sheet begins another. */
export const PaperSheet = ({ title, foot, columns = 1, beside, children }: PaperSheetProps) => (
  <section className={classes.page} data-paper-page>
    <header>
      <h1>{title}</h1>
      {beside}
    </header>
    <div className={classes.body} data-columns={columns}>
      {children}
    </div>
    <footer>{foot}</footer>
  </section>
)

/** `isLong`: may be parted by the end of a column, between its entries. */
export interface PaperBlockProps {
  title: string
  isLong?: boolean
  children: ReactNode
}

/** A heading with what belongs to it. */
export const PaperBlock = ({ title, isLong = false, children }: PaperBlockProps) => (
  <section className={classes.block} data-long={isLong}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Words to say, in order. */
export const PaperLines = ({ lines }: { lines: readonly string[] }) => (
  <ul className={classes.lines}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

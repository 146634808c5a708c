/** @file A section of a page: a heading, a sentence that says what it is for, and its content. */
import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

/** Heading and content. */
export interface SectionProps {
  /** Left out where the content begins with a control that says what follows. */
  title?: string
  lead?: ReactNode
  /** True makes it a region that its heading names, to be jumped to. */
  isRegion?: boolean
  /** False: it is not printed. */
  isPrinted?: boolean
  children: ReactNode
}

/** One below the other, with room between. */
export const Section = ({ title, lead, isRegion = false, isPrinted = true, children }: SectionProps) => {
  const id = useId()
  return (
    <section
      className={`${classes.section} ${isPrinted ? '' : 'no-print'}`}
      aria-labelledby={isRegion && title ? id : undefined}
    >
      {title ? (
        <div>
          <h2 id={id}>{title}</h2>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}

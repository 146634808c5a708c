/** @file A page: heading, one lead sentence, its actions, its content. */
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import classes from './Page.module.css'

/** Heading, lead, actions and content of a page. */
export interface PageProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** `narrow` for forms to be read from top to bottom; `wide` for lists. */
  width?: 'narrow' | 'wide'
}

/** Moves focus to the heading when the page appears, so that a screen reader says where one is. */
export const Page = ({ title, lead, actions, children, width = 'wide' }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const active = document.activeElement
    const isInPage = active?.matches('main *') ?? false
    if (!isInPage) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

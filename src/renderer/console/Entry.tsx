/** @file The one-column place before the console: unlocking and first start. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Entry.module.css'

/** Heading, lead and content of a step before the console. */
export interface EntryProps {
  title: string
  lead?: ReactNode
  /** Such as "Step 1 of 4". */
  step?: string
  children: ReactNode
  /** Below the line: crisis numbers on the unlock screen. */
  foot?: ReactNode
  /** True moves the keyboard to the heading, so that a screen reader says where one is. */
  isHeadingFocused?: boolean
}

/** One column on paper, the app's name above it. */
export const Entry = ({ title, lead, step, children, foot, isHeadingFocused = false }: EntryProps) => {
  const { t } = useTranslation('app')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isHeadingFocused) heading.current?.focus({ preventScroll: true })
  }, [isHeadingFocused])
  return (
    <main className={classes.place}>
      <div className={classes.column}>
        <div className={`${classes.top} no-print`}>
          <p className={classes.name}>{t('name')}</p>
          {step ? <p className={classes.step}>{step}</p> : null}
        </div>
        <header className="no-print">
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
        </header>
        <div className={classes.body}>{children}</div>
        {foot ? <div className={`${classes.foot} no-print`}>{foot}</div> : null}
      </div>
    </main>
  )
}

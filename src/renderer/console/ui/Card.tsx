/** @file A card: one thing on paper, with room around it. */
import type { ReactNode } from 'react'
import classes from './Card.module.css'

/** Content and emphasis of a card. */
export interface CardProps {
  children: ReactNode
  /** `asks` has the accent's border: it wants an answer. `alarm` is for lost control only. */
  tone?: 'plain' | 'asks' | 'sunk' | 'alarm'
  /** Accessible name, which makes the card a region. */
  label?: string
}

/** A bordered surface. */
export const Card = ({ children, tone = 'plain', label }: CardProps) =>
  label ? (
    <section className={classes.card} data-tone={tone} aria-label={label}>
      {children}
    </section>
  ) : (
    <div className={classes.card} data-tone={tone}>
      {children}
    </div>
  )

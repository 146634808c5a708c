/** @file What went wrong with something that was asked for or done, in words, with what can be done about it. */
import type { ReactNode } from 'react'
import { Notice } from './ui/Notice'
import { useProblemWords } from './words/problems'

/** The error, as it was thrown, and what is offered. */
export interface ProblemNoticeProps {
  /** Null: nothing is shown. */
  error: unknown
  /** Title where what failed has a name of its own; the problem's own title then begins its body. */
  title?: string
  /** What else is to be known, such as what was kept. */
  more?: string
  /** What is said in the place of the problem's own words, where these would not be true of a part that was done. */
  instead?: string
  actions?: ReactNode
}

/** The notice; nothing while nothing is wrong. */
export const ProblemNotice = ({ error, title, more, instead, actions }: ProblemNoticeProps) => {
  const problemWords = useProblemWords()
  if (error === null) return null
  const problem = problemWords(error)
  const body = instead ?? problem.body
  return (
    <Notice tone="problem" title={title ?? problem.title} actions={actions}>
      {title === undefined ? body : `${problem.title}. ${body}`} {more}
    </Notice>
  )
}

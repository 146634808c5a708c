/** @file What a page shows of an answer from the main process: being read, failed with a way on, empty, or there. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './ui/Notice'
import { useProblemWords } from './words/problems'

/** The parts of a query's result that decide what is shown; any of `useQuery`'s results fits. */
export interface Asked<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

/** Two answers that are needed together: there when both are, failed when one is; trying again asks what failed. */
export const bothAsked = <A, B>(one: Asked<A>, other: Asked<B>): Asked<readonly [A, B]> => ({
  data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
  error: (one.data === undefined ? one.error : null) ?? (other.data === undefined ? other.error : null),
  refetch: () => {
    for (const asked of [one, other]) if (asked.error) void asked.refetch()
  },
})

/** Words and content around an answer. */
export interface AnsweredProps<T> {
  asked: Asked<T>
  /** Said while there is no answer yet; the app's own "loading" when left out. */
  loading?: string
  /** Title where there is no answer; the problem's own when left out. The cause is said below it. */
  failed?: string
  /** Stands in the place of trying again, where that cannot help. */
  wayOn?: ReactNode
  /** Shown below a failure, where one can go on without the answer. */
  insteadOfAnswer?: ReactNode
  /** What stands in the place of an answer that holds nothing. */
  empty?: { isEmpty: (data: T) => boolean; shown: ReactNode }
  children: (data: T) => ReactNode
}

/**
 * One of four states. An answer that is there stays in sight while it is asked for again, and when asking again
 * fails: what was shown is not taken away.
 */
export const Answered = <T,>(props: AnsweredProps<T>) => {
  const { asked, loading, failed, wayOn, insteadOfAnswer, empty, children } = props
  const { t } = useTranslation('app')
  const problemWords = useProblemWords()
  if (asked.data !== undefined) {
    return empty?.isEmpty(asked.data) ? empty.shown : children(asked.data)
  }
  if (asked.error === null) return <p role="status">{loading ?? t('loading')}</p>
  const problem = problemWords(asked.error)
  return (
    <>
      <Notice
        tone="problem"
        title={failed ?? problem.title}
        actions={
          wayOn ?? (
            <Button variant="default" onClick={() => void asked.refetch()}>
              {t('tryAgain')}
            </Button>
          )
        }
      >
        {problem.body}
      </Notice>
      {insteadOfAnswer}
    </>
  )
}

/** @file What is wrong with a part of a draft, beside it. */

import classes from './composer.module.css'
import { problemsAt, useComposer } from './composer-context'
import { useDraftProblemWords } from './problem-words'

/** Problems that nobody can mean yet: a part that was just added is empty. */
const isOfNew = (code: string): boolean => code === 'empty' || code === 'tooFew' || code === 'missing'

/**
 * The words for what is wrong at these paths, for a control's own `error`; undefined where nothing is.
 *
 * @param isTouched - whether somebody was in the field: what is only empty is not held against it before.
 */
export const useErrorAt = (paths: readonly string[], isTouched: boolean): string | undefined => {
  const { problems, isAllShown } = useComposer()
  const wordsOf = useDraftProblemWords()
  const found = problemsAt(problems, ...paths).filter(({ code }) => isAllShown || isTouched || !isOfNew(code))
  const said = [...new Set(found.map(wordsOf))]
  return said.length === 0 ? undefined : said.join(' ')
}

/** The same for a part that is no control: a list, a card. */
export const FieldProblems = ({ paths }: { paths: readonly string[] }) => {
  const error = useErrorAt(paths, true)
  return error === undefined ? null : (
    <p className={classes.problem} data-problem>
      {error}
    </p>
  )
}

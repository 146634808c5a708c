/** @file What every field of the composer has: the draft, how to change it, and what is wrong with it. */
import { createContext, useContext } from 'react'
import type { DraftProblem } from '../../../../contract/charter-judge/judge-draft'
import type { CharterPack } from '../../../../contract/charters'
import type { Beginning } from './empty-of'

/** The draft in hand. */
export interface Composer {
  pack: CharterPack
  /** Puts a value at a path; undefined takes the part out. */
  change: (path: string, value: unknown) => void
  problems: readonly DraftProblem[]
  /** Also what nobody filled in yet is said beside its field. */
  isAllShown: boolean
  /** What a new thing begins with: it cites the clause that was cited last. */
  beginning: () => Beginning
  /** The thing of each list that is open, by the list's path. */
  openIds: ReadonlyMap<string, string | null>
  open: (listPath: string, id: string | null) => void
}

/** Null outside the composer. */
export const ComposerContext = createContext<Composer | null>(null)

/** The draft in hand. @throws Error outside the composer: a mistake of ours. */
export const useComposer = (): Composer => {
  const composer = useContext(ComposerContext)
  if (!composer) throw new Error('useComposer needs the composer above it')
  return composer
}

/** What is wrong at one of these paths to the letter. */
export const problemsAt = (problems: readonly DraftProblem[], ...paths: string[]): readonly DraftProblem[] =>
  problems.filter(({ where }) => paths.includes(where))

/** What is wrong at a path or below it. */
export const problemsUnder = (problems: readonly DraftProblem[], path: string): readonly DraftProblem[] =>
  problems.filter(({ where }) => where === path || where.startsWith(`${path}.`))

/** @file What a person's acts do to an answer of the form: "unknown" and back, words put back or let go. Pure. */
import type { Answer, Instead } from '../../../contract/field-answer'

/** Nothing yet. */
export const unanswered = { kind: 'unanswered' } as const

/** What an answer has set aside; null when nothing. */
export const setAsideOf = <T>(answer: Answer<T>): T | null =>
  answer.kind === 'unanswered' ? null : answer.setAside

/** Typed words as an answer. Nothing typed is no answer, unless words are set aside, which stay. */
export const typedAnswer = (typed: string, before: Answer<string>): Answer<string> => {
  const setAside = setAsideOf(before)
  return typed === '' && setAside === null ? unanswered : { kind: 'known', value: typed, setAside }
}

/** Says that it is unknown, or what is said instead. What was answered is set aside, joined to what was set aside earlier. */
export const saidUnknown = <T>(
  answer: Answer<T>,
  join: (earlier: T, later: T) => T,
  instead?: Instead,
): Answer<T> => {
  const aside = setAsideOf(answer)
  const value = answer.kind === 'known' ? answer.value : null
  return {
    kind: 'unknown',
    setAside: aside !== null && value !== null ? join(aside, value) : (value ?? aside),
    ...(instead ? { instead } : {}),
  }
}

/** Takes "unknown" back, or puts what was set aside before what was answered since. */
export const putBack = <T>(answer: Answer<T>, join: (earlier: T, later: T) => T): Answer<T> => {
  const aside = setAsideOf(answer)
  if (aside === null) return answer.kind === 'known' ? answer : unanswered
  const value = answer.kind === 'known' ? join(aside, answer.value) : aside
  return { kind: 'known', value, setAside: null }
}

/** The same answer with nothing, or this, set aside. */
export const withSetAside = <T>(answer: Answer<T>, setAside: T | null): Answer<T> => {
  switch (answer.kind) {
    case 'unanswered':
      return setAside === null ? answer : { kind: 'unknown', setAside }
    case 'unknown':
      return { ...answer, setAside }
    case 'known':
      return { ...answer, setAside }
  }
}

/** Joins words on one line, or in a box, without losing any. */
export const joinWords =
  (isBox: boolean) =>
  (earlier: string, later: string): string =>
    [earlier, later].filter((words) => words.trim() !== '').join(isBox ? '\n' : '; ')

/** Joins lists; what is in both is there once. */
export const joinLists = <T>(earlier: T[], later: T[]): T[] => [
  ...earlier,
  ...later.filter((one) => !earlier.includes(one)),
]

/** The later of two that cannot be joined. */
export const latest = <T>(_: T, later: T): T => later

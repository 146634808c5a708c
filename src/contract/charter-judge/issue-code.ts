/** @file What is wrong with a part of a draft, as a code that the catalogue has words for. */
import type { z } from 'zod'
import { plainIssue } from './plain-issue'

/** Codes of what a schema finds; each has its words on the screen. */
export const issueCodes = [
  'empty',
  'missing',
  'tooLong',
  'tooShort',
  'tooMany',
  'tooFew',
  'tooLarge',
  'tooSmall',
  'blank',
  'stepTwice',
  'removalLast',
  'removalOnly',
  'standsNowhere',
  'place',
  'language',
  'notKnown',
] as const

type Found = { code: (typeof issueCodes)[number]; count?: number; detail: string }

const sized = (origin: string, isLeast: boolean): Found['code'] => {
  if (origin === 'string') return isLeast ? 'tooShort' : 'tooLong'
  if (origin === 'array') return isLeast ? 'tooFew' : 'tooMany'
  return isLeast ? 'tooSmall' : 'tooLarge'
}

/** Rules that a schema of ours has in its own words, by a word of theirs. */
const ofMessage: readonly [RegExp, Found['code']][] = [
  [/braces/, 'blank'],
  [/stands twice/, 'stepTwice'],
  [/only the last/, 'removalLast'],
  [/never the only step/, 'removalOnly'],
  [/where it stands/, 'standsNowhere'],
  [/known blank/, 'blank'],
]

/** The code of an issue, with the number that it is about. */
export const issueCode = (issue: z.core.$ZodIssue): Found => {
  const detail = plainIssue(issue)
  const named = ofMessage.find(([words]) => words.test(issue.message))?.[1]
  if (named) return { code: named, detail }
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'empty', detail }
        : { code: sized(issue.origin, true), count: Number(issue.minimum), detail }
    case 'too_big':
      return { code: sized(issue.origin, false), count: Number(issue.maximum), detail }
    case 'invalid_format':
      if (issue.path.at(-1) === 'jurisdiction') return { code: 'place', detail }
      return { code: issue.path.at(-1) === 'language' ? 'language' : 'notKnown', detail }
    case 'invalid_type':
      return { code: 'missing', detail }
    default:
      return { code: 'notKnown', detail }
  }
}

/** @file What is wrong with a part of a file, in words a volunteer can pass on. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of parts',
}
const kindOf = (name: string): string => kinds[name] ?? name

/** Parts of a choice or a list of unknown parts that are named, at most. */
const NAMED_MAX = 8

const list = (things: readonly unknown[]): string =>
  things
    .slice(0, NAMED_MAX)
    .map((thing) => String(thing).slice(0, 40))
    .join(', ')

const sizeOf = (origin: string, size: string, isLeast: boolean): string => {
  const than = isLeast ? 'fewer' : 'more'
  if (origin === 'string') return `It is ${isLeast ? 'shorter' : 'longer'} than ${size} characters.`
  if (origin === 'array') return `It has ${than} than ${size}.`
  return `It is ${isLeast ? 'below' : 'above'} ${size}.`
}

/** One sentence. A message that a schema of ours has itself is one already. */
export const plainIssue = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? 'It is missing.'
        : `It is not ${kindOf(issue.expected)}.`
    case 'too_big':
      return sizeOf(issue.origin, String(issue.maximum), false)
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'It is empty.'
      // The steps before removal say for themselves why there are two.
      return issue.message.startsWith('Too small')
        ? sizeOf(issue.origin, String(issue.minimum), true)
        : issue.message
    case 'unrecognized_keys':
      return `It has parts that this app does not know: ${list(issue.keys)}.`
    case 'invalid_value':
      return `It is none of: ${list(issue.values)}.`
    case 'invalid_union':
      return 'It is none of the kinds that this app knows.'
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'It is not written as this app knows it.' : issue.message
    default:
      return issue.message
  }
}

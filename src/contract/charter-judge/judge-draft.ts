/** @file Everything that keeps a draft from being a charter, place by place: schema, floor, references. Pure. */
import type { z } from 'zod'
import { CharterPack } from '../charters'
import { floorBreaches } from './floor'
import { issueCode } from './issue-code'
import { brokenReferences } from './references'

/** One thing that is wrong. Its words stand in the catalogue, by `code`. */
export interface DraftProblem {
  /** Path in the draft, such as `crisisCards.0.say.1`. */
  where: string
  /** `floor.whatIsKept`, `clauseGone`, `empty`, ... */
  code: string
  /** The number in its words: characters, or how many. */
  count?: number
  /** The same in English, for where the catalogue has no words. */
  detail: string
}

/** What a draft gets only when it is published, or nobody types: nothing is said of it. */
const notTyped: ReadonlySet<string> = new Set(['format', 'id', 'version', 'isTextDated', 'isComplete'])

const ofSchema = (draft: CharterPack): DraftProblem[] => {
  const parsed = CharterPack.safeParse(draft)
  if (parsed.success) return []
  return parsed.error.issues
    .filter(({ path: [first] }) => !notTyped.has(String(first)))
    .flatMap((issue: z.core.$ZodIssue) =>
      // Words of a crisis card are of two kinds: what is wrong with the one that was meant is what helps.
      issue.code === 'invalid_union' ? fromUnion(issue) : [{ issue, path: issue.path }],
    )
    .map(({ issue, path }) => ({ where: path.join('.'), ...issueCode(issue) }))
}

type Found = { issue: z.core.$ZodIssue; path: PropertyKey[] }

/** The issues of the option of a union that comes nearest: the one that says nothing of the wrong kind of value. */
const fromUnion = (issue: z.core.$ZodIssueInvalidUnion): Found[] => {
  const nearest = issue.errors
    .filter((issues) => issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0))
    .at(0)
  if (!nearest) return [{ issue, path: issue.path }]
  return nearest.flatMap((inner) => {
    const path = [...issue.path, ...inner.path]
    return inner.code === 'invalid_union' ? fromUnion({ ...inner, path }) : [{ issue: inner, path }]
  })
}

/**
 * Judges a draft by what judges a charter file: no other rule is known here, and none is left out.
 *
 * @returns every problem, those of the floor first; empty where a charter could be made of it.
 */
export const judgeDraft = (draft: CharterPack): DraftProblem[] => [
  ...floorBreaches(draft).flatMap(({ rule, detail, places }) =>
    places.map((where) => ({ where, code: rule, detail })),
  ),
  ...ofSchema(draft),
  ...brokenReferences(draft).map(({ trouble, where, detail }) => ({ where, code: trouble, detail })),
]

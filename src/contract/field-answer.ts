/**
 * @file A field that may be answered, said to be unknown, or not looked at yet. "Unknown" by a slip destroys
 * nothing: what stood there is set aside in the answer, stored with it, shown as no answer, and can be put back.
 */
import { z } from 'zod'
import { type Field, type FieldRole, under } from './record-fields'

/** What may be said instead of an answer, beside "unknown": that there is none, or that the person would not say. */
export const Instead = z.enum(['nothing', 'declined'])
export type Instead = z.infer<typeof Instead>

/** An answer. `instead`: not unknown but nothing, or not said; absent where it is unknown. `setAside`: what stood there before "unknown" was said; null when nothing did. */
export type Answer<T> =
  | { kind: 'unanswered' }
  | { kind: 'unknown'; setAside: T | null; instead?: Instead | undefined }
  | { kind: 'known'; value: T; setAside: T | null }

const answerSchema = <T>(value: z.ZodType<T>): z.ZodType<Answer<T>> =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unanswered') }),
    z.strictObject({
      kind: z.literal('unknown'),
      setAside: value.nullable(),
      instead: Instead.optional(),
    }),
    z.strictObject({ kind: z.literal('known'), value, setAside: value.nullable() }),
  ])

/** An answer that holds no typed words: a choice, a date. */
export const plainAnswer = <T>(options: {
  label: string
  role: FieldRole
  schema: z.ZodType<T>
}): Field<Answer<T>> => {
  const { label, role } = options
  const schema = answerSchema(options.schema)
  const empty = (): Answer<T> => ({ kind: 'unanswered' })
  return {
    schema,
    empty,
    isEmpty: (answer) => answer.kind === 'unanswered',
    tidy: (answer) => answer,
    leaves: (answer, path, declaredPath) => {
      const isValid = schema.safeParse(answer).success
      return [{ path, declaredPath, label, role, text: null, maxLength: null, isValid }]
    },
    textPaths: () => [],
    withText: (answer) => answer,
    takeFrom: (base) => base ?? empty(),
    filled: empty,
  }
}

const ASIDE = 'setAside'
/** Whether a place below an answer is what was set aside, and the rest of the place. */
const placeIn = (rest: string): [isAside: boolean, rest: string] =>
  rest === ASIDE
    ? [true, '']
    : rest.startsWith(`${ASIDE}.`)
      ? [true, rest.slice(ASIDE.length + 1)]
      : [false, rest]

/** Lifts a field with typed words to an answer. Words that are set aside are searched, measured and stored too. */
export const answer = <T>(inner: Field<T>): Field<Answer<T>> => {
  const empty = (): Answer<T> => ({ kind: 'unanswered' })
  const asideOf = (value: Answer<T>): T | null => (value.kind === 'unanswered' ? null : value.setAside)
  const tidyAside = (value: T | null): T | null =>
    value === null || inner.isEmpty(value) ? null : inner.tidy(value)
  const change = (value: Answer<T>, isAside: boolean, edit: (part: T) => T): Answer<T> => {
    const aside = asideOf(value)
    if (isAside)
      return value.kind === 'unanswered' || aside === null ? value : { ...value, setAside: edit(aside) }
    return {
      kind: 'known',
      value: edit(value.kind === 'known' ? value.value : inner.empty()),
      setAside: aside,
    }
  }
  return {
    schema: answerSchema(inner.schema),
    empty,
    isEmpty: (value) =>
      value.kind === 'unanswered' ||
      (value.kind === 'known' && inner.isEmpty(value.value) && tidyAside(value.setAside) === null),
    tidy: (value) => {
      const setAside = tidyAside(asideOf(value))
      if (value.kind === 'unknown') return { ...value, setAside }
      if (value.kind === 'unanswered' || (inner.isEmpty(value.value) && setAside === null)) return empty()
      return { kind: 'known', value: inner.tidy(value.value), setAside }
    },
    leaves: (value, path, declaredPath) => {
      const now = inner.leaves(
        value.kind === 'known' ? value.value : inner.empty(),
        path,
        `${declaredPath}.value`,
      )
      const aside = asideOf(value)
      return [
        ...now,
        ...(aside === null ? [] : inner.leaves(aside, under(path, ASIDE), `${declaredPath}.${ASIDE}`)),
      ]
    },
    textPaths: (declaredPath) => [
      ...inner.textPaths(`${declaredPath}.value`),
      ...inner.textPaths(`${declaredPath}.${ASIDE}`),
    ],
    withText: (value, path, text) => {
      const [isAside, rest] = placeIn(path)
      return change(value, isAside, (part) => inner.withText(part, rest, text))
    },
    takeFrom: (base, value, path) => {
      const [isAside, rest] = placeIn(path)
      const before =
        base === null ? null : isAside ? asideOf(base) : base.kind === 'known' ? base.value : null
      return change(value, isAside, (part) => inner.takeFrom(before, part, rest))
    },
    filled: (nextWords) => ({
      kind: 'known',
      value: inner.filled(nextWords),
      setAside: inner.filled(nextWords),
    }),
  }
}

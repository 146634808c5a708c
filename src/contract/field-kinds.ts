/** @file The kinds of field a record can be declared with (see `record-fields.ts`); lists are in `field-rows.ts`. */
import { z } from 'zod'
import { Day, Instant, PackId } from './primitives'
import { type Field, type FieldRole, type Shown, under } from './record-fields'

/** What every kind is told. */
interface FieldWords {
  /** Key of the field's words in the domain's catalogue. */
  label: string
}

/** A kind that holds no typed words. */
const plainField = <V>(options: {
  label: string
  role: FieldRole
  schema: z.ZodType<V>
  empty: () => V
  isEmpty: (value: V) => boolean
  show: (value: V) => Shown
}): Field<V> => {
  const { label, role, schema, empty, isEmpty, show } = options
  return {
    schema,
    empty,
    isEmpty,
    tidy: (value) => value,
    leaves: (value, path, declaredPath) => [
      {
        path,
        declaredPath,
        label,
        role,
        shown: isEmpty(value) && role !== 'meta' ? { kind: 'empty' } : show(value),
        text: null,
        maxLength: null,
        isValid: schema.safeParse(value).success,
      },
    ],
    textPaths: () => [],
    withText: (value) => value,
    takeFrom: (base) => base ?? empty(),
    filled: empty,
  }
}

/** How a text is declared. `maxLength`: UTF-16 units. */
interface TextOptions extends FieldWords {
  maxLength: number
  role?: 'freeText' | 'contact'
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Typed words that may stay empty. */
export const text = ({ label, maxLength, role = 'freeText' }: TextOptions): Field<string> => ({
  schema: z.string().max(maxLength),
  empty: () => '',
  isEmpty: isBlank,
  tidy: (value) => (isBlank(value) ? '' : value),
  leaves: (value, path, declaredPath) => [
    {
      path,
      declaredPath,
      label,
      role,
      shown: isBlank(value) ? { kind: 'empty' } : { kind: 'text', text: value },
      text: value,
      maxLength,
      isValid: true,
    },
  ],
  textPaths: (declaredPath) => [declaredPath],
  withText: (_, __, words) => words,
  takeFrom: (base) => base ?? '',
  filled: (nextWords) => nextWords(),
})

/** Words, "unknown", or not answered yet. Words survive "unknown" by a slip: they are set aside and come back. */
export type TextOrUnknown =
  | { kind: 'unanswered' }
  | { kind: 'known'; value: string }
  | { kind: 'unknown'; setAside: string }

const wordsIn = (value: TextOrUnknown): string => {
  switch (value.kind) {
    case 'unanswered':
      return ''
    case 'known':
      return value.value
    case 'unknown':
      return value.setAside
  }
}

/** Says that it is unknown, or takes that back: the words are set aside meanwhile, never lost. */
export const markUnknown = (value: TextOrUnknown, isUnknown: boolean): TextOrUnknown => {
  const words = wordsIn(value)
  if (isUnknown) return { kind: 'unknown', setAside: words }
  return words === '' ? { kind: 'unanswered' } : { kind: 'known', value: words }
}

const withWords = (value: TextOrUnknown, words: string): TextOrUnknown =>
  value.kind === 'unknown' ? { kind: 'unknown', setAside: words } : { kind: 'known', value: words }

/** Words that may be said to be unknown. */
export const textOrUnknown = ({ label, maxLength, role = 'freeText' }: TextOptions): Field<TextOrUnknown> => {
  const words = z.string().max(maxLength)
  const empty = (): TextOrUnknown => ({ kind: 'unanswered' })
  return {
    schema: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('unanswered') }),
      z.strictObject({ kind: z.literal('known'), value: words }),
      z.strictObject({ kind: z.literal('unknown'), setAside: words }),
    ]),
    empty,
    isEmpty: (value) => value.kind !== 'unknown' && isBlank(wordsIn(value)),
    tidy: (value) => (value.kind === 'known' && isBlank(value.value) ? empty() : value),
    leaves: (value, path, declaredPath) => {
      const typed = wordsIn(value)
      const known: Shown = isBlank(typed) ? { kind: 'empty' } : { kind: 'text', text: typed }
      const shown: Shown = value.kind === 'unknown' ? { kind: 'unknown' } : known
      return [{ path, declaredPath, label, role, shown, text: typed, maxLength, isValid: true }]
    },
    textPaths: (declaredPath) => [`${declaredPath}.value`, `${declaredPath}.setAside`],
    withText: (value, _, typed) => withWords(value, typed),
    takeFrom: (base) => base ?? empty(),
    filled: (nextWords) => ({ kind: 'known', value: nextWords() }),
  }
}

/** One of several, none at first. "unknown" is an option like the others where it can be chosen. */
export const choice = <const T extends string>(
  options: FieldWords & { options: readonly T[] },
): Field<T | null> =>
  plainField<T | null>({
    label: options.label,
    role: 'choice',
    schema: z.enum(options.options).nullable(),
    empty: () => null,
    isEmpty: (value) => value === null,
    show: (value) =>
      value === 'unknown' ? { kind: 'unknown' } : { kind: 'options', options: value === null ? [] : [value] },
  })

/** Several of several. */
export const choices = <const T extends string>(
  options: FieldWords & { options: readonly T[] },
): Field<T[]> =>
  plainField<T[]>({
    label: options.label,
    role: 'choice',
    schema: z.array(z.enum(options.options)).max(options.options.length),
    empty: () => [],
    isEmpty: (value) => value.length === 0,
    show: (value) => ({ kind: 'options', options: value }),
  })

/** Ticked or not. */
export const flag = ({ label }: FieldWords): Field<boolean> =>
  plainField({
    label,
    role: 'choice',
    schema: z.boolean(),
    empty: () => false,
    isEmpty: (value) => !value,
    show: (isOn) => ({ kind: 'flag', isOn }),
  })

/** A calendar day, or none. */
export const day = ({ label }: FieldWords): Field<Day | null> =>
  plainField<Day | null>({
    label,
    role: 'date',
    schema: Day.nullable(),
    empty: () => null,
    isEmpty: (value) => value === null,
    show: (value) => (value === null ? { kind: 'empty' } : { kind: 'day', day: value }),
  })

/** An instant, or none. */
export const instant = ({ label }: FieldWords): Field<Instant | null> =>
  plainField<Instant | null>({
    label,
    role: 'date',
    schema: Instant.nullable(),
    empty: () => null,
    isEmpty: (value) => value === null,
    show: (value) => (value === null ? { kind: 'empty' } : { kind: 'instant', at: value }),
  })

/** A number in a range, or none. */
export const number = ({
  label,
  min,
  max,
}: FieldWords & { min: number; max: number }): Field<number | null> =>
  plainField<number | null>({
    label,
    role: 'number',
    schema: z.int().min(min).max(max).nullable(),
    empty: () => null,
    isEmpty: (value) => value === null,
    show: (value) => (value === null ? { kind: 'empty' } : { kind: 'number', number: value }),
  })

/** Anything without typed words that no other kind fits. `meta` never makes a record count as filled in. */
export const other = <V>(
  options: FieldWords & {
    role: FieldRole
    schema: z.ZodType<V>
    empty: () => V
    isEmpty?: (value: V) => boolean
    show?: (value: V) => Shown
  },
): Field<V> =>
  plainField({
    label: options.label,
    role: options.role,
    schema: options.schema,
    empty: options.empty,
    isEmpty: options.isEmpty ?? (() => options.role === 'meta'),
    show: options.show ?? ((value) => ({ kind: 'other', value })),
  })

/** Typed answers by the id of their prompt. An emptied answer is an answer that is not there. */
export const answers = ({
  label,
  maxLength,
  maxCount,
}: TextOptions & { maxCount: number }): Field<Readonly<Record<PackId, string>>> => {
  const answer = text({ label, maxLength })
  return {
    schema: z.record(PackId, z.string().max(maxLength)).refine((all) => Object.keys(all).length <= maxCount),
    empty: () => ({}),
    isEmpty: (value) => Object.values(value).every(isBlank),
    tidy: (value) =>
      Object.fromEntries(
        Object.entries(value)
          .filter(([, words]) => !isBlank(words))
          .sort(([one], [another]) => (one < another ? -1 : 1)),
      ),
    leaves: (value, path, declaredPath) =>
      Object.entries(value).flatMap(([id, words]) =>
        answer.leaves(words, under(path, id), `${declaredPath}{}`),
      ),
    textPaths: (declaredPath) => [`${declaredPath}{}`],
    // An id may have dots of its own: all that is left is the id.
    withText: (value, id, words) => ({ ...value, [id]: words }),
    takeFrom: (base, value, id) => ({ ...value, [id]: base?.[id] ?? '' }),
    filled: (nextWords) => ({ planted: nextWords() }),
  }
}

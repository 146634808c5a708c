/** @file The kinds of field a record can be declared with (see `record-fields.ts`); lists are in `field-rows.ts`. */
import { z } from 'zod'
import { PackId } from './primitives'
import { type Field, type FieldRole, under } from './record-fields'

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
}): Field<V> => {
  const { label, role, schema, empty, isEmpty } = options
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

/** Anything without typed words that no other kind fits. `meta` never makes a record count as filled in. */
export const other = <V>(
  options: FieldWords & {
    role: FieldRole
    schema: z.ZodType<V>
    empty: () => V
    isEmpty?: (value: V) => boolean
  },
): Field<V> =>
  plainField({
    label: options.label,
    role: options.role,
    schema: options.schema,
    empty: options.empty,
    isEmpty: options.isEmpty ?? (() => options.role === 'meta'),
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

/** Several of a fixed list, in its order; as words they stand one a line. */
export const chosen = <T extends string>(options: FieldWords & { of: readonly T[] }): Field<readonly T[]> => {
  const { label, of } = options
  const inOrder = (values: readonly string[]): T[] => of.filter((one) => values.includes(one))
  const plain = plainField<readonly T[]>({
    label,
    role: 'choice',
    schema: z.array(z.enum(of)).max(of.length).readonly(),
    empty: () => [],
    isEmpty: (value) => value.length === 0,
  })
  return { ...plain, tidy: inOrder, withText: (_, __, words) => inOrder(words.split('\n')) }
}

/**
 * @file A record of free text (a debrief, a report) is declared once, field by field. From the declaration come
 * its schema, empty value, emptiness, change, limits, what the identifier linter reads, what is stored, printed,
 * listed as free text, and looked for after forgetting: a new field is one line here and its words on screen.
 *
 * The kinds of field are in `field-kinds.ts` and `field-rows.ts`.
 */
import { z } from 'zod'

/**
 * What a field holds. `freeText` and `contact` (a name, number or address that reaches somebody) are typed words:
 * both are linted, searched for after forgetting, and listed. `meta` is what the app or a default put there: it
 * never makes a record count as filled in.
 */
export type FieldRole = 'freeText' | 'contact' | 'choice' | 'date' | 'number' | 'meta'

/** One field of one record, with what is in it. */
export interface Leaf {
  /** Its place: `person.name`; a row by its id, `people.<rowId>.name`; an answer by its prompt, `answers.<id>`. */
  path: string
  /** Its place in the declaration: `person.name`, `people[].name`, `answers{}`. */
  declaredPath: string
  /** Key of its words in the domain's catalogue. */
  label: string
  role: FieldRole
  /** Typed words, also where they are set aside ("unknown"); null where none can be typed. */
  text: string | null
  /** Longest text, in UTF-16 units; null where none can be typed. */
  maxLength: number | null
  /** False where the value is not one that can be stored (a date that is none). A text is measured apart. */
  isValid: boolean
}

/** A leaf that holds typed words. */
export type TextLeaf = Leaf & { text: string; maxLength: number }

/** Why a field cannot be stored as it is. */
export type FieldProblem =
  | { kind: 'tooLong'; path: string; label: string; overBy: number }
  | { kind: 'invalid'; path: string; label: string }

/** What each kind of field can do with its value. Made by `field-kinds.ts`; read through `declareRecord`. */
export interface Field<V> {
  readonly schema: z.ZodType<V>
  readonly empty: () => V
  /** True when nobody filled anything in. */
  readonly isEmpty: (value: V) => boolean
  /** As it is stored: blank answers and rows are not there. Idempotent. */
  readonly tidy: (value: V) => V
  /** What an earlier version stored, with every later field empty; left out where a value has no fields of its own. */
  readonly complete?: (stored: V) => V
  readonly leaves: (value: V, path: string, declaredPath: string) => Leaf[]
  /** Declared places of typed words, in the notation of `Leaf.declaredPath`. */
  readonly textPaths: (declaredPath: string) => string[]
  /** The value with other words at a place; the same value where there is no such place. */
  readonly withText: (value: V, rest: string, text: string) => V
  /** The value with one place as it is in `base`, or empty where `base` has none. */
  readonly takeFrom: (base: V | null, value: V, rest: string) => V
  /** A value with words in every text, one row in every list: for proofs that each of them is found. */
  readonly filled: (nextWords: () => string) => V
}

/** A field for every key of a value. */
export type Fields<V> = { readonly [K in keyof V]: Field<V[K]> }

/** Joins a place and a key. */
export const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** The first step of a place, and what is left of it. */
export const firstStep = (path: string): [step: string, rest: string] => {
  const dot = path.indexOf('.')
  return dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot + 1)]
}

// `Object.keys` and `fromEntries` forget which keys they had: these two say it again, in one place.
const keysOf = <V extends object>(fields: Fields<V>) => Object.keys(fields) as (keyof V & string)[]
const valueFrom = <V extends object>(
  fields: Fields<V>,
  make: <K extends keyof V & string>(field: Field<V[K]>, key: K) => V[K],
): V => Object.fromEntries(keysOf(fields).map((key) => [key, make(fields[key], key)])) as V

/** The zod shape of a set of fields. */
export const shapeOf = <V extends object>(fields: Fields<V>): Record<string, z.ZodType> =>
  Object.fromEntries(keysOf(fields).map((key) => [key, fields[key].schema]))

/** Fields together: a record, a part of one, or one row of a list. */
export const section = <V extends object>(fields: Fields<V>): Field<V> => {
  const changeAt = (
    value: V,
    path: string,
    change: <K extends keyof V>(field: Field<V[K]>, key: K, rest: string) => V[K],
  ): V => {
    const [step, rest] = firstStep(path)
    const key = keysOf(fields).find((one) => one === step)
    return key === undefined ? value : { ...value, [key]: change(fields[key], key, rest) }
  }
  return {
    // The shape is that of V, key by key: zod cannot be told so for a V that is not known yet.
    schema: z.strictObject(shapeOf(fields)) as unknown as z.ZodType<V>,
    empty: () => valueFrom(fields, (field) => field.empty()),
    isEmpty: (value) => keysOf(fields).every((key) => fields[key].isEmpty(value[key])),
    tidy: (value) => valueFrom(fields, (field, key) => field.tidy(value[key])),
    complete: (stored) =>
      valueFrom(fields, (field, key) => {
        const part = stored[key]
        // The type holds for what this version stores; an earlier one may not have had the field.
        if (part === undefined) return field.empty()
        return field.complete?.(part) ?? part
      }),
    leaves: (value, path, declaredPath) =>
      keysOf(fields).flatMap((key) =>
        fields[key].leaves(value[key], under(path, key), under(declaredPath, key)),
      ),
    textPaths: (declaredPath) =>
      keysOf(fields).flatMap((key) => fields[key].textPaths(under(declaredPath, key))),
    withText: (value, path, text) =>
      changeAt(value, path, (field, key, rest) => field.withText(value[key], rest, text)),
    takeFrom: (base, value, path) =>
      changeAt(value, path, (field, key, rest) =>
        field.takeFrom(base === null ? null : base[key], value[key], rest),
      ),
    filled: (nextWords) => valueFrom(fields, (field) => field.filled(nextWords)),
  }
}

/** A record as it is declared. */
export interface RecordDeclaration<V extends object> {
  /** Its domain: `debrief`, `reporting`. */
  name: string
  /** Why its texts may enter the main process (promise 2). Read by the test that walks the contract. */
  reason: string
  fields: Fields<V>
}

/** A declared record, and all that is derived from its fields. */
export interface RecordFields<V extends object> {
  readonly name: string
  readonly reason: string
  /** What crosses the contract, and what is stored. */
  readonly schema: z.ZodType<V, V>
  /** Declared places of typed words: `text`, `answers{}`, `people[].name`. */
  readonly textPaths: readonly string[]
  readonly empty: () => V
  readonly isEmpty: (value: V) => boolean
  /** As it is stored: blank answers and rows are not there. */
  readonly tidy: (value: V) => V
  /** What an earlier version of the app stored, with every field that came later empty. */
  readonly complete: (stored: V) => V
  /** True when the two would not be stored alike. */
  readonly hasChanged: (before: V, after: V) => boolean
  /** Every field with what is in it, in the declared order. */
  readonly leaves: (value: V) => Leaf[]
  /** The fields with typed words, those set aside too. */
  readonly texts: (value: V) => TextLeaf[]
  /** The words at a place; empty where there are none. */
  readonly textAt: (value: V, path: string) => string
  readonly withText: (value: V, path: string, text: string) => V
  /**
   * Fields that cannot be stored as they are.
   *
   * @param maxLength - a charter's own limit for every text, where it asks for less.
   */
  readonly problems: (value: V, maxLength?: number) => FieldProblem[]
  /** The value with the fields at these places as they are in `base`: what is held back does not hold the rest. */
  readonly without: (value: V, base: V | null, paths: Iterable<string>) => V
  /** A value with words of its own in every text. `nextWords` gives the next ones. */
  readonly filled: (nextWords: () => string) => V
}

const isTextLeaf = (leaf: Leaf): leaf is TextLeaf => leaf.text !== null && leaf.maxLength !== null

const problemOf = (leaf: Leaf, maxLength: number): FieldProblem[] => {
  const { path, label } = leaf
  const overBy = isTextLeaf(leaf) ? leaf.text.length - Math.min(leaf.maxLength, maxLength) : 0
  if (overBy > 0) return [{ kind: 'tooLong', path, label, overBy }]
  return leaf.isValid ? [] : [{ kind: 'invalid', path, label }]
}

/** Declares a record: once, here in the contract. */
export const declareRecord = <V extends object>(declaration: RecordDeclaration<V>): RecordFields<V> => {
  const { name, reason, fields } = declaration
  const whole = section(fields)
  const leaves = (value: V) => whole.leaves(value, '', '')
  const texts = (value: V) => leaves(value).filter(isTextLeaf)
  return {
    name,
    reason,
    // What goes in has the type of what comes out: no kind of field turns one into another.
    schema: whole.schema as z.ZodType<V, V>,
    textPaths: whole.textPaths(''),
    empty: whole.empty,
    isEmpty: whole.isEmpty,
    tidy: whole.tidy,
    complete: (stored) => whole.complete?.(stored) ?? stored,
    hasChanged: (before, after) => JSON.stringify(whole.tidy(before)) !== JSON.stringify(whole.tidy(after)),
    leaves,
    texts,
    textAt: (value, path) => texts(value).find((leaf) => leaf.path === path)?.text ?? '',
    withText: whole.withText,
    problems: (value, maxLength = Number.POSITIVE_INFINITY) =>
      leaves(value).flatMap((leaf) => problemOf(leaf, maxLength)),
    without: (value, base, paths) => {
      let left = value
      for (const path of paths) left = whole.takeFrom(base, left, path)
      return left
    },
    filled: whole.filled,
  }
}

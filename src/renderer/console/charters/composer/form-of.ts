/**
 * @file The forms of the composer, derived from the charter's schema: a part that is added to the contract has its
 * field here at once. Pure.
 */
import type { $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core'
import { Source } from '../../../../contract/charter-source'
import { CrisisWords } from '../../../../contract/charters'
import { PackId } from '../../../../contract/primitives'

/** A field with its name in the object it stands in. */
export interface NamedField {
  name: string
  field: FormField
}

/** What an id points to. */
export type ReferenceTo = 'crisisCards' | 'before' | 'answers'

/** How a part of a charter is typed. */
export type FormField =
  /** Made by the console, never typed. */
  | { kind: 'hidden' }
  | { kind: 'text'; maxLength: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'flag' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'choices'; options: readonly string[] }
  | { kind: 'day' }
  | { kind: 'source' }
  | { kind: 'reference'; to: ReferenceTo }
  /** One text a line. */
  | { kind: 'lines'; maxLength: number }
  /** The same, with blanks for numbers; `isMessage`: may be one text alone. */
  | { kind: 'crisisWords'; isMessage: boolean }
  | { kind: 'group'; fields: readonly NamedField[] }
  | { kind: 'variant'; by: string; options: readonly { value: string; fields: readonly NamedField[] }[] }
  | { kind: 'list'; item: FormField; maxCount: number }
  /** May be left out. */
  | { kind: 'maybe'; inner: FormField; absent: null | undefined }

type Shape = Readonly<Record<string, $ZodType>>

const LONGEST = Number.MAX_SAFE_INTEGER

/** Bounds of a schema, from its checks. */
const boundsOf = (schema: $ZodType): { min: number; max: number } => {
  const { def } = (schema as $ZodTypes)._zod
  let [min, max] = [0, LONGEST]
  for (const check of ('checks' in def && def.checks) || []) {
    const one = (check as $ZodChecks)._zod.def
    if (one.check === 'min_length') min = one.minimum
    if (one.check === 'max_length') max = one.maximum
    if (one.check === 'greater_than') min = Number(one.value)
    if (one.check === 'less_than') max = Number(one.value)
  }
  return { min, max }
}

const namedFields = (shape: Shape, without: readonly string[] = []): NamedField[] =>
  Object.entries(shape)
    .filter(([name]) => !without.includes(name))
    .map(([name, schema]) => ({ name, field: fieldOf(schema, name) }))

const shapeOf = (schema: $ZodType): Shape => {
  const { def } = (schema as $ZodTypes)._zod
  return def.type === 'object' ? def.shape : {}
}

/** Texts and parts that stand for an id or a place of another text: no one types them. */
const madeHere: ReadonlySet<string> = new Set(['id', 'seed', 'line'])
const references: Readonly<Record<string, ReferenceTo>> = {
  cardId: 'crisisCards',
  requiredItemId: 'before',
  option: 'answers',
}

const ofUnion = (schema: $ZodType, options: readonly $ZodType[], name: string): FormField => {
  const { def } = (schema as $ZodTypes)._zod
  const by = 'discriminator' in def && typeof def.discriminator === 'string' ? def.discriminator : null
  if (by === null) {
    // A message is a text, or words line by line: one box for both.
    if (options.some((option) => elementOf(option) === CrisisWords))
      return { kind: 'crisisWords', isMessage: true }
    throw new Error(`The composer has no form for ${name}.`)
  }
  return {
    kind: 'variant',
    by,
    options: options.map((option) => {
      const shape = shapeOf(option)
      return { value: literalOf(shape[by]), fields: namedFields(shape, [by]) }
    }),
  }
}

const elementOf = (schema: $ZodType): $ZodType | null => {
  const { def } = (schema as $ZodTypes)._zod
  return def.type === 'array' ? def.element : null
}

const literalOf = (schema: $ZodType | undefined): string => {
  const def = schema && (schema as $ZodTypes)._zod.def
  return def?.type === 'literal' ? String(def.values[0]) : ''
}

const ofArray = (schema: $ZodType, element: $ZodType, name: string): FormField => {
  if (element === CrisisWords) return { kind: 'crisisWords', isMessage: false }
  const item = fieldOf(element, name)
  if (item.kind === 'text') return { kind: 'lines', maxLength: item.maxLength }
  if (item.kind === 'choice') return { kind: 'choices', options: item.options }
  return { kind: 'list', item, maxCount: boundsOf(schema).max }
}

/**
 * How a part is typed.
 *
 * @param name - of the part in what it stands in; an id is made here, or points somewhere, by its name.
 * @throws Error for a kind of schema that no charter has: a test walks all of it.
 */
export const fieldOf = (schema: $ZodType, name: string): FormField => {
  if (schema === Source) return { kind: 'source' }
  if (madeHere.has(name)) return { kind: 'hidden' }
  const to = references[name]
  if (to !== undefined && (schema === PackId || to === 'answers')) return { kind: 'reference', to }
  const { def } = (schema as $ZodTypes)._zod
  switch (def.type) {
    case 'string':
      if ('format' in def && def.format === 'date') return { kind: 'day' }
      return { kind: 'text', maxLength: boundsOf(schema).max }
    case 'number':
      return { kind: 'number', ...boundsOf(schema) }
    case 'boolean':
      return { kind: 'flag' }
    case 'enum':
      return { kind: 'choice', options: Object.values(def.entries).map(String) }
    case 'literal':
      return { kind: 'hidden' }
    case 'array':
      return ofArray(schema, def.element, name)
    case 'object':
      return { kind: 'group', fields: namedFields(def.shape) }
    case 'union':
      return ofUnion(schema, def.options, name)
    case 'nullable':
      return { kind: 'maybe', inner: fieldOf(def.innerType, name), absent: null }
    case 'optional':
      return { kind: 'maybe', inner: fieldOf(def.innerType, name), absent: undefined }
    default:
      throw new Error(`The composer has no form for ${name}.`)
  }
}

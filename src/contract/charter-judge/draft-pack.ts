/**
 * @file A charter that is being written: the shape of a charter, with texts of any length and lists that may be empty.
 * Derived from the charter's own schema, so that the two cannot grow apart.
 */
import { z } from 'zod'
import type { $ZodType, $ZodTypes } from 'zod/v4/core'
import { CharterPack } from '../charters'

/** Longest text of a draft, in UTF-16 units: a bound against abuse, far above what any charter takes. */
export const DRAFT_TEXT_MAX = 20_000
/** Most things in one list of a draft. */
const DRAFT_LIST_MAX = 1000

const relaxed = (schema: $ZodType): z.ZodType => {
  const { def } = (schema as $ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return z.string().max(DRAFT_TEXT_MAX)
    case 'number':
      return z.number()
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, relaxed(field)])),
      )
    case 'array':
      return z.array(relaxed(def.element)).max(DRAFT_LIST_MAX)
    case 'union':
      return z.union(def.options.map(relaxed))
    case 'nullable':
      return relaxed(def.innerType).nullable()
    case 'optional':
      return relaxed(def.innerType).optional()
    case 'boolean':
      return z.boolean()
    case 'enum':
      return z.enum(def.entries)
    case 'literal':
      return z.literal(def.values)
    default:
      // A test walks the whole schema: a kind that a charter never had is added here.
      throw new Error(`A draft has no form for ${def.type}.`)
  }
}

/** The shape of a charter with nothing demanded of its texts, numbers and lists. */
// The shape is CharterPack's, part by part: zod cannot be told so for a schema that was walked.
export const DraftPack = relaxed(CharterPack) as unknown as z.ZodType<CharterPack>

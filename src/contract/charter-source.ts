/** @file Where a rule of a charter comes from. */
import { z } from 'zod'
import { PackId } from './primitives'

/** A clause of the organization's text by id, or our own default with its reason. */
export const Source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('clause'), clauseId: PackId }),
  z.strictObject({ from: z.literal('ourDefault'), why: z.string().trim().min(1).max(300) }),
])
export type Source = z.infer<typeof Source>

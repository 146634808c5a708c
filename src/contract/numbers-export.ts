/** @file The JSON file of an export: its shape, which docs/numbers-export.schema.json publishes. */
import { z } from 'zod'
import { HealthReasons } from './insight'
import { Day, PackId, ZoneName } from './primitives'

/** Version of the shape. It grows with each change that a reader could trip over. */
export const NUMBERS_EXPORT_FORMAT = 2

/** Counts that leave are rounded to a multiple of this. */
export const ROUNDED_TO = 5
/** A charter's counts leave only where at least this many of its groups met. Our default, as is the share. */
export const GROUPS_MIN = 3
/** No group may have held more than this share of the sessions that the counts could come from. */
export const SHARE_MAX = 0.6

/** The file. Strict: what it does not name cannot be in it. */
export const NumbersExport = z.strictObject({
  format: z.literal(NUMBERS_EXPORT_FORMAT),
  kind: z.literal('holdspace-numbers'),
  /** Language of the labels. */
  language: z.string().max(35),
  /** Of an organization: from so many facilitators' bundles. Left out for one facilitator's own numbers. */
  bundles: z.int().min(1).optional(),
  /** Both days are part of it, by the clocks of each group. */
  period: z.strictObject({ key: z.string().max(7), from: Day, to: Day }),
  timeZones: z.array(ZoneName),
  healthReasons: HealthReasons,
  rule: z.strictObject({
    roundedTo: z.literal(ROUNDED_TO),
    groupsMin: z.literal(GROUPS_MIN),
    shareMax: z.literal(SHARE_MAX),
    /** Smallest count that may leave, by charter. */
    charters: z.array(
      z.strictObject({ id: PackId, name: z.string().max(200), version: Day, smallestCount: z.int() }),
    ),
  }),
  measures: z.array(
    z.strictObject({
      id: z.string().max(300),
      label: z.string().max(600),
      about: z.enum(['work', 'acts']),
      unit: z.enum(['count', 'hours']),
      /** Null: hidden. */
      value: z.number().min(0).nullable(),
    }),
  ),
})
export type NumbersExport = z.infer<typeof NumbersExport>

/**
 * @file A bundle of numbers: what one facilitator's console sends to the desk of whoever leads, for one quarter, sealed
 * to that desk's key. docs/numbers-bundle.schema.json publishes its shape, docs/roll-up.md what becomes of it.
 */
import { z } from 'zod'
import { InterventionKind } from './conduct'
import { Instant, PackId } from './primitives'

/** Version of the shape. It grows with each change that a reader could trip over. */
export const NUMBERS_BUNDLE_FORMAT = 1

/** Id of a bundle, made with it. Random: it says nothing of anybody. */
export const BundleId = z.uuid({ version: 'v4' })
export type BundleId = z.infer<typeof BundleId>

/** Number of a bundle, as both sides say it: the beginning of its id. */
export const BundleNumber = z.string().regex(/^[0-9A-F]{8}-[0-9A-F]{4}$/)
export type BundleNumber = z.infer<typeof BundleNumber>

/** The number of a bundle. */
export const bundleNumberOf = (bundleId: BundleId): BundleNumber => bundleId.slice(0, 13).toUpperCase()

/** A whole calendar quarter: the shortest period that a total may have which leaves. */
export const Quarter = z.strictObject({
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
})
export type Quarter = z.infer<typeof Quarter>

/** A group's digest: the same on every console that calls it by the same name under the same charter. Half of a SHA-256, hex. */
export const GroupDigest = z.string().regex(/^[0-9a-f]{32}$/)
export type GroupDigest = z.infer<typeof GroupDigest>

/** No group meets a thousand times in a month; no one console has more groups. */
const SESSIONS_MAX = 1000
const MINUTES_MAX = SESSIONS_MAX * 24 * 60
const GROUPS_MAX = 200
const COUNT_MAX = 100_000
const COUNTS_MAX = 500
const sessions = z.int().min(0).max(SESSIONS_MAX)
const minutes = z.int().min(0).max(MINUTES_MAX)

/** The facilitator's own sessions with one group, under one charter, in one month. */
export const BundleMonth = z.strictObject({
  group: GroupDigest,
  charterId: PackId,
  /** Of the quarter: 1 to 3. */
  month: z.int().min(1).max(3),
  /** Held, missed and cancelled together. */
  planned: sessions,
  held: sessions,
  missed: sessions,
  cancelled: sessions,
  plannedMinutes: minutes,
  heldMinutes: minutes,
})
export type BundleMonth = z.infer<typeof BundleMonth>

/** How often the facilitator did one thing about what people did, of one charter, in the quarter. */
export const BundleCount = z.strictObject({
  charterId: PackId,
  act: InterventionKind,
  /** Null: reasons of earlier versions of the charter. */
  reasonId: PackId.nullable(),
  count: z.int().min(0).max(COUNT_MAX),
})
export type BundleCount = z.infer<typeof BundleCount>

/** The file, opened. Strict: what it does not name cannot be in it. */
export const NumbersBundle = z.strictObject({
  format: z.literal(NUMBERS_BUNDLE_FORMAT),
  kind: z.literal('holdspace-numbers-bundle'),
  id: BundleId,
  /** Random, the same in every bundle of one vault: it tells which of two is the newer one, not whose they are. */
  source: z.uuid({ version: 'v4' }),
  madeAt: Instant,
  period: Quarter,
  months: z.array(BundleMonth).max(GROUPS_MAX * 3),
  /** Every row of each charter that counts, nought included: which rows there are tells nothing. */
  counts: z.array(BundleCount).max(COUNTS_MAX),
})
export type NumbersBundle = z.infer<typeof NumbersBundle>

/** What leaves, before it has an id: for the screen. */
export const BundleContent = NumbersBundle.pick({ period: true, months: true, counts: true })
export type BundleContent = z.infer<typeof BundleContent>

const hasTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length

/** True where a bundle's numbers contradict one another: no console makes such a one. */
export const doesNotAddUp = ({ months, counts }: BundleContent): boolean =>
  months.some(
    ({ planned, held, missed, cancelled, plannedMinutes, heldMinutes }) =>
      planned !== held + missed + cancelled ||
      (planned === 0 && plannedMinutes > 0) ||
      heldMinutes > held * 24 * 60,
  ) ||
  hasTwice(months.map(({ group, charterId, month }) => `${group} ${charterId} ${month}`)) ||
  hasTwice(counts.map(({ charterId, act, reasonId }) => `${charterId} ${act} ${reasonId ?? '*'}`))

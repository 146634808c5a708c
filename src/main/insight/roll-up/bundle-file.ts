/** @file A bundle as a text: read strictly, and nothing of it believed that does not add up. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { doesNotAddUp, NUMBERS_BUNDLE_FORMAT, NumbersBundle } from '../../../contract/numbers-bundle'
import type { BundleRefusal } from '../../../contract/roll-up'
import { readJson } from '../../read-json'
import { isCountable } from '../calendar'

/** Any bundle, of whatever version. */
const AnyBundle = z.looseObject({
  format: z.int().min(1),
  kind: NumbersBundle.shape.kind,
})

/** Reads a text that was sealed. */
export const readBundle = (
  text: string,
): { kind: 'bundle'; bundle: NumbersBundle } | { kind: 'refused'; reason: BundleRefusal; where?: string } => {
  const read = readJson(text)
  if (read.kind === 'notJson') return { kind: 'refused', reason: 'noBundle' }
  if (read.kind === 'repeatedKey') return { kind: 'refused', reason: 'repeatedKey', where: read.where }
  const json = read.value
  const any = AnyBundle.safeParse(json)
  if (!any.success) return { kind: 'refused', reason: 'noBundle' }
  if (any.data.format > NUMBERS_BUNDLE_FORMAT) return { kind: 'refused', reason: 'newer' }
  const bundle = NumbersBundle.safeParse(json)
  if (!bundle.success) return { kind: 'refused', reason: 'noBundle' }
  if (doesNotAddUp(bundle.data)) return { kind: 'refused', reason: 'doesNotAddUp' }
  return { kind: 'bundle', bundle: bundle.data }
}

/** A console's clock may be wrong by a zone or a day, and is not asked more of. In milliseconds. */
const AHEAD_MAX_MS = 7 * 86_400_000

/** Why a bundle that was read cannot be taken in at this moment; null where it can. */
export const refusedNow = ({ period, madeAt }: NumbersBundle, now: Date): BundleRefusal | null => {
  if (!isCountable({ kind: 'quarter', ...period }, now)) return 'periodOut'
  return Date.parse(madeAt) > now.getTime() + AHEAD_MAX_MS ? 'clockAhead' : null
}

/** Digest of all that a bundle says, whatever the order of its rows. */
export const digestOf = (bundle: NumbersBundle): string => {
  const rows = [
    ...bundle.months.map((one) =>
      [
        one.group,
        one.charterId,
        one.month,
        one.held,
        one.missed,
        one.cancelled,
        one.plannedMinutes,
        one.heldMinutes,
      ].join(' '),
    ),
    ...bundle.counts.map((one) => [one.charterId, one.act, one.reasonId ?? '*', one.count].join(' ')),
  ]
  const { id, source, madeAt, period } = bundle
  return createHash('sha256')
    .update([id, source, madeAt, period.year, period.quarter, ...rows.toSorted()].join('\n'))
    .digest('hex')
}

/** Rows of the three tables that a bundle becomes, in the names of their columns. */
export const rowsOf = (bundle: NumbersBundle) => ({
  bundle: {
    id: bundle.id,
    source: bundle.source,
    year: bundle.period.year,
    quarter: bundle.period.quarter,
    madeAt: bundle.madeAt,
    digest: digestOf(bundle),
  },
  months: bundle.months.map(({ group, month, ...numbers }) => ({
    bundleId: bundle.id,
    groupDigest: group,
    // In its table a month is the year's.
    month: (bundle.period.quarter - 1) * 3 + month,
    ...numbers,
  })),
  counts: bundle.counts.map(({ reasonId, ...count }) => ({
    bundleId: bundle.id,
    reasonId: reasonId ?? '*',
    ...count,
  })),
})

/** What is known of a bundle that is here. */
export interface BundleHere {
  id: string
  madeAt: string
  digest: string
}

/**
 * What becomes of a bundle beside one that is here: of two of one console for one quarter the newer one stays, whichever
 * came first.
 *
 * @param sameId - one of the same id.
 * @param sameSource - another of the same console and quarter.
 */
export const placeOfBundle = (
  rows: ReturnType<typeof rowsOf>['bundle'],
  sameId: BundleHere | undefined,
  sameSource: BundleHere | undefined,
): 'take' | 'again' | 'older' | 'numberTaken' => {
  if (sameId) return sameId.digest === rows.digest ? 'again' : 'numberTaken'
  if (!sameSource) return 'take'
  const isNewer =
    rows.madeAt === sameSource.madeAt ? rows.id > sameSource.id : rows.madeAt > sameSource.madeAt
  return isNewer ? 'take' : 'older'
}

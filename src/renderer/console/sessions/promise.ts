/** @file The promise's second half, written from the live schema: what else is in the vault, by count. */
import type { KeptKind, KeptKindId } from '../../../contract/vault'

/** Kinds that are named in the promise, in this order; the profile and settings are on the page behind it. */
const named = [
  'groups',
  'sessions',
  'debriefs',
  'handOffs',
  'feedback',
  'ownKeys',
  'received',
  'lessons',
  'reports',
  'receipts',
  'decisions',
  'violations',
  'counters',
  'bundles',
  'duties',
] as const satisfies readonly KeptKindId[]

/** A kind that has entries, with their number. */
export interface AlsoHere {
  kind: (typeof named)[number]
  count: number
}

/** What else is here, without kinds that have nothing. */
export const alsoHere = (kinds: readonly KeptKind[]): AlsoHere[] =>
  named.flatMap((kind) => {
    const count = kinds.find((one) => one.kind === kind)?.count ?? 0
    return count > 0 ? [{ kind, count }] : []
  })

/** How many entries wait for an answer because their end date has come. */
export const askingCount = (kinds: readonly KeptKind[]): number =>
  kinds.reduce((sum, { entries }) => sum + entries.filter(({ isAskingToGo }) => isAskingToGo).length, 0)

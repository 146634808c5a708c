/** @file What the page What is kept tells of bundles, of those that left, and of what was told. */
import { desc, sql } from 'drizzle-orm'
import { NUMBERS_KEPT_DAYS } from '../../../contract/insight'
import { bundleNumberOf } from '../../../contract/numbers-bundle'
import { SentBundle } from '../../../contract/roll-up'
import { keptPeriod } from '../../kept-date'
import { pagesOf } from '../../kept-pages'
import type { KeptPart } from '../../kept-together'
import { keptEntry, listOf } from '../../read-back'
import type { KeptKindDescriptor } from '../../vault/kept-kind'
import { keptUntilMs, oldestYear } from '../releases'
import { bundles, bundlesSent, rollUps } from '../tables'
import {
  countBundlesMadeBefore,
  readSent,
  readToldRows,
  removeBundle,
  removeBundlesMadeBefore,
  removeSent,
  removeTold,
  sentNote,
} from './store'

const untilOf = (year: string | number): string => new Date(keptUntilMs(`${year}`)).toISOString()

/** Days a bundle is kept after it was made: as long as its period can be counted. */
const BUNDLE_KEPT_MS = NUMBERS_KEPT_DAYS * 86_400_000
const endedBy = (now: Date): string => new Date(now.getTime() - BUNDLE_KEPT_MS).toISOString()

type BundleRow = typeof bundles.$inferSelect
const entryOf = (row: BundleRow) =>
  keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
    id: row.id,
    label: bundleNumberOf(row.id),
    date: { kind: 'quarter', year: row.year, quarter: row.quarter },
    keptSince: row.madeAt,
    keptUntil: new Date(Date.parse(row.madeAt) + BUNDLE_KEPT_MS).toISOString(),
    isAskingToGo: false,
  }))

/** Bundles that the desk took in, one entry each: forgetting one takes it out. */
export const bundlesKept = (): KeptKindDescriptor => ({
  kind: 'bundles',
  tables: ['bundles', 'bundle_months', 'bundle_counts'],
  canForget: true,
  list: (vault) => vault.select().from(bundles).orderBy(desc(bundles.madeAt), bundles.id).all().map(entryOf),
  pages: pagesOf<BundleRow>({
    table: bundles,
    id: bundles.id,
    createdAt: bundles.madeAt,
    endsBy: bundles.madeAt,
    endsAfterMs: BUNDLE_KEPT_MS,
    newestBy: bundles.madeAt,
    rows: (vault, where, order, limit) =>
      vault.select().from(bundles).where(where).orderBy(order).limit(limit).all(),
    placeOf: ({ madeAt, id }) => ({ at: madeAt, id }),
    entryOf,
  }),
  forget: (vault, id) => {
    const row = removeBundle(vault, id)
    return row ? [row.id, row.digest] : null
  },
  countDue: (vault, now) => countBundlesMadeBefore(vault, endedBy(now)),
  enforceEnd: (vault, now) => removeBundlesMadeBefore(vault, endedBy(now)),
})

/** Bundles that left this vault. */
export const sentBundlesKept = (): KeptPart => ({
  tables: ['bundles_sent'],
  lists: [
    listOf('bundlesSent', SentBundle, (vault) =>
      readSent(vault).map((row) => ({ id: row.id, answered: sentNote(row) })),
    ),
  ],
  list: (vault) =>
    readSent(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
        id: row.id,
        label: bundleNumberOf(row.id),
        date: { kind: 'quarter', year: row.year, quarter: row.quarter },
        keptSince: row.madeAt,
        keptUntil: untilOf(row.year),
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const row = removeSent(vault, id)
    return row ? [row.id] : null
  },
  countDue: (vault, now) => readSent(vault).filter(({ year }) => year < Number(oldestYear(now))).length,
  enforceEnd: (vault, now) => {
    vault
      .delete(bundlesSent)
      .where(sql`${bundlesSent.year} < ${Number(oldestYear(now))}`)
      .run()
  },
})

/** What was told of the organization. */
export const toldKept = (): KeptPart => ({
  tables: ['roll_ups'],
  list: (vault) =>
    readToldRows(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.countedAt }, () => ({
        id: row.id,
        label: '',
        date: keptPeriod(row.period),
        keptSince: row.countedAt,
        keptUntil: untilOf(row.period.slice(0, 4)),
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const row = removeTold(vault, id)
    return row ? [row.id] : null
  },
  countDue: (vault, now) => readToldRows(vault).filter(({ period }) => period < oldestYear(now)).length,
  enforceEnd: (vault, now) => {
    vault
      .delete(rollUps)
      .where(sql`${rollUps.period} < ${oldestYear(now)}`)
      .run()
  },
})

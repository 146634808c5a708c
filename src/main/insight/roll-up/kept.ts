/** @file What the page What is kept tells of bundles, of those that left, and of what was told. */
import { sql } from 'drizzle-orm'
import { bundleNumberOf } from '../../../contract/numbers-bundle'
import type { KeptPart } from '../../kept-together'
import { keptEntry } from '../../read-back'
import type { KeptKindDescriptor } from '../../vault/kept-kind'
import { keptUntilMs, oldestYear } from '../releases'
import { bundlesSent, rollUps } from '../tables'
import {
  countBundlesBefore,
  readBundles,
  readSent,
  readToldRows,
  removeBundle,
  removeBundlesBefore,
  removeSent,
  removeTold,
} from './store'

const untilOf = (year: string | number): string => new Date(keptUntilMs(`${year}`)).toISOString()

/** Bundles that the desk took in, one entry each: forgetting one takes it out. */
export const bundlesKept = (): KeptKindDescriptor => ({
  kind: 'bundles',
  tables: ['bundles', 'bundle_months', 'bundle_counts'],
  canForget: true,
  list: (vault) =>
    readBundles(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
        id: row.id,
        label: `${row.year}-Q${row.quarter}, ${bundleNumberOf(row.id)}`,
        keptSince: row.madeAt,
        keptUntil: untilOf(row.year),
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const row = removeBundle(vault, id)
    return row ? [row.id, row.digest] : null
  },
  countDue: (vault, now) => countBundlesBefore(vault, Number(oldestYear(now))),
  enforceEnd: (vault, now) => removeBundlesBefore(vault, Number(oldestYear(now))),
})

/** Bundles that left this vault. */
export const sentBundlesKept = (): KeptPart => ({
  tables: ['bundles_sent'],
  list: (vault) =>
    readSent(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.madeAt }, () => ({
        id: row.id,
        label: `${row.year}-Q${row.quarter}, ${bundleNumberOf(row.id)}`,
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
        label: row.period,
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

/** @file What conduct tells the page What is kept about monthly counters and the choices for crisis cards. */
import { and, eq, lt, sql } from 'drizzle-orm'
import { PERIOD_MAX_DAYS } from '../../contract/insight'
import type { ChartersService } from '../charters/service'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { counters, crisisSettings } from './tables'

const DAY_MS = 86_400_000

/** Tables whose rows go with a session, by foreign key. */
export const TICK_TABLES = ['ticks'] as const

/** Days a month's counters are kept: the longest period numbers can be asked for. Our default. */
const COUNTERS_KEPT_DAYS = PERIOD_MAX_DAYS

const monthStart = (month: string): string => `${month}-01T00:00:00.000Z`
const monthEndsMs = (month: string): number => {
  const start = new Date(monthStart(month))
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)
}

/** Counters, one entry for each charter and month. */
export const countersKept = (charters: ChartersService): KeptKindDescriptor => ({
  kind: 'counters',
  tables: ['counters'],
  canForget: true,
  list: (vault) =>
    vault
      .selectDistinct({ charterId: counters.charterId, month: counters.month })
      .from(counters)
      .orderBy(sql`${counters.month} DESC`, counters.charterId)
      .all()
      .map(({ charterId, month }) => ({
        id: `${charterId}/${month}`,
        label: `${charters.find(charterId)?.name ?? charterId}, ${month}`,
        keptSince: monthStart(month),
        keptUntil: new Date(monthEndsMs(month) + COUNTERS_KEPT_DAYS * DAY_MS).toISOString(),
        isAskingToGo: false,
      })),
  forget: (vault, id) => {
    const [charterId = '', month = ''] = id.split('/')
    const rows = vault
      .delete(counters)
      .where(and(eq(counters.charterId, charterId), eq(counters.month, month)))
      .returning()
      .all()
    // A counter's words are its charter's, month's and reason's, which stand elsewhere too; only their
    // sequence in the row is the counter's own.
    return rows.length > 0
      ? rows.map((row) => `${row.charterId}${row.month}${row.kind}${row.reasonId}`)
      : null
  },
  enforceEnd: (vault, now) => {
    const oldest = new Date(now.getTime() - COUNTERS_KEPT_DAYS * DAY_MS).toISOString().slice(0, 7)
    // The month that the cutoff falls into has not ended before it, so it stays.
    vault.delete(counters).where(lt(counters.month, oldest)).run()
  },
})

/** The choices for crisis cards, as a part of the kind `settings`; they stay until forgotten. */
export const crisisSettingsKept = (): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['crisis_settings'],
  list: (vault) =>
    vault
      .select()
      .from(crisisSettings)
      .all()
      .map((row) => ({
        id: 'crisis-settings',
        label: row.onCallRole === null ? row.region : `${row.region}, ${row.onCallRole}`,
        keptSince: row.changedAt,
        keptUntil: null,
        isAskingToGo: false,
      })),
  forget: (vault, id) => {
    if (id !== 'crisis-settings') return null
    const row = vault.delete(crisisSettings).where(eq(crisisSettings.id, 1)).returning().get()
    return row ? [row.changedAt, ...(row.onCallNumber === null ? [] : [row.onCallNumber])] : null
  },
  enforceEnd: () => {},
})

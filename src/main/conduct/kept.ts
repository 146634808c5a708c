/** @file What conduct tells the page What is kept about monthly counters and the choices for crisis cards. */
import { CrisisSettings, Region } from '../../contract/conduct'
import { NUMBERS_KEPT_DAYS } from '../../contract/insight'
import type { ChartersService } from '../charters/service'
import { keptPeriod } from '../kept-date'
import { keptEntry, listOf } from '../read-back'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import {
  type CrisisSettingsRow,
  countCountersBefore,
  readCountedMonths,
  readCrisisSettings,
  removeCounters,
  removeCountersBefore,
  removeCrisisSettings,
} from './store'

const DAY_MS = 86_400_000

/** Days a month's counters are kept: as long as numbers can be asked for. Our default. */
const COUNTERS_KEPT_DAYS = NUMBERS_KEPT_DAYS

const monthStart = (month: string): string => `${month}-01T00:00:00.000Z`
const monthEndsMs = (month: string): number => {
  const start = new Date(monthStart(month))
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)
}

/** The oldest month that is kept: the one that the cutoff falls into has not ended before it, so it stays. */
const oldestMonth = (now: Date): string =>
  new Date(now.getTime() - COUNTERS_KEPT_DAYS * DAY_MS).toISOString().slice(0, 7)

/** Counters, one entry for each charter and month. */
export const countersKept = (charters: ChartersService): KeptKindDescriptor => ({
  kind: 'counters',
  tables: ['counters'],
  canForget: true,
  list: (vault) =>
    readCountedMonths(vault).map(({ charterId, month }) =>
      keptEntry({ id: `${charterId}/${month}`, createdAt: monthStart(month) }, () => ({
        id: `${charterId}/${month}`,
        label: charters.find(charterId)?.name ?? charterId,
        date: keptPeriod(month),
        keptSince: monthStart(month),
        keptUntil: new Date(monthEndsMs(month) + COUNTERS_KEPT_DAYS * DAY_MS).toISOString(),
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const [charterId = '', month = ''] = id.split('/')
    const rows = removeCounters(vault, charterId, month)
    // A counter's words are its charter's, month's and reason's, which stand elsewhere too; only their
    // sequence in the row is the counter's own.
    return rows.length > 0
      ? rows.map((row) => `${row.charterId}${row.month}${row.kind}${row.reasonId}`)
      : null
  },
  countDue: (vault, now) => countCountersBefore(vault, oldestMonth(now)),
  enforceEnd: (vault, now) => {
    removeCountersBefore(vault, oldestMonth(now))
  },
})

const CRISIS_SETTINGS = 'crisis-settings'

/** As they are stored, each to be read back. */
const settingsStored = ({ region, onCallRole, onCallNumber, groupContact }: CrisisSettingsRow): unknown => ({
  region,
  onCall: onCallRole === null && onCallNumber === null ? null : { role: onCallRole, number: onCallNumber },
  groupContact,
})

/** The choices for crisis cards, as a part of the kind `settings`; they stay until forgotten. */
export const crisisSettingsKept = (): Omit<KeptKindDescriptor, 'kind' | 'canForget'> => ({
  tables: ['crisis_settings'],
  lists: [
    listOf('contacts', CrisisSettings, (vault) => {
      const row = readCrisisSettings(vault)
      return row ? [{ id: CRISIS_SETTINGS, answered: settingsStored(row) }] : []
    }),
  ],
  list: (vault) => {
    const row = readCrisisSettings(vault)
    if (!row) return []
    const region = Region.safeParse(row.region).data
    return [
      {
        id: CRISIS_SETTINGS,
        label: row.onCallRole ?? '',
        ...(region && { region }),
        keptSince: row.changedAt,
        keptUntil: null,
        isAskingToGo: false,
      },
    ]
  },
  forget: (vault, id) => {
    if (id !== CRISIS_SETTINGS) return null
    const row = removeCrisisSettings(vault)
    if (!row) return null
    return [row.changedAt, row.onCallNumber, row.groupContact].filter((words) => words !== null)
  },
  countDue: () => 0,
  enforceEnd: () => {},
})

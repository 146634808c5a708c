/** @file When a calendar period begins and ends in a time zone, and which periods can be counted. */
import { DateTime } from 'luxon'
import { monthBounds, NUMBERS_KEPT_DAYS, type Period } from '../../contract/insight'
import type { Clock } from '../host'
import type { VaultAccess } from '../vault/handles'

const DAY_MS = 86_400_000
/**
 * How long after its end a period can be counted, in milliseconds. By then its last session is held or missed: it may
 * last eight hours and becomes missed a day after its planned end. Earlier the same period would give two answers.
 */
export const SETTLED_AFTER_MS = 2 * DAY_MS
/** Years in which what is kept may lie, the present one not among them. */
const YEARS_BACK = Math.ceil(NUMBERS_KEPT_DAYS / 365)

/** Now as far as it is believed: a clock that is known to run ahead makes no period over. */
export const believedNow = (access: Pick<VaultAccess, 'isClockTrusted' | 'dueBefore'>, clock: Clock): Date =>
  access.isClockTrusted() ? clock.now() : access.dueBefore()

/** First instant of a period and the first after it, as ISO instants. */
interface Bounds {
  from: string
  before: string
}

/** What was worked out of a calendar: asking a zone's clocks costs as much as a query, and the answer never changes. */
const monthStarts = new Map<string, string>()

/** The instant at which a month (`YYYY-MM`) begins by a zone's clocks, where midnight is skipped too. */
export const monthStart = (month: string, timeZone: string): string => {
  const key = `${month} ${timeZone}`
  const known = monthStarts.get(key)
  if (known !== undefined) return known
  const [year, of] = month.split('-').map(Number)
  const start = DateTime.fromObject({ year, month: of, day: 1 }, { zone: timeZone })
  // A zone that this computer no longer knows: its periods are cut by universal time.
  const at = (
    start.isValid ? start.startOf('day').toJSDate() : new Date(`${month}-01T00:00:00.000Z`)
  ).toISOString()
  monthStarts.set(key, at)
  return at
}

/** A period's bounds by the clocks of a zone. */
export const periodBounds = (period: Period, timeZone: string): Bounds => {
  const { first, after } = monthBounds(period)
  return { from: monthStart(first, timeZone), before: monthStart(after, timeZone) }
}

/** True when a period is over in every one of the zones, and settled. */
export const isSettled = (period: Period, timeZones: readonly string[], now: Date): boolean =>
  timeZones.every(
    (timeZone) => Date.parse(periodBounds(period, timeZone).before) + SETTLED_AFTER_MS <= now.getTime(),
  )

/** True when nothing that was counted for a period has reached its end: of half of it, numbers would be wrong. */
export const isKept = (period: Period, timeZones: readonly string[], now: Date): boolean =>
  timeZones.every(
    (timeZone) =>
      Date.parse(periodBounds(period, timeZone).from) + NUMBERS_KEPT_DAYS * DAY_MS >= now.getTime(),
  )

/** The zone in which a period ends last. */
const LAST_ZONE = 'Etc/GMT+12'
/** True where a quarter or a year is over everywhere, settled and still kept: bundles come from any zone. */
export const isCountable = (period: Period, now: Date): boolean =>
  period.kind !== 'month' && isSettled(period, [LAST_ZONE], now) && isKept(period, [LAST_ZONE], now)

/** All periods that are settled and of which everything is still kept; newest first, longer ones first. */
export const settledPeriods = (timeZones: readonly string[], now: Date): Period[] => {
  const thisYear = now.getUTCFullYear()
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, back) => thisYear + 1 - back)
  return years
    .flatMap((year): Period[] => [
      { kind: 'year', year },
      ...[4, 3, 2, 1].map((quarter) => ({ kind: 'quarter' as const, year, quarter })),
      ...[12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => ({ kind: 'month' as const, year, month })),
    ])
    .filter((period) => isSettled(period, timeZones, now) && isKept(period, timeZones, now))
}

/** @file The calendar day of an instant where this computer is: an evening is dated by its own evening. */
import { DateTime } from 'luxon'

/**
 * The day of an instant, `YYYY-MM-DD`.
 *
 * @param instant - ISO.
 * @param timeZone - IANA; without it the zone of this computer.
 */
export const localDay = (instant: string, timeZone?: string): string =>
  DateTime.fromISO(instant, { zone: timeZone ?? 'default' }).toISODate() ?? instant.slice(0, 10)

/** @file The calendar day of an instant where this computer is, and of days after it: an evening is dated by its own evening. */
import { DateTime } from 'luxon'

/**
 * The day of an instant, `YYYY-MM-DD`.
 *
 * @param instant - ISO.
 * @param timeZone - IANA; without it the zone of this computer.
 */
export const localDay = (instant: string, timeZone?: string): string => localDayAfter(instant, 0, timeZone)

/**
 * The day so many days later by the calendar, `YYYY-MM-DD`, whatever the clocks do in the nights between.
 *
 * @param instant - ISO.
 * @param timeZone - IANA; without it the zone of this computer.
 */
export const localDayAfter = (instant: string, days: number, timeZone?: string): string =>
  DateTime.fromISO(instant, { zone: timeZone ?? 'default' })
    .plus({ days })
    .toISODate() ?? instant.slice(0, 10)

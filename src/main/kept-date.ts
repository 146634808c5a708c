/** @file What What is kept dates an entry by: the day of one thing, or the period that is counted in it. */
import { Period, periodOfKey } from '../contract/insight'
import type { KeptDate } from '../contract/vault'
import { localDay } from './local-day'

/**
 * The day of an instant.
 *
 * @param instant - ISO.
 * @param timeZone - IANA; without it the zone of this computer.
 */
export const keptDay = (instant: string, timeZone?: string): KeptDate => ({
  kind: 'day',
  day: localDay(instant, timeZone),
})

/**
 * A period as it is stored, by one word (`periodKey`).
 *
 * @throws where the word says none: the entry is damaged.
 */
export const keptPeriod = (stored: string): KeptDate => Period.parse(periodOfKey(stored))

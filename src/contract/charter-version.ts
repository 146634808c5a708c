/**
 * @file The version of a charter: a day, and from the second version of one day on its number, as in `2026-11-27.2`.
 * Written as one text, so that every record that names a version names exactly one.
 */
import { z } from 'zod'
import { Day } from './primitives'

/** Most versions of one day. */
const NUMBER_MAX = 99

/** `YYYY-MM-DD`, or that and `.2` to `.99`. */
export const CharterVersion = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\.([2-9]|[1-9]\d))?$/)
  .refine((version) => Day.safeParse(version.slice(0, 10)).success, 'Its day is none of the calendar.')
export type CharterVersion = z.infer<typeof CharterVersion>

/** Its day, and which version of that day it is, from 1. */
export const partsOfVersion = (version: CharterVersion): { day: Day; number: number } => {
  const [day = '', number = '1'] = version.split('.')
  return { day, number: Number(number) }
}

/** Below 0 where the first is the older, 0 where they are the same. */
export const compareVersions = (one: CharterVersion, other: CharterVersion): number => {
  const [a, b] = [partsOfVersion(one), partsOfVersion(other)]
  return a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1
}

/**
 * The version that comes next: today's, or the next number of the last version's day where that is today, or later by
 * a clock that was set back since. Null where that day has all it can have.
 */
export const versionAfter = (last: CharterVersion | null, today: Day): CharterVersion | null => {
  if (last === null) return today
  const { day, number } = partsOfVersion(last)
  if (day < today) return today
  return number < NUMBER_MAX ? `${day}.${number + 1}` : null
}

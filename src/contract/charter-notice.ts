/** @file How long before it takes effect a version of a charter was announced, beside the days that the charter asks for. Pure. */
import { partsOfVersion } from './charter-version'
import type { CharterPack } from './charters'
import type { Day } from './primitives'

const DAY_MS = 86_400_000

/** A notice that is shorter than the charter's own. Both in days. */
export interface ShortNotice {
  given: number
  asked: number
}

/**
 * Whether a version gives less notice than the charter asks for. What was promised counts: the version before says how
 * long, and only where it says nothing the new one.
 *
 * @param before - the version that is here; null where there is none, and nobody was promised anything.
 * @param givenOn - the day of the announcement; left out: the version's own.
 * @returns null where the notice is long enough, or none is asked for.
 */
export const shortNotice = (
  after: CharterPack,
  before: CharterPack | null,
  givenOn: Day = partsOfVersion(after.version).day,
): ShortNotice | null => {
  if (before === null) return null
  const asked = before.settings.noticeDays.value ?? after.settings.noticeDays.value
  if (asked === null) return null
  const from = after.takesEffectOn ?? givenOn
  const given = Math.max(0, Math.round((Date.parse(from) - Date.parse(givenOn)) / DAY_MS))
  return given < asked ? { given, asked } : null
}

/** The first day on which a change that is announced on a day may take effect; null where no notice is asked for. */
export const earliestEffect = (before: CharterPack, givenOn: Day): Day | null => {
  const asked = before.settings.noticeDays.value
  if (asked === null) return null
  return new Date(Date.parse(givenOn) + asked * DAY_MS).toISOString().slice(0, 10)
}

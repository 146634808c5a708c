/**
 * @file Versions of a charter that were taken in before the day on which they take effect. Until that day, and until
 * somebody has read what is different, the version that is here goes on acting.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CharterVersion } from './charter-version'
import { CharterPack, CharterSummary } from './charters'
import { Day, PackId, unlockedErrors } from './primitives'

/** Most versions of one charter that may wait for their day. */
export const COMING_VERSIONS_MAX = 5

/** One that waits: for its day, or from then on for somebody to read what is different. */
export const ComingVersion = z.strictObject({
  charterId: PackId,
  name: z.string(),
  version: CharterVersion,
  /** The version that acts. */
  actingVersion: CharterVersion,
  takesEffectOn: Day,
  /** Its day has come. */
  isDue: z.boolean(),
})
export type ComingVersion = z.infer<typeof ComingVersion>

const one = z.strictObject({ charterId: PackId, version: CharterVersion })

export const charterVersions = {
  /** What waits, of every charter, soonest first. Of several of one charter whose day has come, the newest alone. */
  coming: oc.output(z.array(ComingVersion)).errors(unlockedErrors),
  /** The version that acts and one that waits, to be read side by side. */
  compare: oc
    .input(one)
    .output(z.strictObject({ before: CharterPack, after: CharterPack }))
    .errors(unlockedErrors),
  /** Notes that what is different was read, and when: from now on this version acts, and older ones are gone. */
  acknowledge: oc
    .input(one)
    .output(CharterSummary)
    .errors({
      ...unlockedErrors,
      NOT_YET: { message: 'Its day has not come.' },
      SESSION_OPEN: { message: 'A session is open. Close it first.' },
    }),
}

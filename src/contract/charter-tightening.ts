/**
 * @file What a group may decide more strictly than its charter. Order of who decides: the floor (the schema), the pack,
 * the organization, the facilitator; each may tighten what those before left open, and nobody may loosen.
 */
import { z } from 'zod'
import { type CharterSettings, LockMoment } from './charter-settings'
import type { CharterPack } from './charters'

/** The settings that act for one group, each with what it may be tightened to. What is left out stays the charter's. */
export const Tightening = z.strictObject({
  muteOnEntry: z.literal(true).optional(),
  invitesUnheard: z.literal(false).optional(),
  lock: LockMoment.optional(),
  stepOutCheck: z.literal(true).optional(),
  needsApprovedServer: z.literal(true).optional(),
  registrationsMinimum: z.int().min(1).max(500).optional(),
})
export type Tightening = z.infer<typeof Tightening>

/** Name of a setting that a group may tighten. */
export type TightenedName = keyof Tightening

/** Every setting that a group may tighten, in the order in which they are shown. */
export const tightenedNames = Tightening.keyof().options

/** Minutes after the start at which the room is locked: earlier is stricter, and by hand is no promise at all. */
const lockedAfter = (moment: LockMoment): number => {
  switch (moment.kind) {
    case 'atStart':
      return 0
    case 'grace':
      return moment.minutes
    case 'manual':
      return Number.POSITIVE_INFINITY
  }
}

/** Whether `next` asks for more than `now`, for one setting. Equal is not stricter. */
export const isStricter: {
  readonly [N in TightenedName]: (
    next: CharterSettings[N]['value'],
    now: CharterSettings[N]['value'],
  ) => boolean
} = {
  muteOnEntry: (next, now) => next && !now,
  invitesUnheard: (next, now) => !next && now,
  stepOutCheck: (next, now) => next && !now,
  lock: (next, now) => lockedAfter(next) < lockedAfter(now),
  needsApprovedServer: (next, now) => next && !now,
  registrationsMinimum: (next, now) => (next ?? 0) > (now ?? 0),
}

const tightenedOne = <N extends TightenedName>(
  name: N,
  settings: CharterSettings,
  next: CharterSettings[N]['value'] | undefined,
): CharterSettings[N] => {
  const setting = settings[name]
  return next === undefined || setting.isLocked || !isStricter[name](next, setting.value)
    ? setting
    : { ...setting, value: next }
}

/**
 * Settings with what an organization or a facilitator decided more strictly. What is locked, and what would loosen, is
 * left as it was: a charter that became stricter since wins.
 */
export const tightened = (settings: CharterSettings, by: Tightening): CharterSettings => ({
  ...settings,
  muteOnEntry: tightenedOne('muteOnEntry', settings, by.muteOnEntry),
  invitesUnheard: tightenedOne('invitesUnheard', settings, by.invitesUnheard),
  lock: tightenedOne('lock', settings, by.lock),
  stepOutCheck: tightenedOne('stepOutCheck', settings, by.stepOutCheck),
  needsApprovedServer: tightenedOne('needsApprovedServer', settings, by.needsApprovedServer),
  registrationsMinimum: tightenedOne('registrationsMinimum', settings, by.registrationsMinimum),
})

/** A pack as it holds for one group. */
export const packFor = (pack: CharterPack, by: Tightening): CharterPack => ({
  ...pack,
  settings: tightened(pack.settings, by),
})

/**
 * @file Duties: what the facilitator owes to their own role. Certificates that run out, trainings, policies to read,
 * meetings, rounds through a chat room, days away. About nobody else, and reported to nobody.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, Done, DutyId, Instant, line, PackId, unlockedErrors } from './primitives'

/** Kinds of duty, in the words of the codes: each has its own words on screen and its own usual rhythm. */
export const DutyKind = z.enum([
  'credential',
  'training',
  'policy',
  'backgroundCheck',
  'meeting',
  'supervision',
  'rounds',
  'renewal',
  'absence',
  'other',
])
export type DutyKind = z.infer<typeof DutyKind>

/** How many duties a vault takes: far above any real number, a bound against a slip. */
export const DUTIES_MAX = 200
/** How far ahead a duty may lie, in years. */
export const DUTY_AHEAD_MAX_YEARS = 20

/**
 * When a duty comes round again. `once`: never. `days`, `months`: so long after it was done. `hours`: rounds through a
 * chat room, to be made again after `soonHours` and at the latest after `dueHours`.
 */
export const DutyRhythm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(366) }),
  z.strictObject({ kind: z.literal('months'), months: z.int().min(1).max(120) }),
  z
    .strictObject({
      kind: z.literal('hours'),
      soonHours: z.int().min(1).max(720),
      dueHours: z.int().min(1).max(720),
    })
    .refine(({ soonHours, dueHours }) => soonHours <= dueHours, { path: ['soonHours'] }),
])
export type DutyRhythm = z.infer<typeof DutyRhythm>

const draft = {
  kind: DutyKind,
  /** In the facilitator's own words. */
  title: line(120),
  rhythm: DutyRhythm,
  /** The day on which it is due, or on which days away begin; null where none is known, and for `hours`. */
  dueOn: Day.nullable(),
  /** The last of the days away; null for everything else. */
  endsOn: Day.nullable(),
  /** So many days before it is due it is shown as coming up. */
  remindDays: z.int().min(0).max(180),
}

/** What one types of a duty. */
export const DutyDraft = z
  .strictObject(draft)
  .refine(({ kind, endsOn }) => (kind === 'absence') === (endsOn !== null), { path: ['endsOn'] })
  .refine(({ kind, rhythm }) => kind !== 'absence' || rhythm.kind === 'once', { path: ['rhythm'] })
  .refine(({ dueOn, endsOn }) => endsOn === null || (dueOn !== null && dueOn <= endsOn), { path: ['endsOn'] })
  .refine(({ rhythm, dueOn }) => rhythm.kind !== 'hours' || dueOn === null, { path: ['dueOn'] })
export type DutyDraft = z.infer<typeof DutyDraft>

/**
 * Where a duty stands today, by the calendar of this computer. `undated`: no day is known. `now`: days away that have
 * begun. `over`: done and not coming round again, or days away that are behind.
 */
export const DutyState = z.enum(['overdue', 'due', 'now', 'soon', 'undated', 'later', 'over'])
export type DutyState = z.infer<typeof DutyState>

/** Which suggestion of a charter a duty was added from, whatever it is called since: it is not offered again. */
export const DutySuggestion = z.strictObject({ charterId: PackId, suggestedId: PackId })
export type DutySuggestion = z.infer<typeof DutySuggestion>

/** A duty as it is kept. */
export const OwnDuty = z.strictObject({
  ...draft,
  id: DutyId,
  /** Null: in the facilitator's own words from the beginning. */
  suggestedBy: DutySuggestion.nullable(),
  /** When it was last done; null: never said to be. */
  doneAt: Instant.nullable(),
  state: DutyState,
  /** For `hours`: the instant by which the next round is due; null for all others, and before the first round. */
  dueAt: Instant.nullable(),
  /** For days away: how many sessions are planned in them. */
  plannedSessions: z.int().min(0),
  /** When it goes by itself; null: it stays until it is over or forgotten. */
  keptUntil: Instant.nullable(),
})
export type OwnDuty = z.infer<typeof OwnDuty>

const tooFar = { TOO_FAR_AHEAD: { message: 'That day is further ahead than a duty may lie.' } } as const

export const duties = {
  /** What is due first, then by day; what is over last. */
  list: oc.output(z.array(OwnDuty)).errors(unlockedErrors),
  /**
   * How many are due, overdue or coming up. Always 0 while a session is open, and within an hour of one: nobody is
   * reminded of paperwork at a door.
   */
  reminders: oc.output(z.strictObject({ count: z.int().min(0) })).errors(unlockedErrors),
  /** Creates, where there is none of that id, or changes. `suggestedBy` counts where it creates. */
  save: oc
    .input(
      z.strictObject({
        dutyId: DutyId,
        isNew: z.boolean(),
        draft: DutyDraft,
        suggestedBy: DutySuggestion.optional(),
      }),
    )
    .output(OwnDuty)
    .errors({ ...unlockedErrors, ...tooFar, TOO_MANY: { message: 'There are too many duties already.' } }),
  /** Notes that it was done on a day; where it comes round again, the next day follows from that one. */
  done: oc
    .input(z.strictObject({ dutyId: DutyId, doneOn: Day }))
    .output(OwnDuty)
    .errors({ ...unlockedErrors, IN_THE_FUTURE: { message: 'That day is still to come.' } }),
  /** Takes back what `done` just changed. */
  takeBack: oc
    .input(z.strictObject({ dutyId: DutyId, dueOn: Day.nullable(), doneAt: Instant.nullable() }))
    .output(OwnDuty)
    .errors({ ...unlockedErrors, ...tooFar, IN_THE_FUTURE: { message: 'That instant is still to come.' } }),
  /** Forgets it at once. */
  discard: oc
    .input(z.strictObject({ dutyId: DutyId }))
    .output(Done)
    .errors(unlockedErrors),
}

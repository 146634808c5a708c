/** @file Rehearsal: drills, each one hard moment to practise with pretend guests. Nothing of one enters the vault. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { words } from './charter-text'
import { DrillAct, DrillPlan, DrillSpoken } from './drill-plan'
import { RoomTicket } from './meeting'
import { PackId, unlockedErrors } from './primitives'

/** The shape of drill packs this app reads. */
export const DRILL_FORMAT = 1

/** What a drill is about. `guided`: the whole of an evening, step by step. `own`: the facilitator's own part. */
export const DrillKind = z.enum(['guided', 'safety', 'conduct', 'room', 'own'])
export type DrillKind = z.infer<typeof DrillKind>

/**
 * Something opened in the console, which the meeting cannot see: `card.` and the card's id, where that card was chosen
 * and not merely the first in sight; `cards`; or `report`.
 */
export const cardMoment = (cardId: PackId): PackId => `card.${cardId}`
/** The cards were opened, at whichever card stood first: no card of its own was looked up. */
export const CARDS_MOMENT = 'cards'
/** A report was started. In a drill none is made. */
export const REPORT_MOMENT = 'report'

const moments = z.array(PackId).min(1).max(8)

/** What the facilitator's acts are held against at the end: words for either way it went. */
export const DrillGoal = z.discriminatedUnion('kind', [
  /** Kept when any of `by` came, after `after` where that is given. */
  z.strictObject({
    kind: z.literal('done'),
    by: moments,
    /** What called for it; null: the drill's beginning. */
    after: PackId.nullable(),
    kept: words(240),
    missed: words(240),
  }),
  /** Kept when none of `by` came. */
  z.strictObject({ kind: z.literal('avoided'), by: moments, kept: words(240), missed: words(240) }),
])
export type DrillGoal = z.infer<typeof DrillGoal>

/** One act that fits, and after which moment: shown at the end, and played by the test of every pack. */
export const FittingAct = z.strictObject({
  after: PackId.nullable(),
  act: z.discriminatedUnion('kind', [
    ...DrillAct.options,
    z.strictObject({ kind: z.literal('opensCard'), cardId: PackId }),
    z.strictObject({ kind: z.literal('startsReport') }),
  ]),
})
export type FittingAct = z.infer<typeof FittingAct>

const fields = {
  format: z.literal(DRILL_FORMAT),
  id: PackId,
  title: words(80),
  kind: DrillKind,
  /** What it practises, in one sentence. */
  practises: words(240),
  /** The card whose words fit; null where none does. Shown with the charter's own where the charter has it. */
  cardId: PackId.nullable(),
  /** Reasons of a charter it touches; those that the chosen charter has are cited at the end. */
  reasonIds: z.array(PackId).max(4),
  plan: DrillPlan,
  goals: z.array(DrillGoal).min(1).max(6),
  fitting: z.array(FittingAct).min(1).max(8),
}

const stepsOf = ({ plan }: { plan: DrillPlan }): ReadonlySet<string> =>
  new Set(plan.steps.map(({ id }) => id))

/** Guests that a step names in its triggers, needs and deeds. */
const guestsNamed = (plan: DrillPlan): readonly string[] =>
  plan.steps.flatMap(({ when, needsHere, happens }) => [
    ...needsHere,
    ...[...when, ...happens].flatMap((each) => ('guest' in each && each.guest !== null ? [each.guest] : [])),
  ])

/** A drill, as a file of `resources/rehearsal` has it. */
export const Drill = z
  .strictObject(fields)
  .refine(({ plan }) => stepsOf({ plan }).size === plan.steps.length, 'Two steps have one id.')
  .refine(
    ({ plan }) => new Set(plan.guests.map(({ name }) => name)).size === plan.guests.length,
    'Two guests have one name.',
  )
  .refine(
    ({ plan, fitting }) => {
      const names = new Set(plan.guests.map(({ name }) => name))
      const acts = fitting.flatMap(({ act }) => ('guest' in act ? [act.guest] : []))
      return [...guestsNamed(plan), ...acts].every((name) => names.has(name))
    },
    { message: 'A step or an act names somebody who is no guest.' },
  )
  .refine(
    ({ plan, goals, fitting }) => {
      const steps = stepsOf({ plan })
      const isKnown = (moment: string) =>
        steps.has(moment) ||
        moment === REPORT_MOMENT ||
        moment === CARDS_MOMENT ||
        moment.startsWith(cardMoment(''))
      const named = [
        ...plan.steps.flatMap(({ when, needs, unless }) => [
          ...needs,
          ...unless,
          ...when.flatMap((trigger) => (trigger.kind === 'step' ? [trigger.id] : [])),
        ]),
        ...goals.flatMap(({ by }) => by),
        ...goals.flatMap((goal) => (goal.kind === 'done' && goal.after !== null ? [goal.after] : [])),
        ...fitting.flatMap(({ after }) => (after === null ? [] : [after])),
      ]
      return named.every(isKnown)
    },
    { message: 'A moment is named that is no step of the plan.' },
  )
export type Drill = z.infer<typeof Drill>

/** The languages that the drills' words are in. */
export const DrillLanguage = z.enum(['en', 'es'])
export type DrillLanguage = z.infer<typeof DrillLanguage>

/** A drill's words in another language, as a file of `resources/rehearsal/<language>` has them. What happens is the drill's own. */
export const DrillWords = z.strictObject({
  title: fields.title,
  practises: fields.practises,
  /** By step: what is said and written in it, in order. */
  says: z.record(PackId, z.array(DrillSpoken).min(1).max(6)),
  /** In the order of the drill's goals. */
  goals: z.array(z.strictObject({ kept: words(240), missed: words(240) })),
})
export type DrillWords = z.infer<typeof DrillWords>

/** A drill on the list. */
export const DrillSummary = z.strictObject({
  id: PackId,
  title: fields.title,
  kind: DrillKind,
  practises: fields.practises,
  /** How long it takes at most, in whole minutes. */
  minutes: z.int().min(1),
})
export type DrillSummary = z.infer<typeof DrillSummary>

/** A drill's room name is random, as any room's: nothing tells drills apart outside. */
const inLanguage = z.strictObject({ language: DrillLanguage })
const byDrill = inLanguage.extend({ drillId: PackId })

export const rehearsal = {
  /** The drills that ship, in the order to practise them. */
  drills: oc.input(inLanguage).output(z.array(DrillSummary)).errors(unlockedErrors),
  get: oc.input(byDrill).output(Drill).errors(unlockedErrors),
  /** Readies a room page for a drill; no session is made and nothing is written. */
  openRoomPage: oc
    .input(byDrill.extend({ isBack: z.boolean() }))
    .output(RoomTicket)
    .errors({
      ...unlockedErrors,
      SESSION_OPEN: { message: 'A session is open. Close it first.' },
      NO_ROOM_HERE: { message: 'This browser cannot hold a live room. The rehearsal works.' },
    }),
  /** The drill that was asked for at the start, once; then null. */
  takeAsked: oc.output(z.strictObject({ drillId: PackId.nullable() })).errors(unlockedErrors),
}

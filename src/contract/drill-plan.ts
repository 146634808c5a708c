/**
 * @file What a drill's meeting plays: its guests, and what they do by time and by what the facilitator does. Read by
 * the rehearsal's frame, so it holds nothing of the vault and nobody real.
 */
import { z } from 'zod'
import { PackId } from './primitives'

/** Longest wait in a plan, in milliseconds: a drill is minutes, not an evening. */
const WAIT_MAX_MS = 600_000

/** A guest's name: any text, as on a real server. The plan's guests are told apart by it. */
export const DrillGuestName = z.string().trim().min(1).max(80)
/** What a guest says or writes. */
export const DrillSpoken = z.string().trim().min(1).max(400)
const waitMs = z.int().min(0).max(WAIT_MAX_MS)

/** One pretend guest. */
export const DrillGuest = z.strictObject({
  name: DrillGuestName,
  /** Milliseconds after the frame starts; 0: inside before us. Null: comes when a step says so. */
  arrivesAtMs: waitMs.nullable(),
  /** Whether the microphone is open on arrival. */
  isUnmuted: z.boolean(),
})
export type DrillGuest = z.infer<typeof DrillGuest>

/** What the facilitator did, as the meeting's server sees it. */
export const DrillAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['muted', 'removed', 'writtenTo', 'askedToSpeak', 'admitted', 'turnedAway']),
    guest: DrillGuestName,
  }),
  /** `spoke`, `fellSilent`: their own microphone was opened or closed. */
  z.strictObject({
    kind: z.enum(['wroteToEveryone', 'locked', 'unlocked', 'quieted', 'quietEnded', 'spoke', 'fellSilent']),
  }),
])
export type DrillAct = z.infer<typeof DrillAct>

/** What starts a step. */
export const DrillTrigger = z.discriminatedUnion('kind', [
  /** We are in the room. */
  z.strictObject({ kind: z.literal('begins') }),
  /** We are in again after our line broke. */
  z.strictObject({ kind: z.literal('comesBack') }),
  /** Another step has happened. */
  z.strictObject({ kind: z.literal('step'), id: PackId }),
  ...DrillAct.options,
])
export type DrillTrigger = z.infer<typeof DrillTrigger>

/** What happens in a step. */
export const DrillDeed = z.discriminatedUnion('kind', [
  /** Aloud: the words stand on the stage in place of a voice. Held muted, they raise a hand instead. */
  z.strictObject({ kind: z.literal('says'), guest: DrillGuestName, text: DrillSpoken }),
  z.strictObject({
    kind: z.literal('writes'),
    guest: DrillGuestName,
    to: z.enum(['facilitator', 'everyone']),
    text: DrillSpoken,
  }),
  /** By whatever door is open: they knock where the room is locked. */
  z.strictObject({ kind: z.literal('comes'), guest: DrillGuestName }),
  z.strictObject({ kind: z.literal('leaves'), guest: DrillGuestName }),
  z.strictObject({ kind: z.literal('raisesHand'), guest: DrillGuestName }),
  z.strictObject({
    kind: z.literal('recording'),
    mode: z.enum(['file', 'stream', 'transcript']),
    isOn: z.boolean(),
  }),
  /** The server makes somebody else moderator and takes it from us; null: it is given back. */
  z.strictObject({ kind: z.literal('moderator'), guest: DrillGuestName.nullable() }),
  /** Another moderator turns the lobby on or off, or changes the password, which is told as a hint alone. */
  z.strictObject({ kind: z.literal('othersLobby'), isOn: z.boolean() }),
  z.strictObject({ kind: z.literal('othersPassword') }),
  z.strictObject({ kind: z.literal('lineBreaks') }),
  z.strictObject({ kind: z.literal('lineReturns') }),
  /** What there was to practise is over. */
  z.strictObject({ kind: z.literal('ends') }),
])
export type DrillDeed = z.infer<typeof DrillDeed>

/** One thing that happens, once. */
export const DrillStep = z.strictObject({
  id: PackId,
  /** Any of these starts it. */
  when: z.array(DrillTrigger).min(1).max(6),
  /** Milliseconds after that. */
  afterMs: waitMs,
  /** It does not happen before all of these steps have; what starts it later can. */
  needs: z.array(PackId).max(4).default([]),
  /** It does not happen once one of these steps has. */
  unless: z.array(PackId).max(8).default([]),
  /** It does not happen unless these guests are in the room: its words are to them or speak of them as here. */
  needsHere: z.array(DrillGuestName).max(4).default([]),
  /** In order; empty: the step only marks that its trigger came. It does not happen without the guests it needs. */
  happens: z.array(DrillDeed).max(6),
})
export type DrillStep = z.infer<typeof DrillStep>

/** A drill's meeting. */
export const DrillPlan = z.strictObject({
  /** The same seed gives the same ids. */
  seed: z.int().min(1).max(2_000_000_000),
  guests: z.array(DrillGuest).min(1).max(12),
  steps: z.array(DrillStep).min(1).max(24),
  /** How long the frame takes to its first sign, in milliseconds: a real one took 10 to 24 s. */
  slowStartMs: waitMs.default(0),
  /** It is over after this long at the latest, in milliseconds after we are in. */
  endsAfterMs: z.int().min(30_000).max(WAIT_MAX_MS),
})
export type DrillPlan = z.infer<typeof DrillPlan>

/** What the rehearsal's frame page is served with. */
export const DrillFrame = z.strictObject({
  plan: DrillPlan,
  /** True: the facilitator came back into it, after trouble. */
  isBack: z.boolean(),
})
export type DrillFrame = z.infer<typeof DrillFrame>

/** Title of the notification by which a drill's frame tells of its steps; the description is the step's id. */
export const DRILL_STEP_TITLE = 'rehearsal.step'
/** The same, as the drill is over; the description is the step's id, or `time`. */
export const DRILL_END_TITLE = 'rehearsal.end'
/** The description that means: it ended by its time. */
export const DRILL_END_BY_TIME = 'time'

/** @file What a simulated evening is made of: who comes, when, and what each of them tends to do. */
import type { DrillFrame } from '../../../contract/drill-plan'

/** Something a guest tends to do. Times are milliseconds after the guest came in, unless said otherwise. */
export type Behaviour =
  /** Opens the microphone again some time after being muted, unless held muted. */
  | { kind: 'unmutesItself'; afterMs: number }
  /** Raises a hand now and then and waits to be asked. */
  | { kind: 'raisesHand'; afterMs: number; everyMs: number }
  /** Writes to the facilitator alone; answers the first private message that comes back. */
  | { kind: 'writesPrivately'; afterMs: number; text: string; answer: string }
  /** Writes to everyone. */
  | { kind: 'writesToEveryone'; afterMs: number; text: string }
  /** Starts while others are still speaking. */
  | { kind: 'talksOver' }
  /** Goes, and comes back by whatever door is open. */
  | { kind: 'leavesAndReturns'; afterMs: number; awayMs: number }
  /** Loses the line some time after the room was first locked, and comes back: knocks, that is. */
  | { kind: 'dropsAfterLock'; afterMs: number; awayMs: number }
  /** Comes back after being removed, this often. */
  | { kind: 'returnsAfterRemoval'; awayMs: number; times: number }

/** One guest. */
export interface GuestPlan {
  /** Any text at all, as on a real server. */
  name: string
  /** Milliseconds after the facilitator's frame starts; 0 or less: already inside. Infinity: comes only when called. */
  arrivesAtMs: number
  /** False: has no microphone, so nothing is ever said about its being muted. */
  hasMicrophone: boolean
  /** Whether the microphone is open on arrival. */
  comesUnmuted: boolean
  behaviours: readonly Behaviour[]
}

/** A whole evening. */
export interface EveningPlan {
  /** The same seed gives the same evening. */
  seed: number
  guests: readonly GuestPlan[]
  /** Who is moderator: we, or the first guest (then we are not). */
  moderator: 'we' | 'firstGuest'
  /** False: nobody speaks by turns; for tests that count events. */
  hasTalk: boolean
  /** Meaningless events a second, for tests of floods; 0 in a real evening. */
  floodPerSecond: number
  /** The steps that are played; null: guests do as they tend to. */
  drill: DrillFrame | null
}

/** The evening of a drill: its guests do only what its steps say. */
export const drillEvening = (drill: DrillFrame): EveningPlan => ({
  seed: drill.plan.seed,
  moderator: 'we',
  hasTalk: false,
  floodPerSecond: 0,
  drill,
  guests: drill.plan.guests.map(({ name, arrivesAtMs, isUnmuted }) => ({
    name,
    // Whoever came while we were away is inside as we come back.
    arrivesAtMs: arrivesAtMs === null ? Number.POSITIVE_INFINITY : drill.isBack ? 0 : arrivesAtMs,
    hasMicrophone: true,
    comesUnmuted: isUnmuted,
    behaviours: [],
  })),
})

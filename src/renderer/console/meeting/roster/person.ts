/** @file One person as the console knows them, and what an event or poll changes. */
import type { Role } from '../../../../contract/room-protocol'

/** Whether a microphone is open, as far as the server has shown. */
export type MuteState = 'unknown' | 'muted' | 'unmuted'

/** One person. A new object whenever anything about them changes, so that unchanged rows need no drawing. */
export interface Person {
  id: string
  /** 1 for the first who came. */
  ordinal: number
  /** Safe to show, never empty. */
  name: string
  /** Tells people of the same name apart: 2 for the second. Null where nobody else has it. */
  twin: number | null
  role: Role | 'unknown'
  mute: MuteState
  /** When the hand went up, in milliseconds since the epoch by the server's clock; null when it is down. */
  raisedAtMs: number | null
  isSelf: boolean
}

/** What one event or poll changed. */
export type RosterChange =
  | { kind: 'appeared'; person: Person; wasHereBeforeUs: boolean }
  | { kind: 'gone'; person: Person }
  | { kind: 'role'; person: Person; before: Person['role'] }
  | { kind: 'mute'; person: Person; before: MuteState }
  | { kind: 'renamed'; person: Person }
  /** More people than a room may have: the page says what cannot be. */
  | { kind: 'tooMany' }

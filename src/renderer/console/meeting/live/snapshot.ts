/** @file What the live view draws: one immutable picture of the room, at most one per animation frame. */
import { noTurns, type Turns } from '../floor/turns'
import type { Alarm } from '../guard/alarms'
import type { Control } from '../guard/control'
import type { DoorState } from '../guard/door-runs'
import type { Knock } from '../guard/knocks'
import type { PrivateMessage } from '../guard/messages'
import type { OutgoingMessage, OutgoingStatus } from '../guard/outgoing'
import type { OwnMicrophone } from '../guard/own-microphone'
import type { PauseState } from '../guard/pause'
import type { PersonActs } from '../guard/person-acts'
import type { Named, QuietState } from '../guard/quiet'
import type { Removal } from '../guard/removals'
import type { Person } from '../roster/person'
import type { KeyboardState } from './lifecycle'
import type { Stage } from './stage'

/** The room at one moment, as far as the server has shown. */
export interface RoomSnapshot {
  stage: Stage
  control: Control
  /** Connections of those whom the facilitator named as co-facilitators tonight. */
  coFacilitators: ReadonlySet<string>
  /** The room page has not been heard for ten seconds; it may come back. */
  isSilent: boolean
  /** The meeting has not answered for the roster lately: the list may be old. */
  isRosterStale: boolean
  /**
   * The line to the meeting may be dead, which its frame does not know yet: when the room or its server was heard last, in
   * milliseconds since the epoch. What was shown stands as of then. Null: no reason to doubt it.
   */
  doubtedSinceMs: number | null
  people: readonly Person[]
  acts: ReadonlyMap<string, PersonActs>
  lock: DoorState
  /** When the guard will lock the room, in milliseconds since the epoch; null: it is not to, or that was done. */
  locksAtMs: number | null
  /** The charter's time came, or the door was decided by hand: the guard locks by itself no more. */
  isLockTimeOver: boolean
  quiet: QuietState
  cameras: QuietState
  pause: PauseState
  /** What became of the message that tells everyone why the room is paused; null: none was written, or it was put away. */
  pauseTold: OutgoingStatus | null
  /** Two who are held at once; null: nobody. */
  heldBoth: readonly Named[] | null
  knocks: readonly Knock[]
  messages: readonly PrivateMessage[]
  /** What we wrote, oldest first, each with what became of it; not sent ones stay until sent or put away. */
  outgoing: readonly OutgoingMessage[]
  removals: readonly Removal[]
  alarms: readonly Alarm[]
  microphone: OwnMicrophone
  /** What was settled with one person, by `agreedKey`. */
  agreed: ReadonlySet<string>
  /** Who has the floor, and who wants it. */
  turns: Turns
  /** End for everyone was asked, and this server's script does not have it. */
  isEndRefused: boolean
  /** Whether the meeting's frame took the keyboard, unasked; to be said on every page. */
  keyboard: KeyboardState
}

const idle = { kind: 'idle' } as const

/** Nothing known, nobody there. */
export const emptySnapshot = (stage: Stage): RoomSnapshot => ({
  stage,
  control: 'unknown',
  coFacilitators: new Set(),
  isSilent: false,
  isRosterStale: false,
  doubtedSinceMs: null,
  people: [],
  acts: new Map(),
  lock: { wish: 'none', status: idle, isLobbyShownOn: null },
  locksAtMs: null,
  isLockTimeOver: false,
  quiet: { wish: 'none', status: idle },
  cameras: { wish: 'none', status: idle },
  pause: { kind: 'none' },
  pauseTold: null,
  heldBoth: null,
  knocks: [],
  messages: [],
  outgoing: [],
  removals: [],
  alarms: [],
  microphone: { mute: 'unknown', isChanging: false, trouble: null },
  agreed: new Set(),
  turns: noTurns,
  isEndRefused: false,
  keyboard: { kind: 'ours' },
})

/** @file What the console's side of the room page offers to the room guard: one port, parsed both ways. */
import type { FromRoom, RoomCommand } from '../../../../contract/room-protocol'

/**
 * Where a connection stands.
 *
 * - `loading`: the room page has not asked for its port yet.
 * - `open`: the port is handed and the page answers.
 * - `silent`: the port is handed, and nothing valid has come for longer than ten seconds. It may come back.
 * - `leaving`: `leave()` was called; waiting for `closed`, three seconds at most (trap 16).
 * - `closed`: the port is shut and the iframe is out of the page. Final: make a new connection to go on.
 */
export type ConnectionState = 'loading' | 'open' | 'silent' | 'leaving' | 'closed'

/**
 * What the room page did that it should not. Each kind is told at most once in ten seconds, however often it
 * happens; nothing but the alarm comes of it.
 *
 * - `unparsable`: a message that is no word of the protocol; dropped.
 * - `tooLarge`: a message longer than MESSAGE_MAX; dropped unread.
 * - `flood`: more or longer messages than the protocol's limits, hold-ups of this page made up for; the excess is
 *   dropped unread.
 * - `forged`: a window message that imitates the handshake (wrong origin, wrong words, or a second time).
 * - `secondLoad`: the iframe loaded again; the connection was torn down (docs/room-page.md, handshake 4).
 */
export type ConnectionAlarm = 'unparsable' | 'tooLarge' | 'flood' | 'forged' | 'secondLoad'

/** Why a connection is closed. */
export type CloseReason =
  | 'left' // `leave()`, and the room page answered `closed`
  | 'leftUnanswered' // `leave()`, no answer in three seconds: the frame was removed all the same
  | 'closed' // `close()`
  | 'secondLoad' // the room page was loaded again
  | 'keyboardTaken' // it kept taking the keyboard while another page was shown, or was cut off for it
  | 'flooded' // what it said to our window held this page up
  | 'neverReady' // no handshake in two minutes: the room page, or the thread of its port, could not be loaded

/** What a subscriber is told, in order of arrival. */
export type RoomNotice =
  | { kind: 'message'; message: FromRoom }
  | { kind: 'state'; state: Exclude<ConnectionState, 'closed'> }
  | { kind: 'state'; state: 'closed'; reason: CloseReason }
  | { kind: 'alarm'; alarm: ConnectionAlarm }
  /** The frame took the keyboard: no pointer, no Tab and no command of ours asked for it. It was given back. */
  | { kind: 'keyboardTaken' }

/** What `join` needs: the ticket's `domain` and `scriptUrl`, and the facilitator's own words. */
export interface JoinRequest {
  domain: string
  scriptUrl: string
  /** 20..64 lower-case letters and digits. */
  roomName: string
  /** The facilitator's own name for meetings, 1..60 characters. */
  displayName: string
  /** A pasted, short-lived token, or null. */
  jwt: string | null
  /** BCP 47, such as `en`. */
  language: string
}

/** A live connection to one room page. Every method is safe in every state. */
export interface RoomConnection {
  /** The present state. */
  state(): ConnectionState
  /**
   * Asks the room page to load the script and join. Queued until the port is handed.
   *
   * @returns false when the request breaks the protocol, or the connection is leaving or closed, or a join was
   * already asked for: one connection joins once.
   */
  join(request: JoinRequest): boolean
  /**
   * Hands a command over. The room page answers `sent` or `notSent` with the same id; the meeting server
   * acknowledges nothing (trap 1).
   *
   * @returns the command's id, counted up from 1; null when it was not handed to the port (breaks the
   * protocol, or the state is not `open` or `silent`).
   */
  send(command: RoomCommand): number | null
  /**
   * Asks for the roster. The answer is a `polled` message with the same id; its people are null when the
   * meeting did not answer in four seconds.
   *
   * @returns the poll's id, counted up from 1; null when it could not be asked.
   */
  poll(): number | null
  /**
   * Leaves properly: hang up, wait (three seconds at most), shut the port, remove the iframe. The same promise
   * is returned when called again; it never rejects.
   */
  leave(): Promise<CloseReason>
  /** Shuts the port and removes the iframe at once. The camera and microphone go with the iframe. */
  close(): void
  /** Puts the keyboard in the meeting's frame. To take it back, focus an element of the console. */
  focusFrame(): void
  /** False while another page than the live view is shown: then the frame may not have the keyboard at all. */
  setShown(isShown: boolean): void
  /** Removes the frame at once, because it takes the keyboard. */
  cutOff(): void
  /**
   * Hears everything from now on. A listener that throws is not called again for that notice and hurts nobody.
   *
   * @returns stops hearing.
   */
  subscribe(listener: (notice: RoomNotice) => void): () => void
}

/** What `connectRoom` needs. */
export interface ConnectOptions {
  /**
   * The element that will hold the iframe. It must stay where it is in the page while the connection lives:
   * moving an iframe loads it again, which tears the connection down.
   */
  container: HTMLElement
  /** `RoomTicket.roomUrl`; its origin is the only one heard. */
  roomUrl: string
  /** The iframe's accessible name, from the catalogue. */
  title: string
  /** Starts the thread that the room page's port lives in (`intake-worker.ts`). */
  startIntake: () => Worker
}

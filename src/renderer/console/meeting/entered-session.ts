/**
 * @file Which session this page is in, if any. The live room stays mounted while the facilitator looks at
 * another page (a report, a crisis number): moving or removing the frame would leave the meeting.
 */
import type { Session } from '../../../contract/sessions'
import { createPageStore, usePageStore } from '../page-store'
import type { Practice } from './practice'

/** What a session brings along from the room it left for another server, in memory only. */
export interface MovedFrom {
  /** The room was to be locked, or quiet: it is to be so again. */
  isLocked: boolean
  isQuiet: boolean
  /** Names that were there, for the debrief's linter (promise 1). */
  names: readonly string[]
}

/** A session entered in this page, with the pasted token, which lives in this page's memory only. */
export interface EnteredSession {
  session: Session
  /** A pasted meeting token, or null. Never stored, never crosses the contract. */
  jwt: string | null
  /** Null: it is in its first room. */
  moved: MovedFrom | null
  /** Set where it is a drill: then there is no session behind it, and the vault knows nothing of it. */
  practice?: Practice
}

const entered = createPageStore<EnteredSession | null>({
  name: 'meeting.enteredSession',
  initial: null,
  outlivesLockBecause: 'locking shuts the vault and leaves the room open',
})

/** Enters an open session: the live room is shown from now on. */
export const enterSession = (next: EnteredSession): void => entered.set(next)

/** Leaves it: the live room is unmounted, and with it all it remembered. */
export const leaveEnteredSession = (): void => entered.set(null)

/** The session this page is in, or null. */
export const useEnteredSession = (): EnteredSession | null => usePageStore(entered)

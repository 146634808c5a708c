/**
 * @file Leaving the console: what would be lost, and the two questions that a shell with a window of its own asks the
 * page. Imports nothing on purpose: it is part of the first paint.
 */

/** What can be lost, what weighs most first. */
export const AT_STAKE_KINDS = [
  // A meeting would be left, and stays without us.
  'room',
  // The same with pretend guests.
  'rehearsal',
  // A key that is shown once, and that nobody said to have printed or written down.
  'recoverySheet',
  // Typed and not stored.
  'words',
] as const
export type AtStakeKind = (typeof AT_STAKE_KINDS)[number]

/** What a person can answer. */
export const LEAVE_ANSWERS = ['stay', 'leave'] as const
export type LeaveAnswer = (typeof LEAVE_ANSWERS)[number]

/** How long leaving waits for words to be stored before it asks, in milliseconds. */
export const FLUSH_LIMIT_MS = 3000

/**
 * What the console page offers to the shell that holds its window, under `LEAVING_NAME` of its global object. A
 * shell runs one fixed line there and reads the answer; it gives nothing in.
 */
export interface LeavingPage {
  /**
   * Carries out what waits for undo, stores what can be stored, within `FLUSH_LIMIT_MS`, and answers what would still be
   * lost. Never rejects.
   */
  flush(): Promise<readonly AtStakeKind[]>
  /** Asks the person once, however often it is called before they answer. */
  ask(): Promise<LeaveAnswer>
}

/** Where the page offers it. */
export const LEAVING_NAME = 'holdspaceLeaving'

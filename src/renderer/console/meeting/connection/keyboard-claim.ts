/**
 * @file Whether the meeting's frame may have the keyboard. No header, no `inert` and no style keeps a page of another
 * origin from calling `focus()`, so each time it gets the keyboard is judged: asked for by a person, or taken.
 */

/** How long after Tab or a command of ours the frame may get the keyboard, in milliseconds. */
export const ASKED_WITHIN_MS = 400
/**
 * Somebody who acted here this lately, by key or by click, counts as not having clicked in the meeting since, in
 * milliseconds: the browser remembers an act for five seconds, and does not say of which frame. Only where it could not be
 * made to forget the act here; a click in the meeting after that is known as one.
 */
export const ACTED_WITHIN_MS = { words: 5000, elsewhere: 1000 } as const
/** Taken this often within `TAKEN_WINDOW_MS` while another page is shown: the frame is cut off. */
export const TAKEN_MAX = 3
/** In milliseconds. */
export const TAKEN_WINDOW_MS = 10_000
/** Taken this often while one stretch of other pages is shown: cut off, however slowly. */
export const TAKEN_MAX_EVER = 6

/** What was so as the frame got the keyboard. Durations in milliseconds; infinite where it never was. */
export interface FocusCircumstances {
  /** The live view is what is shown. */
  isFrameShown: boolean
  sinceAskedMs: number
  /** Since Tab was pressed in the console, where it has led to nothing of ours since. */
  sinceTabMs: number
  /** Since any key or the pointer was pressed in the console. */
  sinceOwnActMs: number
  /** The browser was made to forget that act: what it knows of since was done in the meeting. */
  isOwnActForgotten: boolean
  /** What had the keyboard before takes text. */
  wasInText: boolean
  /** The browser knows of an act of the person within the last seconds, in this page or in its frames. */
  hasActivation: boolean
}

/** True when no pointer, no Tab and no command of ours asked for it; always while another page is shown. */
export const isTaken = (one: FocusCircumstances): boolean => {
  if (!one.isFrameShown) return true
  if (one.sinceAskedMs < ASKED_WITHIN_MS || one.sinceTabMs < ASKED_WITHIN_MS) return false
  const actedWithinMs = one.wasInText ? ACTED_WITHIN_MS.words : ACTED_WITHIN_MS.elsewhere
  return !one.hasActivation || (!one.isOwnActForgotten && one.sinceOwnActMs < actedWithinMs)
}

/** Counts how often the keyboard was taken while another page is shown. */
export interface TakenCount {
  /** @returns true when the frame is to be cut off now. */
  take(nowMs: number): boolean
  /** The live view is shown again: there the person sees what goes on. */
  reset(): void
}

/** Makes it, at nought. */
export const countTaken = (): TakenCount => {
  let takenAtMs: readonly number[] = []
  return {
    take(nowMs) {
      takenAtMs = [...takenAtMs, nowMs]
      const lately = takenAtMs.filter((atMs) => nowMs - atMs < TAKEN_WINDOW_MS)
      return lately.length >= TAKEN_MAX || takenAtMs.length >= TAKEN_MAX_EVER
    },
    reset() {
      takenAtMs = []
    },
  }
}

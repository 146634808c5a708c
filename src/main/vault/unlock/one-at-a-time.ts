/** @file Runs asynchronous work one piece after the other, in the order asked for. */

/** Runs a piece of work when all before it have ended, whichever way. */
export type OneAtATime = <T>(work: () => Promise<T> | T) => Promise<T>

/** A fresh queue. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    // The next piece waits for the end of this one; how it ended is its own caller's business.
    last = mine.catch(() => {})
    return mine
  }
}

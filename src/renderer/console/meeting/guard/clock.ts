/** @file Time as the room's rules see it: given to them, so that tests can hold it. */

/** A clock with timers. Milliseconds throughout. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number
  /**
   * Acts once after a delay.
   *
   * @returns takes it back.
   */
  after(delayMs: number, act: () => void): () => void
}

/** The page's own clock. */
export const pageClock: Clock = {
  nowMs: () => Date.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Named timers: starting one anew takes the older one of that name back. */
export interface Timers<Name extends string> {
  start(name: Name, delayMs: number, act: () => void): void
  stop(name: Name): void
  stopAll(): void
}

/** Makes them, none running. */
export const createTimers = <Name extends string>(clock: Clock): Timers<Name> => {
  const stops = new Map<Name, () => void>()
  const stop = (name: Name): void => {
    stops.get(name)?.()
    stops.delete(name)
  }
  return {
    start(name, delayMs, act) {
      stop(name)
      stops.set(name, clock.after(delayMs, act))
    },
    stop,
    stopAll: () => {
      for (const name of stops.keys()) stop(name)
    },
  }
}

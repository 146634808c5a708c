/** @file Time as the room's rules see it: given to them, so that tests can hold it. */

/** A clock with timers. Milliseconds throughout. */
export interface Clock {
  /** Milliseconds since the epoch; never less than before. */
  nowMs(): number
  /**
   * Acts once after a delay.
   *
   * @returns takes it back.
   */
  after(delayMs: number, act: () => void): () => void
}

/**
 * The computer's clock, for one room. It goes on where that one is put back, so that nothing waits for the time that it
 * lost: what was sent and is not shown, the lock by itself. It jumps ahead with it: a laptop may have slept.
 */
export const createPageClock = (): Clock => {
  let startMs = Number.NEGATIVE_INFINITY
  return {
    nowMs() {
      startMs = Math.max(startMs, Date.now() - performance.now())
      return Math.floor(startMs + performance.now())
    },
    after: (delayMs, act) => {
      const timer = setTimeout(act, delayMs)
      return () => clearTimeout(timer)
    },
  }
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

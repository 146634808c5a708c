/** @file Time for the simulated meeting: the browser's own, or one that a test turns by hand. */

/** Tells the time and calls back later. */
export interface SimulationClock {
  /** Milliseconds since the Unix epoch. */
  nowMs(): number
  /**
   * Calls once, later.
   *
   * @param delayMs - 0 or more.
   * @returns calls it off.
   */
  after(delayMs: number, action: () => void): () => void
}

/** The browser's clock. */
export const browserClock: SimulationClock = {
  nowMs: () => Date.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until it is turned. */
export interface HandTurnedClock extends SimulationClock {
  /** Moves time on, calling back in order of time, then of asking. */
  advance(byMs: number): void
}

/** Makes a clock that stands at `startMs`. */
export const createHandTurnedClock = (startMs = Date.UTC(2026, 10, 21, 19)): HandTurnedClock => {
  let nowMs = startMs
  let asked = 0
  const waiting = new Map<number, { atMs: number; action: () => void }>()
  return {
    nowMs: () => nowMs,
    after: (delayMs, action) => {
      asked += 1
      const key = asked
      waiting.set(key, { atMs: nowMs + Math.max(0, delayMs), action })
      return () => {
        waiting.delete(key)
      }
    },
    advance: (byMs) => {
      const untilMs = nowMs + byMs
      for (;;) {
        let next: [number, { atMs: number; action: () => void }] | null = null
        for (const entry of waiting) {
          if (entry[1].atMs <= untilMs && (next === null || entry[1].atMs < next[1].atMs)) next = entry
        }
        if (next === null) break
        waiting.delete(next[0])
        nowMs = next[1].atMs
        next[1].action()
      }
      nowMs = untilMs
    },
  }
}

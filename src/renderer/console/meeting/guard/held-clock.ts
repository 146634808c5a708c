/** @file A clock that stands still until a test moves it. */
import type { Clock } from './clock'

/** A clock under the test's hand. */
export interface HeldClock extends Clock {
  /** Moves on, firing what falls due, in order of its time. */
  advance(byMs: number): void
  /** Timers that wait. */
  waiting(): number
}

/** Makes one that starts at `startMs`. */
export const holdClock = (startMs = 1_000_000): HeldClock => {
  let nowMs = startMs
  let count = 0
  const timers = new Map<number, { dueMs: number; act: () => void }>()
  const nextDue = (untilMs: number) => {
    let found: [number, { dueMs: number; act: () => void }] | null = null
    for (const entry of timers) {
      if (entry[1].dueMs <= untilMs && (found === null || entry[1].dueMs < found[1].dueMs)) found = entry
    }
    return found
  }
  return {
    nowMs: () => nowMs,
    after(delayMs, act) {
      count += 1
      const id = count
      timers.set(id, { dueMs: nowMs + Math.max(0, delayMs), act })
      return () => {
        timers.delete(id)
      }
    },
    advance(byMs) {
      const untilMs = nowMs + byMs
      for (let due = nextDue(untilMs); due !== null; due = nextDue(untilMs)) {
        timers.delete(due[0])
        nowMs = due[1].dueMs
        due[1].act()
      }
      nowMs = untilMs
    },
    waiting: () => timers.size,
  }
}

/** @file The room's clock, and what waits by it, on a computer whose clock is put back or ahead. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPageClock } from './clock'
import { createStatusTracker } from './status-tracker'

const HOUR_MS = 3_600_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('goes on where the clock of the computer is put back, and ahead with it', () => {
  const clock = createPageClock()
  const startedMs = clock.nowMs()
  expect(startedMs).toBe(Date.now())
  vi.setSystemTime(Date.now() - HOUR_MS)
  vi.advanceTimersByTime(5000)
  expect(clock.nowMs()).toBe(startedMs + 5000)
  vi.setSystemTime(startedMs + 2 * HOUR_MS)
  expect(clock.nowMs()).toBe(startedMs + 2 * HOUR_MS)
})

it('what was sent and is not shown is said in its ten seconds, though the clock was put back meanwhile', () => {
  const tracker = createStatusTracker(createPageClock(), () => undefined)
  tracker.attempt()({ kind: 'sent' })
  expect(tracker.now().kind).toBe('sent')
  vi.setSystemTime(Date.now() - HOUR_MS)
  vi.advanceTimersByTime(11_000)
  expect(tracker.now().kind).toBe('notShown')
})

/** @file Honest people are never taken for a flood, however long this page was held up; a flood always is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimit, HOLD_UP_MAX_MS, type RateLimit, TICK_MS } from './rate-limit'

const perSecond = 2000
const burst = 2000

/** What a page under load does: free, taking one thing after another, or held up. Lengths in milliseconds. */
const stretch = fc.record({
  isHeldUp: fc.boolean(),
  lengthMs: fc.integer({ min: 1, max: 9000 }),
})
const evening = fc.record({
  stretches: fc.array(stretch, { minLength: 1, maxLength: 12 }),
  /** Milliseconds that taking one message costs: half the time goes into it at most. */
  costMs: fc.constantFrom(0.01, 0.1, 0.4),
})

/**
 * Plays arrivals at a steady rate against a page that is now and then held up.
 *
 * @returns how many arrived, how many were let through, and when it ended.
 */
const play = (
  limit: RateLimit,
  { stretches, costMs }: { stretches: readonly { isHeldUp: boolean; lengthMs: number }[]; costMs: number },
  arrivalsPerSecond: number,
  joinsAtOnce = 0,
) => {
  let nowMs = 0
  let lastTickMs = 0
  let handled = 0
  let passed = 0
  limit.tick(0)
  for (const { isHeldUp, lengthMs } of stretches) {
    const endMs = nowMs + lengthMs
    if (isHeldUp) {
      nowMs = endMs
      continue
    }
    while (nowMs < endMs) {
      const arrived = joinsAtOnce + Math.floor((nowMs * arrivalsPerSecond) / 1000)
      if (handled < arrived) {
        handled += 1
        if (limit.take(nowMs)) passed += 1
        nowMs += costMs
      } else {
        nowMs += 1
      }
      // A timer gets its turn between messages, as in a browser.
      if (nowMs - lastTickMs >= TICK_MS) {
        lastTickMs = nowMs
        limit.tick(nowMs)
      }
    }
  }
  return { handled, passed, endMs: nowMs }
}

describe('a limit that knows of hold-ups', () => {
  it('lets every honest event through: 500 people at once and 1,000 events a second', () => {
    fc.assert(
      fc.property(evening, (one) => {
        // More than is made up for may be lost, whether in one hold-up or in several.
        const heldUpMs = one.stretches.reduce(
          (sum, { isHeldUp, lengthMs }) => sum + (isHeldUp ? lengthMs : 0),
          0,
        )
        fc.pre(heldUpMs <= HOLD_UP_MAX_MS)
        const { handled, passed } = play(createRateLimit({ perSecond, burst }), one, 1000, 500)
        expect(passed).toBe(handled)
      }),
      {
        numRuns: 60,
        // Two hold-ups with a moment between them: what piled up in both comes at once.
        examples: [
          [
            {
              stretches: [
                { isHeldUp: true, lengthMs: 5067 },
                { isHeldUp: false, lengthMs: 1 },
                { isHeldUp: true, lengthMs: 3378 },
                { isHeldUp: false, lengthMs: 90 },
              ],
              costMs: 0.01,
            },
          ],
        ],
      },
    )
  })

  it('holds a flood of 10,000 a second to its rate, with hold-ups or without', () => {
    fc.assert(
      fc.property(
        fc.record({ stretches: fc.array(stretch, { minLength: 1, maxLength: 4 }) }),
        ({ stretches }) => {
          const long = [...stretches, { isHeldUp: false, lengthMs: 8000 }]
          const { handled, passed, endMs } = play(
            createRateLimit({ perSecond, burst }),
            { stretches: long, costMs: 0.02 },
            10_000,
          )
          expect(handled).toBeGreaterThan(passed)
          expect(passed).toBeLessThanOrEqual(burst + (perSecond * endMs) / 1000)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('takes a quiet stretch for no hold-up', () => {
    const limit = createRateLimit({ perSecond, burst })
    for (let nowMs = 0; nowMs <= 60_000; nowMs += TICK_MS) limit.tick(nowMs)
    const passed = Array.from({ length: 20_000 }, () => limit.take(60_000)).filter(Boolean).length
    expect(passed).toBeLessThanOrEqual(burst + (perSecond * TICK_MS) / 1000)
  })

  it('makes up for no hold-up longer than its bound', () => {
    const limit = createRateLimit({ perSecond, burst })
    limit.tick(0)
    const passed = Array.from({ length: 200_000 }, () => limit.take(600_000)).filter(Boolean).length
    expect(passed).toBeLessThanOrEqual(burst + (perSecond * HOLD_UP_MAX_MS) / 1000)
  })

  it('weighs as it counts', () => {
    const limit = createRateLimit({ perSecond: 10, burst: 10 })
    expect(limit.take(0, 8)).toBe(true)
    expect(limit.take(0, 8)).toBe(false)
    expect(limit.take(0, 2)).toBe(true)
  })

  it('minds no clock that goes back', () => {
    const limit = createRateLimit({ perSecond: 10, burst: 1 })
    expect(limit.take(1000)).toBe(true)
    expect(limit.take(0)).toBe(false)
  })
})

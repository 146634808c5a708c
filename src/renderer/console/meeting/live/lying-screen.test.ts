/** @file No sentence on screen says more than was shown, over random evenings: late, twice, contradicting, lost. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evenings } from './drawn-evenings'
import { playEvening } from './lying-screen'

/** A short form; the full one is the stress run's. */
const EVENINGS = 1500

it('says nothing that was not shown', async () => {
  let judged = 0
  await fc.assert(
    fc.asyncProperty(evenings, async (steps) => {
      const result = await playEvening(steps)
      judged += result.judged
      expect(result.lies).toEqual([])
    }),
    // The same evenings every time: other ones are drawn by the stress run.
    { numRuns: EVENINGS, seed: 20_261_126 },
  )
  // The control: sentences were there to be judged.
  expect(judged).toBeGreaterThan(EVENINGS * 10)
})

/**
 * @file The full form of the lying screen: no sentence says more than was shown, over many thousand evenings. The
 * short form plays the same evenings each time, the full one searches among new ones.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isStress, rounds } from '../../../../../tests/fixtures/rounds'
import { evenings } from './drawn-evenings'
import { playEvening } from './lying-screen'

it('says nothing that was not shown, in rare orders of events', async () => {
  await fc.assert(
    fc.asyncProperty(evenings, async (steps) => {
      expect((await playEvening(steps)).lies).toEqual([])
    }),
    { numRuns: rounds(5000, 100_000), ...(isStress ? {} : { seed: 20_261_127 }) },
  )
})

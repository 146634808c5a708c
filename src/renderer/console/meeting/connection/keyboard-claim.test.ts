/** @file When the meeting's frame has the keyboard by right, and when that is a taking. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countTaken,
  type FocusCircumstances,
  isTaken,
  TAKEN_MAX,
  TAKEN_MAX_EVER,
  TAKEN_WINDOW_MS,
} from './keyboard-claim'

const never = Number.POSITIVE_INFINITY
const clicked: FocusCircumstances = {
  isFrameShown: true,
  sinceAskedMs: never,
  sinceTabMs: never,
  sinceOwnActMs: never,
  isOwnActForgotten: false,
  wasInText: false,
  hasActivation: true,
}

const typedJustNow = { wasInText: true, sinceOwnActMs: 100 }

describe('the keyboard in the frame', () => {
  it.each<[string, Partial<FocusCircumstances>, boolean]>([
    ['a click', {}, false],
    ['a click, long after words were typed', { wasInText: true, sinceOwnActMs: 6000 }, false],
    ['Tab', { sinceTabMs: 10, sinceOwnActMs: 10, hasActivation: true }, false],
    ['our own command', { sinceAskedMs: 5, hasActivation: false }, false],
    ['no act of the person', { hasActivation: false }, true],
    ['a pause in typing', { wasInText: true, sinceOwnActMs: 2000 }, true],
    ['a click into our own words', { wasInText: true, sinceOwnActMs: 4000 }, true],
    ['a key pressed a moment ago', { sinceOwnActMs: 300 }, true],
    ['a click in the meeting right after our own words', { ...typedJustNow, isOwnActForgotten: true }, false],
    [
      'our own words, and nothing since',
      { ...typedJustNow, isOwnActForgotten: true, hasActivation: false },
      true,
    ],
  ])('after %s', (_what, change, taken) => {
    expect(isTaken({ ...clicked, ...change })).toBe(taken)
  })

  it('is always taken while another page is shown', () => {
    const duration = fc.oneof(fc.nat(20_000), fc.constant(never))
    const any = fc.record({
      isFrameShown: fc.constant(false),
      sinceAskedMs: duration,
      sinceTabMs: duration,
      sinceOwnActMs: duration,
      isOwnActForgotten: fc.boolean(),
      wasInText: fc.boolean(),
      hasActivation: fc.boolean(),
    })
    fc.assert(fc.property(any, (one) => isTaken(one)))
  })
})

describe('taken again and again', () => {
  it('is too often in a short while, or ever', () => {
    const quick = countTaken()
    expect(Array.from({ length: TAKEN_MAX }, (_, index) => quick.take(index))).toEqual([false, false, true])
    const slow = countTaken()
    const taken = Array.from({ length: TAKEN_MAX_EVER }, (_, index) => slow.take(index * TAKEN_WINDOW_MS))
    expect(taken.indexOf(true)).toBe(TAKEN_MAX_EVER - 1)
    slow.reset()
    expect(slow.take(0)).toBe(false)
  })
})

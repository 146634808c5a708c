/** @file Tests of the wait in words: rounded up, never negative, minutes from ninety seconds on. */
import { describe, expect, it } from 'vitest'
import { waitWords } from './waiting-words'

describe('waiting words', () => {
  it('says nothing where there is no wait', () => {
    expect(waitWords(null, 0)).toEqual({ unit: 'over' })
    expect(waitWords(1000, 1000)).toEqual({ unit: 'over' })
    expect(waitWords(1000, 5000)).toEqual({ unit: 'over' })
  })
  it('rounds up, so that nobody tries a moment too early', () => {
    expect(waitWords(1001, 0)).toEqual({ unit: 'seconds', count: 2 })
    expect(waitWords(1, 0)).toEqual({ unit: 'seconds', count: 1 })
  })
  it('says minutes from ninety seconds on', () => {
    expect(waitWords(89_000, 0)).toEqual({ unit: 'seconds', count: 89 })
    expect(waitWords(90_000, 0)).toEqual({ unit: 'minutes', count: 2 })
    expect(waitWords(3_600_000, 0)).toEqual({ unit: 'minutes', count: 60 })
  })
})

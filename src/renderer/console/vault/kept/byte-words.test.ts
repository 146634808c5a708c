/** @file Tests of bytes in words. */
import { describe, expect, it } from 'vitest'
import { byteWords } from './byte-words'

describe('byte words', () => {
  it('takes the unit a person would', () => {
    expect(byteWords(0, 'en')).toBe('0 bytes')
    expect(byteWords(640, 'en')).toBe('640 bytes')
    expect(byteWords(120_400, 'en')).toBe('120 kB')
    expect(byteWords(999_499, 'en')).toBe('999 kB')
    expect(byteWords(999_500, 'en')).toBe('1 MB')
    expect(byteWords(4_193_000, 'en')).toBe('4.2 MB')
  })
})

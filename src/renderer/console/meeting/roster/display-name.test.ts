/** @file Names of every sort become one safe, visible line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../../tests/fixtures/rounds'
import { cleanText, nameKey, SHOWN_NAME_MAX, shownName } from './display-name'

const clusters = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length

describe('shownName', () => {
  it.each([
    ['River K', 'River K'],
    ['  Sol \n\t Ray ', 'Sol Ray'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['\u2066a\u2069\u200f\u061c', 'a'],
    ['a\u0000b\u001b[31mc', 'ab[31mc'],
    ['\u200b\u200b\ufeff', 'Someone 3'],
    ['\u3164\u115f\u2800', 'Someone 3'],
    ['\u200d', 'Someone 3'],
    ['', 'Someone 3'],
    ['👩‍👩‍👧‍👦 Kim', '👩‍👩‍👧‍👦 Kim'],
    ['ליאת', 'ליאת'],
    ['\ud800broken', 'broken'],
    ['Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301y', 'Z\u0301\u0301\u0301\u0301y'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(shownName(raw, 'Someone 3')).toBe(shown)
  })

  it('cuts 10,000 characters to 40 clusters, and says that it did', () => {
    const shown = shownName('👍🏽'.repeat(10_000), 'x')
    expect(shown.endsWith('…')).toBe(true)
    expect(clusters(shown)).toBe(SHOWN_NAME_MAX + 1)
  })

  it('is visible, bounded and without controls whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const shown = shownName(raw, 'Someone 1')
        expect(shown.trim()).not.toBe('')
        expect(clusters(shown)).toBeLessThanOrEqual(SHOWN_NAME_MAX + 1)
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u)
        expect(shown.isWellFormed()).toBe(true)
      }),
      { numRuns: rounds(150, 2000) },
    )
  })
})

describe('nameKey and cleanText', () => {
  it('takes look-alikes for one another', () => {
    expect(nameKey('ＳＯＬ')).toBe(nameKey('sol'))
    expect(nameKey('Ѕоl')).toBe(nameKey('S0L'))
    expect(nameKey('Sol')).not.toBe(nameKey('Sola'))
  })
  it('keeps line breaks and drops direction overrides', () => {
    expect(cleanText('one\r\ntwo\u202e\tthree')).toBe('one\ntwo three')
  })
})

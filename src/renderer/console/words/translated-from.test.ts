/** @file No English sentence changed while its Spanish stayed: held against the sums of what was translated. */
import { describe, expect, it } from 'vitest'
import { stayedBehind, sumsNoted, sumsNow, sumsOf } from '../../../../tests/fixtures/translated-from'

describe('Spanish', () => {
  it('was translated from the English that is there (else translate it, then npm run words)', () => {
    expect(Object.keys(sumsNoted()).length).toBeGreaterThan(1000)
    expect(stayedBehind(sumsNoted(), sumsNow())).toEqual([])
  })
})

describe('a sentence', () => {
  const of = (english: string, spanish: string) =>
    sumsOf(new Map([['a:b', english]]), new Map([['a:b', spanish]]))
  const noted = of('It is kept.', 'Se guarda.')

  it('that changed in English alone is found', () => {
    expect(stayedBehind(noted, of('It is not kept.', 'Se guarda.'))).toEqual(['a:b'])
  })

  it('that changed in both, in Spanish alone, in neither, or is new, is none of them', () => {
    for (const now of [
      of('It is not kept.', 'No se guarda.'),
      of('It is kept.', 'Queda guardado.'),
      noted,
      { ...noted, 'a:c': '1 2' },
    ])
      expect(stayedBehind(noted, now)).toEqual([])
  })
})

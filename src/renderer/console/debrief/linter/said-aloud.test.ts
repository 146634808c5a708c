/** @file Numbers with their digits in words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSaidAloud } from './said-aloud'

const rows = [
  'zero one two three four five six seven eight nine'.split(' '),
  'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' '),
]
const inTwos = 'doce quince veintidós treinta cuarenta setenta'.split(' ')
const found = (text: string) => findSaidAloud(text).map(({ start, end }) => text.slice(start, end))

describe('a number said aloud', () => {
  it('is found whole, whatever its digits, unless somebody counts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.array(fc.nat(9), { minLength: 7, maxLength: 12 }),
        fc.constantFrom(' ', ', ', ' - '),
        (row, digits, gap) => {
          const said = digits.map((digit) => row[digit] ?? '').join(gap)
          const step = (digits[1] ?? 0) - (digits[0] ?? 0)
          const isCounting = step !== 0 && digits.every((digit, at) => digit === (digits[0] ?? 0) + at * step)
          expect(found(`it was ${said}.`)).toEqual(isCounting ? [] : [said])
        },
      ),
    )
  })
  it('is found in twos, as Spanish says it', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...inTwos), { minLength: 4, maxLength: 6 })
          .filter((said) => new Set(said).size > 2),
        fc.constantFrom('seis', 'nueve'),
        (said, first) => {
          const number = [first, ...said].join(' ')
          expect(found(`es el ${number}.`)).toEqual([number])
        },
      ),
    )
    expect(found('seis cuarenta y cuatro doce noventa y uno')).toHaveLength(1)
  })
  it.each([
    'I counted one, two, three, four, five, six, seven, eight',
    'ten, nine; diez, veinte, treinta, cuarenta, cincuenta',
    'treinta y cinco minutos, cuarenta personas',
    'two or three of us, six at most',
  ])('is none where somebody counts, or few are said: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

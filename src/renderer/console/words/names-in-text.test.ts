/** @file Names inside sentences: isolated where they turn, cut where they are long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, registerWords } from '.'
import { cutInMiddle, isolated } from './names-in-text'

registerWords('test', { asks: 'Ask {{name}} to unmute' })

describe('a name in a sentence', () => {
  it.each(['רות בת עמי', 'ليلى', '\u202eevil', 'Kim \u05d0'])('that turns is isolated: %s', (name) => {
    expect(catalogue.t('test:asks', { name })).toBe(`Ask \u2068${name}\u2069 to unmute`)
  })

  it.each(['Wren', 'Ünal & Co <b>', 'Аня', '李', '👩‍👩‍👧'])(
    'that turns nothing stays as it is: %s',
    (name) => {
      expect(isolated(name)).toBe(name)
      expect(catalogue.t('test:asks', { name })).toBe(`Ask ${name} to unmute`)
    },
  )
})

describe('a long name', () => {
  const count = (text: string) =>
    [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length

  it('keeps its beginning and its end', () => {
    expect(cutInMiddle('Alexandra Featherstonehaugh the Third', 16)).toBe('Alexandr…e Third')
    expect(cutInMiddle('Wren', 16)).toBe('Wren')
  })

  it('is never longer than asked, parts no character, and is left alone where it fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 3, max: 30 }),
        (name, max) => {
          const cut = cutInMiddle(name, max)
          if (count(name) <= max) expect(cut).toBe(name)
          // Two halves may join to fewer characters, never to more.
          else expect(count(cut)).toBeLessThanOrEqual(max)
        },
      ),
    )
  })
})

/** @file Half a name is not stored while the typing goes on, and nothing else is left out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexNames } from './name-index'
import { editEnd, withoutUnfinishedName } from './unfinished-word'

const names = indexNames(['Juniper Ashe', 'Łukasz', '小林'])
const cut = (text: string) => withoutUnfinishedName(text, text.length, names)

describe('the word that is being typed', () => {
  it.each(['J', 'ju', 'Junip', 'juniper', 'As', 'łu', 'lukas', '小'])(
    'is left out where it begins a name: %s',
    (word) => {
      expect(cut(`I was unsure when ${word}`)).toBe('I was unsure when ')
    },
  )

  it.each(['', 'quiet', 'uniper', 'zu'])('stays where it begins none: %s', (word) => {
    expect(cut(`I was unsure when ${word}`)).toBe(`I was unsure when ${word}`)
  })

  it('is the one at the place of the change, in the middle of a text too', () => {
    const text = 'When Jun spoke, it was ju.'
    expect(withoutUnfinishedName(text, 'When Jun'.length, names)).toBe('When  spoke, it was ju.')
  })

  it('is left out at every key of a name that is typed', () => {
    const name = 'Juniper'
    for (let length = 1; length <= name.length; length += 1) {
      expect(cut(`with ${name.slice(0, length)}`)).toBe('with ')
    }
  })
})

describe('the end of a change', () => {
  it('is where all that follows is as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, typed, after) => {
        const end = editEnd(before + after, before + typed + after)
        expect((before + typed + after).slice(end)).toBe(
          (before + after).slice((before + after).length - ((before + typed + after).length - end)),
        )
        expect(end).toBeLessThanOrEqual((before + typed + after).length)
        expect(end).toBeGreaterThanOrEqual(typed.length > 0 ? 1 : 0)
      }),
    )
    expect(editEnd('one three', 'one two three')).toBe('one two'.length)
    expect(editEnd('', 'one')).toBe(3)
    expect(editEnd('one', 'on')).toBe(2)
  })
})

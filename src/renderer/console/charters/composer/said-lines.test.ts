/** @file Words of a charter as they are typed: one sentence a line, and what is said instead stays with its line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLine, clauseInList, crisisWordsOf, linesOf, textOf } from './said-lines'

describe('typed lines', () => {
  it('are the sentences, without empty ones and without what cannot be seen', () => {
    expect(linesOf('One.\n\n  \nTwo.\r\nThree\u202e.')).toEqual(['One.', 'Two.', 'Three .'])
    expect(asLine('a\nb\tc')).toBe('a b c')
    // Half of an emoji, as some keyboards leave it.
    expect(asLine('a\ud83db')).toBe('a b')
    expect(asLine('a👩‍👩‍👧b')).toBe('a👩‍👩‍👧b')
  })

  it('a clause in a list says what is written of it, and breaks no character', () => {
    expect(clauseInList('Section 3', 'Be kind.')).toBe('Section 3: Be kind.')
    expect(clauseInList('', 'Be kind.')).toBe('Be kind.')
    expect(clauseInList('Section 3', ' ')).toBe('Section 3')
    expect(clauseInList('', '')).toBeNull()
    expect(clauseInList('', '👍'.repeat(61))).toBe(`${'👍'.repeat(60)}…`)
  })

  it('of anything hold no control and no end of a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const line of linesOf(typed)) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  it('keep what is said instead, by the words of the line, or by its place while none came or went', () => {
    const before = ['Stay.', { text: 'Call {emergency}.', otherwise: 'Call.' }]
    expect(crisisWordsOf(['First.', 'Stay.', 'Call {emergency}.'], before)[2]).toEqual(before[1])
    expect(crisisWordsOf(['Stay.', 'Call now {emergency}.'], before)[1]).toEqual({
      text: 'Call now {emergency}.',
      otherwise: 'Call.',
    })
    expect(crisisWordsOf(['Stay.', 'Call now.'], before).map(textOf)).toEqual(['Stay.', 'Call now.'])
  })
})

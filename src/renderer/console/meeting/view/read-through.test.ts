/** @file The read-through loses no clause and cuts none, whatever the charter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAT_MAX } from '../../../../contract/room-protocol'
import { PIECE_MAX, readThrough } from './read-through'

const words = {
  intro: 'This is our charter.',
  kept: ['Nothing is kept.', 'Truly.'],
  assent: 'Is that all right?',
}
const clauseOf = (text: string, index: number) => ({
  id: `c-${index}`,
  text,
  seed: 'Z',
  line: 1,
  carriedBy: 'people' as const,
  how: 'A test.',
})

describe('the read-through', () => {
  it('is the charter, what is kept, and the question, in this order', () => {
    expect(readThrough({ clauses: [clauseOf('Be kind.', 1)] }, words)).toEqual([
      { kind: 'charter', text: 'This is our charter. Be kind.' },
      { kind: 'kept', text: 'Nothing is kept. Truly.' },
      { kind: 'assent', text: 'Is that all right?' },
    ])
  })

  it('has every clause whole, once and in order, in pieces that fit a message and a breath', () => {
    const clause = fc.string({ minLength: 1, maxLength: 400 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 80 }), (texts) => {
        const pieces = readThrough({ clauses: texts.map(clauseOf) }, words)
        const said = pieces.filter(({ kind }) => kind === 'charter').map(({ text }) => text)
        expect(said.join(' ')).toBe([words.intro, ...texts].join(' '))
        for (const text of said) {
          expect(text.length).toBeLessThanOrEqual(Math.max(PIECE_MAX, ...texts.map(({ length }) => length)))
          expect(text.length).toBeLessThanOrEqual(CHAT_MAX)
        }
      }),
    )
  })
})

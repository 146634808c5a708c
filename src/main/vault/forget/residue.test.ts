/** @file What a forgetting looks for in the pages: pieces of each text, each once. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needlesOf } from './residue'

const pieces = (...texts: string[]) => needlesOf(texts).map((piece) => piece.toString('hex'))

describe('what is looked for', () => {
  it.each([
    ['a line of dots', '.'.repeat(44_000), 3],
    ['lines of nothing', '\n'.repeat(4000), 9],
    ['one sentence over and over', 'I am sorry. '.repeat(400), 36],
  ])('of %s is no more than what differs in it', (_, text, most) => {
    expect(pieces(text).length).toBeGreaterThan(0)
    expect(pieces(text).length).toBeLessThanOrEqual(most)
  })

  it('is nothing twice, and all of it is in one of the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 4 }), (texts) => {
        const found = pieces(...texts, ...texts)
        expect(new Set(found).size).toBe(found.length)
        const spelled = texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
        for (const piece of found)
          expect(
            spelled.some((text) =>
              (['utf8', 'utf16le'] as const).some((as) =>
                Buffer.from(text, as).toString('hex').includes(piece),
              ),
            ),
          ).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

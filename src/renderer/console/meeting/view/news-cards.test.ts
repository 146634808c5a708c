/** @file Three cards at most, a person's words first, no kind crowded out by another, the one in use kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARDS_MAX, cardsInSight, type NewsCard } from './news-cards'

const kinds = ['message', 'alarm', 'notSent', 'knock'] as const
const card = (kind: NewsCard['kind'], number: number): NewsCard => ({
  kind,
  key: `${kind} ${number}`,
  about: String(number),
})
const many = (kind: NewsCard['kind'], count: number) =>
  Array.from({ length: count }, (_, index) => card(kind, index + 1))
const keys = (cards: readonly NewsCard[]) => cards.map(({ key }) => key)

describe('the cards in sight', () => {
  it('are all of them while they are three', () => {
    const cards = [...many('message', 1), ...many('knock', 2)]
    expect(cardsInSight(cards, null)).toEqual(cards)
  })

  it('keep an alarm and a knock in sight beside many messages', () => {
    const cards = [...many('message', 5), ...many('alarm', 2), ...many('knock', 4)]
    expect(keys(cardsInSight(cards, null))).toEqual(['message 1', 'alarm 1', 'knock 1'])
  })

  it('never take the card away in which somebody writes', () => {
    const cards = [...many('message', 4), ...many('alarm', 1), ...many('knock', 1)]
    expect(keys(cardsInSight(cards, 'message 4'))).toEqual(['message 1', 'message 4', 'alarm 1'])
  })

  it('are three at most, in order, with the first message and the one held among them', () => {
    const counts = fc.record({
      message: fc.nat(6),
      alarm: fc.nat(6),
      notSent: fc.nat(6),
      knock: fc.nat(6),
    })
    fc.assert(
      fc.property(counts, fc.nat(30), (counted, pick) => {
        const cards = kinds.flatMap((kind) => many(kind, counted[kind]))
        const held = cards[pick]?.key ?? null
        const shown = cardsInSight(cards, held)
        expect(shown).toHaveLength(Math.min(CARDS_MAX, cards.length))
        expect(shown).toEqual(cards.filter((one) => shown.includes(one)))
        if (held !== null) expect(keys(shown)).toContain(held)
        if (counted.message > 0) expect(keys(shown)).toContain('message 1')
      }),
    )
  })
})

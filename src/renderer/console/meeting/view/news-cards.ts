/**
 * @file Which of the cards that want an answer are in sight: three at most, people's messages first, and of every kind
 * the first before a second of any. The rest stand behind a count.
 */
import type { RoomSnapshot } from '../live/snapshot'

/** Cards in sight at once. */
export const CARDS_MAX = 3

/** One card that wants an answer. */
export interface NewsCard {
  /** In the order in which they stand: a person's words before everything else. */
  kind: 'message' | 'alarm' | 'notSent' | 'knock'
  /** One among all of them. */
  key: string
  /** What it is called among its own: the sender, the alarm's key, our message's, the knock's. */
  about: string
}

const cardsOf = (kind: NewsCard['kind'], abouts: readonly string[]): NewsCard[] =>
  abouts.map((about) => ({ kind, key: `${kind} ${about}`, about }))

/** Every card that waits, by kind and within it by arrival. One for each person who wrote. */
export const newsCardsOf = ({
  stage,
  messages,
  alarms,
  outgoing,
  knocks,
}: Pick<RoomSnapshot, 'stage' | 'messages' | 'alarms' | 'outgoing' | 'knocks'>): readonly NewsCard[] => [
  ...cardsOf('message', [...new Set(messages.map(({ fromId }) => fromId))]),
  ...cardsOf(
    'alarm',
    alarms.map(({ key }) => key),
  ),
  ...cardsOf(
    'notSent',
    outgoing.filter(({ status }) => status.kind === 'notSent').map(({ key }) => String(key)),
  ),
  ...cardsOf('knock', stage.kind === 'left' ? [] : knocks.map(({ id }) => id)),
]

/**
 * Chooses those in sight.
 *
 * @param cards - as `newsCardsOf` gives them.
 * @param heldKey - the card that has the keyboard: it is never taken from under it. Null: none has.
 * @returns at most {@link CARDS_MAX}, in the order of `cards`.
 */
export const cardsInSight = (cards: readonly NewsCard[], heldKey: string | null): readonly NewsCard[] => {
  const isFirstOfKind = (card: NewsCard): boolean => cards.find(({ kind }) => kind === card.kind) === card
  const chosen = new Set([
    ...cards.filter(({ key }) => key === heldKey),
    ...cards.filter(isFirstOfKind),
    ...cards,
  ])
  const inSight = new Set([...chosen].slice(0, CARDS_MAX))
  return cards.filter((card) => inSight.has(card))
}

/**
 * @file The charter and what is kept, cut into pieces that can be read aloud in one breath or sent as one message. Every
 * clause is in it, whole, once, and in its order.
 */
import type { CharterPack } from '../../../../contract/charters'

/** Longest piece, in UTF-16 units, wherever no single sentence is longer: about half a minute aloud. */
export const PIECE_MAX = 320

/** One piece. */
export interface Piece {
  kind: 'charter' | 'kept' | 'assent'
  text: string
}

/** Puts sentences together, none of them cut, as many as fit. */
const inPieces = (sentences: readonly string[]): readonly string[] => {
  const pieces: string[] = []
  for (const sentence of sentences) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + 1 + sentence.length <= PIECE_MAX) {
      pieces.splice(-1, 1, `${last} ${sentence}`)
    } else pieces.push(sentence)
  }
  return pieces
}

/** What is said around the charter's own words, in the reader's language. */
export interface ReadThroughWords {
  /** Whose charter it is. */
  intro: string
  /** What this console keeps and does not keep. */
  kept: readonly string[]
  /** Asks for assent, without names. */
  assent: string
}

/**
 * The whole read-through, in order: the charter, what is kept, and the question.
 *
 * @returns at least three pieces; no text is empty.
 */
export const readThrough = (
  pack: Pick<CharterPack, 'clauses'>,
  words: ReadThroughWords,
): readonly Piece[] => [
  ...inPieces([words.intro, ...pack.clauses.map(({ text }) => text)]).map(
    (text) => ({ kind: 'charter', text }) as const,
  ),
  ...inPieces(words.kept).map((text) => ({ kind: 'kept', text }) as const),
  { kind: 'assent', text: words.assent },
]

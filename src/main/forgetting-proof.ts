/** @file What is looked for after a record was forgotten: pieces of its texts, by the fields that the contract declares. */
import type { RecordFields } from '../contract/record-fields'

/** Longest piece looked for, and how far apart pieces are, in UTF-16 units: a long text lies on several pages. */
const PIECE_LENGTH = 40
const PIECE_EVERY = 200

/**
 * Pieces of a text for the search that proves it gone. Texts of a few words give none: those words may rightly
 * stand elsewhere.
 *
 * @param stored - the text as it is stored.
 */
export const piecesOf = (stored: string): string[] => {
  const pieces: string[] = []
  for (let at = 0; at + PIECE_LENGTH / 2 <= stored.length; at += PIECE_EVERY) {
    pieces.push(stored.slice(at, at + PIECE_LENGTH))
  }
  return pieces
}

/** Pieces of every text of a record, as it is and as JSON writes it. */
export const recordProof = <V extends object>(record: RecordFields<V>, value: V): string[] => [
  ...new Set(
    record
      .texts(value)
      .flatMap(({ text }) => [...piecesOf(text), ...piecesOf(JSON.stringify(text).slice(1, -1))]),
  ),
]

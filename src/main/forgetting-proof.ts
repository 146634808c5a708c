/** @file What is looked for after a record was forgotten: pieces of its texts, by the fields that the contract declares. */
import type { RecordFields } from '../contract/record-fields'

/** Longest piece looked for, and how far apart pieces are, in UTF-16 units: a long text lies on several pages. */
const PIECE_LENGTH = 40
const PIECE_EVERY = 200
/** Shorter words, and every choice of a form, may rightly stand elsewhere: finding them proves nothing. */
const PROOF_LENGTH_MIN = PIECE_LENGTH / 2

/**
 * Pieces of a text for the search that proves it gone, its beginning and its end among them. Texts of a few words
 * give none.
 *
 * @param stored - the text as it is stored.
 */
export const piecesOf = (stored: string): string[] => {
  if (stored.length < PROOF_LENGTH_MIN) return []
  const pieces = new Set([stored.slice(-PIECE_LENGTH)])
  for (let at = 0; at + PROOF_LENGTH_MIN <= stored.length; at += PIECE_EVERY) {
    pieces.add(stored.slice(at, at + PIECE_LENGTH))
  }
  return [...pieces]
}

/** How a text can be stored. */
export const written = {
  /** As it was typed. */
  plainly: (text: string): string => text,
  inJson: (text: string): string => JSON.stringify(text).slice(1, -1),
}

/**
 * Pieces of every text of a record.
 *
 * @param ways - every way in which its texts are stored.
 */
export const recordProof = <V extends object>(
  record: RecordFields<V>,
  value: V,
  ways: readonly ((text: string) => string)[],
): string[] => [
  ...new Set(record.texts(value).flatMap(({ text }) => ways.flatMap((write) => piecesOf(write(text))))),
]

/**
 * @file Finds what the search index cannot: words of scripts that put no space between them, and words written in a way
 * that the index does not fold (vowel points, strokes that lengthen, letters of another width, what nobody sees).
 */
import { type SQL, sql } from 'drizzle-orm'
import { unspaced } from '../../contract/same-to-the-eye/letters'
import { foldSearch } from '../../contract/same-to-the-eye/search'
import type { ReadVault } from '../vault/handles'

/** Entries that are read word by word where the index finds none, newest first: more would be felt. */
const READ_MAX = 1000
/** Letters before what was found, and letters read of an entry, for its excerpt. */
const BEFORE_FOUND = 40
const READ_FOR_EXCERPT = 400

/** An entry with words of it for an excerpt, before it is cut. */
export interface FoundRow {
  id: string
  excerpt: string
  isDraft: number
  createdAt: string
  keptUntil: string
}

/** True for a word of a script without spaces, or glued to one: it may begin anywhere. */
export const isInside = (word: string): boolean => unspaced.test(word)

const spellingsOf = (word: string): string[] => [
  ...new Set([word, word.normalize('NFC'), word.normalize('NFKC'), foldSearch(word)]),
]

/**
 * Entries that hold every one of some words anywhere, newest first.
 *
 * @param words - of scripts without spaces, one at least.
 * @param within - narrows `debriefs`.
 */
export const findInside = (
  vault: ReadVault,
  words: readonly string[],
  limit: number,
  within: SQL,
): { rows: FoundRow[]; totalCount: number } => {
  const has = words.map(
    (word) =>
      sql`(${sql.join(
        spellingsOf(word).map((spelling) => sql`instr(words, ${spelling}) > 0`),
        sql` OR `,
      )})`,
  )
  const place = sql`max(${sql.join(
    spellingsOf(words[0] ?? '').map((spelling) => sql`instr(words, ${spelling})`),
    sql`, `,
  )}, 0)`
  const rows = vault.all<FoundRow & { at: number; totalCount: number }>(sql`
    SELECT id, substr(words, max(1, ${place} - ${BEFORE_FOUND}), ${READ_FOR_EXCERPT}) AS excerpt, ${place} AS at,
      is_draft AS isDraft, created_at AS createdAt, kept_until AS keptUntil, count(*) OVER () AS totalCount
    FROM debriefs WHERE ${within} AND ${sql.join(has, sql` AND `)} ORDER BY seq DESC LIMIT ${limit}`)
  return {
    rows: rows.map((row) => ({ ...row, excerpt: `${row.at > BEFORE_FOUND + 1 ? '…' : ''}${row.excerpt}` })),
    totalCount: rows[0]?.totalCount ?? 0,
  }
}

const ofWords = /[\p{L}\p{N}\p{M}]/u

/** Whether a folded text has a folded word where a word begins; between signs without spaces one may begin anywhere. */
const begins = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1)
    if (before === undefined || !ofWords.test(before) || unspaced.test(before) || unspaced.test(word))
      return true
  }
  return false
}

/** The words from a little before the first that has a folded word in it. */
const around = (text: string, word: string): string => {
  const pieces = text.split(/(?<=\s)/u)
  let read = 0
  for (const piece of pieces) {
    if (foldSearch(piece).includes(word)) break
    read += piece.length
  }
  const from = read < BEFORE_FOUND || read >= text.length ? 0 : text.indexOf(' ', read - BEFORE_FOUND) + 1
  return `${from > 0 ? '…' : ''}${text.slice(from, from + READ_FOR_EXCERPT)}`
}

/**
 * Reads the newest entries and compares them folded, word by word: for a query that the index finds nowhere.
 *
 * @param words - as typed, one at least.
 * @param within - narrows `debriefs`.
 */
export const readThrough = (
  vault: ReadVault,
  words: readonly string[],
  limit: number,
  within: SQL,
): { rows: FoundRow[]; totalCount: number } => {
  const wanted = words.map(foldSearch).filter((word) => word !== '')
  if (wanted.length === 0) return { rows: [], totalCount: 0 }
  const rows = vault
    .all<FoundRow>(sql`
      SELECT id, words AS excerpt, is_draft AS isDraft, created_at AS createdAt, kept_until AS keptUntil
      FROM debriefs WHERE ${within} ORDER BY seq DESC LIMIT ${READ_MAX}`)
    .filter(({ excerpt }) => {
      const folded = foldSearch(excerpt)
      return wanted.every((word) => begins(folded, word))
    })
  return {
    rows: rows.slice(0, limit).map((row) => ({ ...row, excerpt: around(row.excerpt, wanted[0] ?? '') })),
    totalCount: rows.length,
  }
}

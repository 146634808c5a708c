/** @file Turns typed words into a query that the search index takes safely, and finds entries by it. */
import { sql } from 'drizzle-orm'
import type { DebriefListed, DebriefTag } from '../../contract/debrief'
import { DebriefId } from '../../contract/primitives'
import { unseen } from '../../contract/same-to-the-eye/letters'
import { foldSearch, searchSpellings } from '../../contract/same-to-the-eye/search'
import type { ReadVault } from '../vault/handles'
import { type FoundRow, findInside, isInside, readThrough } from './inside-search'

/** Most words of a query that are looked at: a bound against abuse. */
const WORDS_MAX = 16
/** Words around what was found, for the excerpt. */
const EXCERPT_WORDS = 24
/** Longest excerpt, in UTF-16 units (contract: 300). */
const EXCERPT_MAX = 300

/**
 * An FTS5 query from what was typed: every word must be there, each as the beginning of a word, in any case,
 * in any of the ways it may be written (`foldSearch`). Only letters, digits and marks are taken, each word in
 * quotes: no operator of FTS5 can be typed.
 *
 * @returns null when nothing that can be searched was typed.
 */
export const matchQuery = (typed: string): string | null => matchOf(wordsTyped(typed))

const wordsTyped = (typed: string): string[] =>
  (typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}\p{Co}\p{Cf}]+/gu) ?? [])
    .map((word) => word.replace(unseen, ''))
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX)

const matchOf = (words: readonly string[]): string | null =>
  words.length === 0
    ? null
    : words
        .map((word) => {
          const spellings = new Set([word, ...searchSpellings(foldSearch(word))])
          return `(${[...spellings].map((spelling) => `"${spelling}"*`).join(' OR ')})`
        })
        .join(' AND ')

/** Cuts an excerpt to the contract's length without parting a surrogate pair. */
export const cutExcerpt = (text: string): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= EXCERPT_MAX) return flat
  const cut = flat.slice(0, EXCERPT_MAX - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** Tags as they are stored for the search: each between two bars. */
export const tagsStored = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : `|${tags.join('|')}|`

/** What narrows the list. `since`: ISO instant, none that was begun before; null: not narrowed by it. */
export interface Narrowing {
  since: string | null
  tag: DebriefTag | null
}
/** Not narrowed. */
export const ALL: Narrowing = { since: null, tag: null }

/** Those that have a tag and have not ended, as far as an index tells it. */
const tagged = (tag: DebriefTag, dueBefore: string, since: string | null) => sql`
  SELECT seq FROM debriefs INDEXED BY debriefs_by_tags WHERE tags <> '' AND instr(tags, ${tagsStored([tag])}) > 0
    AND kept_until > ${dueBefore}${since === null ? sql`` : sql` AND created_at >= ${since}`}`

const listed = (row: FoundRow): DebriefListed => ({
  id: DebriefId.parse(row.id),
  excerpt: cutExcerpt(row.excerpt),
  isDraft: row.isDraft === 1,
  createdAt: row.createdAt,
  keptUntil: row.keptUntil,
})

/**
 * Newest entries first, and how many there are. What ended before an instant is left out, gone or not.
 *
 * @param dueBefore - ISO instant (`VaultAccess.dueBefore`).
 */
export const listNewest = (
  vault: ReadVault,
  limit: number,
  dueBefore: string,
  { since, tag }: Narrowing = ALL,
): { entries: DebriefListed[]; totalCount: number } => {
  const within =
    tag === null
      ? sql`kept_until > ${dueBefore}${since === null ? sql`` : sql` AND created_at >= ${since}`}`
      : sql`seq IN (${tagged(tag, dueBefore, since)})`
  const rows = vault.all<FoundRow>(sql`
    SELECT id, substr(words, 1, 400) AS excerpt,
      is_draft AS isDraft, created_at AS createdAt, kept_until AS keptUntil
    FROM debriefs WHERE ${within} ORDER BY seq DESC LIMIT ${limit}`)
  const count = vault.get<{ n: number }>(
    tag === null
      ? sql`SELECT count(*) AS n FROM debriefs WHERE ${within}`
      : sql`SELECT count(*) AS n FROM (${tagged(tag, dueBefore, since)})`,
  )
  return { entries: rows.map(listed), totalCount: count.n }
}

/**
 * Entries that hold every word of a query, newest first, with the words around what was found; none that ended
 * before an instant. By the index where it can, and by reading where it finds none.
 */
export const searchEntries = (
  vault: ReadVault,
  query: string,
  limit: number,
  dueBefore: string,
  narrowing: Narrowing = ALL,
): { entries: DebriefListed[]; totalCount: number } => {
  const words = wordsTyped(query)
  if (words.length === 0) return { entries: [], totalCount: 0 }
  const { since, tag } = narrowing
  const within = sql`kept_until > ${dueBefore}${since === null ? sql`` : sql` AND created_at >= ${since}`}${
    tag === null ? sql`` : sql` AND seq IN (${tagged(tag, dueBefore, since)})`
  }`
  const asListed = ({ rows, totalCount }: { rows: FoundRow[]; totalCount: number }) => ({
    entries: rows.map(listed),
    totalCount,
  })
  const inside = words.filter(isInside)
  const match = matchOf(words.filter((word) => !isInside(word)))
  const byIndex =
    match === null
      ? null
      : sql` AND seq IN (SELECT rowid FROM debrief_words WHERE debrief_words MATCH ${match})`
  const found =
    inside.length > 0
      ? asListed(findInside(vault, inside, limit, byIndex === null ? within : sql`${within}${byIndex}`))
      : searchIndex(vault, match ?? '', limit, dueBefore, narrowing)
  return found.totalCount > 0 ? found : asListed(readThrough(vault, words, limit, within))
}

/** The same by the index alone. */
const searchIndex = (
  vault: ReadVault,
  match: string,
  limit: number,
  dueBefore: string,
  { since, tag }: Narrowing,
): { entries: DebriefListed[]; totalCount: number } => {
  // By a tag first the index is asked, and the long rows only for what is shown.
  const within =
    tag === null
      ? sql`debriefs.kept_until > ${dueBefore}${since === null ? sql`` : sql` AND debriefs.created_at >= ${since}`}`
      : // The sign keeps the search from being asked anew for each of them.
        sql`+debrief_words.rowid IN (${tagged(tag, dueBefore, since)})`
  // The row id order is the index's own, so the limit stops the scan: no sorting of all that matches.
  const rows = vault.all<FoundRow>(sql`
    SELECT debriefs.id, snippet(debrief_words, -1, '', '', '…', ${EXCERPT_WORDS}) AS excerpt,
      debriefs.is_draft AS isDraft, debriefs.created_at AS createdAt, debriefs.kept_until AS keptUntil
    FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
    WHERE debrief_words MATCH ${match} AND ${within}
    ORDER BY debrief_words.rowid DESC LIMIT ${limit}`)
  if (tag !== null) {
    const found = vault.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM debrief_words WHERE debrief_words MATCH ${match} AND ${within}`,
    )
    return { entries: rows.map(listed), totalCount: found.n }
  }
  if (since !== null) {
    const found = vault.get<{ n: number }>(sql`
      SELECT count(*) AS n FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
      WHERE debrief_words MATCH ${match} AND ${within}`)
    return { entries: rows.map(listed), totalCount: found.n }
  }
  const count = vault.get<{ n: number }>(
    // What has ended is rare and goes soon: it is counted away, so that the count stays the index's own.
    sql`SELECT (SELECT count(*) FROM debrief_words WHERE debrief_words MATCH ${match})
      - (SELECT count(*) FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
        WHERE debrief_words MATCH ${match} AND debrief_words.rowid IN
          (SELECT seq FROM debriefs WHERE kept_until <= ${dueBefore})) AS n`,
  )
  return { entries: rows.map(listed), totalCount: count.n }
}

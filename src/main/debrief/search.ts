/** @file Turns typed words into a query that the search index takes safely, and finds entries by it. */
import { sql } from 'drizzle-orm'
import { DebriefListed, type DebriefTag } from '../../contract/debrief'
import type { DebriefId } from '../../contract/primitives'
import { foldSearch, searchWords } from '../../contract/same-to-the-eye/search'
import { listOf, soundRows } from '../read-back'
import type { ReadVault } from '../vault/handles'
import { around, cutExcerpt } from './excerpt'

/** Most words of a query that are looked at: a bound against abuse. */
const WORDS_MAX = 16

const ofWords = /[\p{L}\p{N}\p{M}\p{Co}]/u

/** The words of what was typed, folded. */
const wordsTyped = (typed: string): string[] =>
  (typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}\p{Co}\p{Cf}]+/gu) ?? [])
    .map(foldSearch)
    .filter((word) => ofWords.test(word))
    .slice(0, WORDS_MAX)

/**
 * An FTS5 query from what was typed: every word must be there, each as the beginning of a word, in any of the ways it may
 * be written (`foldSearch`); in a script without spaces as signs in a row. Each word in quotes: no operator can be typed.
 *
 * @returns the query, and its first word, folded; null when nothing that can be searched was typed.
 */
export const matchQuery = (typed: string): { match: string; first: string } | null => {
  const words = wordsTyped(typed)
  const [first] = words
  return first === undefined
    ? null
    : { first, match: words.map((word) => `"${searchWords(word).replaceAll('"', ' ')}"*`).join(' AND ') }
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

/** An entry as it is read for the list; `content` is the JSON that is stored. */
interface FoundRow {
  id: string
  content: string
  isDraft: number
  createdAt: string
  keptUntil: string
}

/** The texts of a stored content, one after another; null where it cannot be read. */
export type TextOf = (content: string) => string | null

/** One that cannot be read is there all the same, and said to be so: it hides no other. */
const listed = (row: FoundRow, textOf: TextOf, excerptOf: (text: string) => string): DebriefListed => {
  const text = textOf(row.content)
  return {
    id: row.id as DebriefId,
    excerpt: text === null ? '' : cutExcerpt(excerptOf(text)),
    ...(text === null ? { isUnreadable: true } : {}),
    isDraft: row.isDraft === 1,
    createdAt: row.createdAt,
    keptUntil: row.keptUntil,
  }
}

/** A row whose dates or id are damaged has no place in a list by time: it stands on What is kept alone. */
const soundListed = (rows: readonly FoundRow[], textOf: TextOf, excerptOf: (text: string) => string) =>
  soundRows(
    DebriefListed,
    rows.map((row) => listed(row, textOf, excerptOf)),
  )

/** How many of the newest are looked at, whatever they hold: as many as a list may show. */
const NEWEST_LOOKED_AT = 200

/**
 * Entries that no list has a place for: their words are still found where they can be read. Of the newest, and of those whose
 * id or dates begin as none does, by their indexes: there may be tens of thousands.
 */
export const debriefList = listOf('debriefs', DebriefListed, (vault, _now, among) => {
  const outside = (column: string, first: string, last: string) =>
    sql`SELECT seq FROM debriefs WHERE ${sql.identifier(column)} < ${first}
      UNION ALL SELECT seq FROM debriefs WHERE ${sql.identifier(column)} > ${last}`
  const found =
    among === undefined
      ? sql`SELECT seq FROM (SELECT seq FROM debriefs ORDER BY seq DESC LIMIT ${NEWEST_LOOKED_AT})
          UNION ALL ${outside('id', '0', 'g')} UNION ALL ${outside('created_at', '1', ':')} UNION ALL ${outside('kept_until', '1', ':')}`
      : sql`SELECT seq FROM debriefs WHERE id IN ${among}`
  return vault
    .all<FoundRow>(
      // Joined in this order, and not made one without doubles, only the few are read.
      sql`SELECT id, '' AS content, is_draft AS isDraft, created_at AS createdAt, kept_until AS keptUntil
        FROM (${found}) AS found CROSS JOIN debriefs ON debriefs.seq = found.seq`,
    )
    .map((row) => ({
      id: row.id,
      answered: listed(
        row,
        () => '',
        (text) => text,
      ),
    }))
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
  textOf: TextOf,
  { since, tag }: Narrowing = ALL,
): { entries: DebriefListed[]; totalCount: number } => {
  const within =
    tag === null
      ? sql`kept_until > ${dueBefore}${since === null ? sql`` : sql` AND created_at >= ${since}`}`
      : sql`seq IN (${tagged(tag, dueBefore, since)})`
  const rows = vault.all<FoundRow>(sql`
    SELECT id, content, is_draft AS isDraft, created_at AS createdAt, kept_until AS keptUntil
    FROM debriefs WHERE ${within} ORDER BY seq DESC LIMIT ${limit}`)
  const count = vault.get<{ n: number }>(
    tag === null
      ? sql`SELECT count(*) AS n FROM debriefs WHERE ${within}`
      : sql`SELECT count(*) AS n FROM (${tagged(tag, dueBefore, since)})`,
  )
  return { entries: soundListed(rows, textOf, (text) => text), totalCount: count.n }
}

/**
 * Entries that hold every word of a query, newest first, with the words around the first of them; none that ended before
 * an instant.
 */
export const searchEntries = (
  vault: ReadVault,
  query: string,
  limit: number,
  dueBefore: string,
  textOf: TextOf,
  { since, tag }: Narrowing = ALL,
): { entries: DebriefListed[]; totalCount: number } => {
  const typed = matchQuery(query)
  if (typed === null) return { entries: [], totalCount: 0 }
  const { match, first } = typed
  // By a tag first the index is asked, and the long rows only for what is shown.
  const within =
    tag === null
      ? sql`debriefs.kept_until > ${dueBefore}${since === null ? sql`` : sql` AND debriefs.created_at >= ${since}`}`
      : // The sign keeps the search from being asked anew for each of them.
        sql`+debrief_words.rowid IN (${tagged(tag, dueBefore, since)})`
  // The row id order is the index's own, so the limit stops the scan: no sorting of all that matches.
  const rows = vault.all<FoundRow>(sql`
    SELECT debriefs.id, debriefs.content, debriefs.is_draft AS isDraft, debriefs.created_at AS createdAt, debriefs.kept_until AS keptUntil
    FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
    WHERE debrief_words MATCH ${match} AND ${within}
    ORDER BY debrief_words.rowid DESC LIMIT ${limit}`)
  const entries = soundListed(rows, textOf, (text) => around(text, first))
  if (tag !== null) {
    const found = vault.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM debrief_words WHERE debrief_words MATCH ${match} AND ${within}`,
    )
    return { entries, totalCount: found.n }
  }
  if (since !== null) {
    const found = vault.get<{ n: number }>(sql`
      SELECT count(*) AS n FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
      WHERE debrief_words MATCH ${match} AND ${within}`)
    return { entries, totalCount: found.n }
  }
  const count = vault.get<{ n: number }>(
    // What has ended is rare and goes soon: it is counted away, so that the count stays the index's own.
    sql`SELECT (SELECT count(*) FROM debrief_words WHERE debrief_words MATCH ${match})
      - (SELECT count(*) FROM debrief_words JOIN debriefs ON debriefs.seq = debrief_words.rowid
        WHERE debrief_words MATCH ${match} AND debrief_words.rowid IN
          (SELECT seq FROM debriefs WHERE kept_until <= ${dueBefore})) AS n`,
  )
  return { entries, totalCount: count.n }
}

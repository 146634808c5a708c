/** @file Display names, made safe to show: anybody may call themselves anything, in any script, at any length. */
import { keysToTheEye, nameToTheEye } from '../../../../contract/same-to-the-eye/names'

/** Longest name shown, in grapheme clusters. */
export const SHOWN_NAME_MAX = 40
/** Longest text looked at, in UTF-16 units; far above NAME_MAX of the room protocol. */
const LOOKED_AT_MAX = 400

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

// Control, format (bidi overrides and isolates, zero width) and unassigned characters, line separators. The
// zero-width joiner stays: family emoji and some scripts are made with it.
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu
// Letters and symbols that draw nothing.
const blanks = /[\u115f\u1160\u2800\u3164\uffa0]/gu
const stackedMarks = /(\p{M}{4})\p{M}+/gu
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Cleans text somebody else wrote, for one line on screen.
 *
 * @param text - anything.
 * @returns visible characters only, single spaces, no direction controls, no towers of marks; may be empty.
 */
export const cleanLine = (text: string): string => {
  const cleaned = text
    .slice(0, LOOKED_AT_MAX)
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/[\t\n\r]/g, ' ')
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(stackedMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  return seen.test(cleaned) ? cleaned : ''
}

/**
 * A display name as it is shown.
 *
 * @param raw - as the meeting gave it.
 * @param fallback - shown when nothing visible is left, such as "Someone 3".
 * @returns 1..40 grapheme clusters, as far as the fallback keeps to it.
 */
export const shownName = (raw: string, fallback: string): string => {
  const cleaned = cleanLine(raw)
  if (cleaned === '') return fallback
  let shown = ''
  let count = 0
  for (const { segment } of clusters.segment(cleaned)) {
    if (count === SHOWN_NAME_MAX) return `${shown.trimEnd()}…`
    shown += segment
    count += 1
  }
  return shown
}

/** Names that look alike have the same key: case, accents, width, look-alike letters, spaces and punctuation. */
export const nameKey = nameToTheEye

/** Every key of a name, the one above first: names that share one look alike, capitals as capitals look too. */
export const nameKeys = keysToTheEye

/** What a meeting calls somebody who gave no name (Jitsi's own, and the plain words for it). */
const nobodysNames = new Set(
  ['Fellow Jitster', 'Jitster', 'Guest', 'Anonymous', 'Participant', 'Unknown'].map(nameKey),
)

/**
 * Whether a name says nothing of who it is: any number of people have it.
 *
 * @param name - as shown.
 * @param fallback - what is shown of that person when they gave none.
 */
export const isNobodysName = (name: string, fallback: string): boolean =>
  name === fallback || nobodysNames.has(nameKey(name))

/** Cleans a message of several lines: as `cleanLine`, but line breaks stay. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((row) => row.replace(/\t/g, ' ').replace(unseen, '').replace(stackedMarks, '$1'))
    .join('\n')
    .trim()

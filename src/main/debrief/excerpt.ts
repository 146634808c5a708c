/** @file The few words of an entry that the list shows: its first ones, or those around what was searched. */
import { unspaced } from '../../contract/same-to-the-eye/letters'
import { foldSearch } from '../../contract/same-to-the-eye/search'

/** Longest excerpt, in UTF-16 units (contract: 300). */
const EXCERPT_MAX = 300
/** Letters before what was found. */
const BEFORE_FOUND = 40
/** Read of a text for its excerpt: more than is shown, as white space is drawn together. */
const READ_FOR_EXCERPT = 2 * EXCERPT_MAX

/** Cuts an excerpt to the contract's length without parting a surrogate pair. */
export const cutExcerpt = (text: string): string => {
  const flat = text.slice(0, READ_FOR_EXCERPT).replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= EXCERPT_MAX && text.length <= READ_FOR_EXCERPT) return flat
  const cut = flat.slice(0, EXCERPT_MAX - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

const ofWords = /[\p{L}\p{N}\p{M}]/u
/** What is folded by itself: a word, white space, or one letter of a script without spaces. */
const pieces = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})\\S)+|\\s+`, 'gu')

/** Where a folded text has a folded word at the beginning of a word; between signs without spaces one may begin anywhere. */
const beginsAt = (text: string, word: string): number => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1)
    if (before === undefined || !ofWords.test(before) || unspaced.test(before) || unspaced.test(word))
      return at
  }
  return -1
}

/**
 * A text from a little before the first of its words that begins with a folded one; from its own beginning where none
 * does, as where the word was found across a line's end.
 *
 * @param word - by `foldSearch`.
 */
export const around = (text: string, word: string): string => {
  const written = text.normalize('NFC')
  const foldedEnds: number[] = []
  const starts: number[] = []
  let folded = ''
  for (const { 0: piece, index } of written.matchAll(pieces)) {
    folded += foldSearch(piece)
    foldedEnds.push(folded.length)
    starts.push(index)
  }
  const at = beginsAt(folded, word)
  const start = at < 0 ? 0 : (starts[foldedEnds.findIndex((end) => end > at)] ?? 0)
  if (start <= BEFORE_FOUND) return written
  const space = written.indexOf(' ', start - BEFORE_FOUND)
  const from = space >= 0 && space < start ? space + 1 : start - BEFORE_FOUND
  return `…${written.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}`
}

/** @file Words as they are typed, one sentence a line, and as a charter has them. Pure. */
import type { CrisisWords } from '../../../../contract/charters'

/** What a text of a charter cannot hold: control characters, half characters, ends of lines, and signs that turn the direction of reading. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/** One line of typed or pasted words: what cannot be seen is a space. */
export const asLine = (typed: string): string => typed.replaceAll(unseen, ' ')

/** So much of a clause stands in a list, in characters. */
const SHOWN = 60

/** A clause in a list: where it stands and how it begins, as far as it is written; null where nothing is yet. */
export const clauseInList = (place: string, text: string): string | null => {
  const characters = Array.from(new Intl.Segmenter().segment(text.trim()), ({ segment }) => segment)
  const begins = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('')
  const written = [place.trim(), begins].filter((part) => part !== '')
  return written.length === 0 ? null : written.join(': ')
}

/** Lines of a box. Empty ones are nothing to be said. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => asLine(line))
    .filter((line) => line.trim() !== '')

/** The words of a crisis card's line. */
export const textOf = (said: CrisisWords): string => (typeof said === 'string' ? said : said.text)

/** What was said instead of a line before, found by its words, or by its place while no line came or went. */
const insteadOf = (lines: readonly string[], at: number, before: readonly CrisisWords[]): string | null => {
  const same = before.find((said) => typeof said !== 'string' && said.text === lines[at])
  const there = same ?? (before.length === lines.length ? before[at] : undefined)
  return typeof there === 'object' ? there.otherwise : null
}

/** Lines as words of a crisis card: one with a blank in it may be left out, or another said instead. */
export const crisisWordsOf = (lines: readonly string[], before: readonly CrisisWords[]): CrisisWords[] =>
  lines.map((text, at) => (text.includes('{') ? { text, otherwise: insteadOf(lines, at, before) } : text))

/** @file The identifier linter: a text in, findings out. Pure; nothing is stored, sent or logged. */
import { type Finding, settleOverlaps } from './finding'
import type { NameIndex } from './name-index'
import { findPatterns } from './patterns'
import { findPhones, findPhonesPlainly, type PhoneFinder, serviceNumbers } from './phones'
import { findRoomNames } from './room-names'
import { shortenRuns } from './white-space'

/** The digits of a script stand in a row of ten, its nought first. */
const digitOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0
  let below = 0
  while (below < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below += 1
  return below
}

/** Digits of every script, and full-width letters and signs, as the plain ones that shapes are made of; places stay. */
const plainSigns = (text: string): string =>
  text.replace(/[\uff01-\uff5e]|(?![0-9])\p{Nd}/gu, (sign) => {
    const plain = /\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign.normalize('NFKC')
    return plain.length === sign.length ? plain : sign
  })

/** Longest text that is checked while it is written, in UTF-16 units: no charter allows so much, so more is not stored. */
export const LINTED_MAX = 12_000

/** What the linter needs besides the text. */
export interface LintContext {
  names: NameIndex
  /** Null until the heavy finder is loaded: the plain rule stands in. */
  phones: PhoneFinder | null
  /** Numbers of services, as printed in the crisis resources. */
  publicNumbers: readonly string[]
}

/**
 * Checks a text.
 *
 * @param written - up to `LINTED_MAX`; what lies beyond is not looked at.
 * @returns findings by place, none of which lies within another of its sort. Empty: the text is clean.
 */
export const lint = (written: string, { names, phones, publicNumbers }: LintContext): Finding[] => {
  const text = written.slice(0, LINTED_MAX)
  if (text === '') return []
  const isService = serviceNumbers(publicNumbers)
  const short = shortenRuns(plainSigns(text))
  const guesses = [...findPatterns(short.text), ...findPhones(short.text, phones ?? findPhonesPlainly)].map(
    (guess): Finding => ({ ...guess, ...short.toWritten(guess) }),
  )
  const isOfAService = ({ kind, start, end }: Finding) =>
    (kind === 'phone' || kind === 'address') && isService(text.slice(start, end))
  const roomNames = findRoomNames(text, names)
  // A name of the room is not said to be a name once more.
  const isSaid = ({ kind, start, end }: Finding) =>
    kind === 'properName' && roomNames.some((name) => name.start < end && start < name.end)
  return settleOverlaps([...roomNames, ...guesses.filter((guess) => !isOfAService(guess) && !isSaid(guess))])
}

/**
 * Checks a text of any length, piece by piece, each ending with a word: for the moment at which the names leave memory.
 *
 * @returns findings by place.
 */
export const lintWhole = (written: string, context: LintContext): Finding[] => {
  const found: Finding[] = []
  for (let from = 0; from < written.length; ) {
    const piece = written.slice(from, from + LINTED_MAX)
    const isLast = from + piece.length >= written.length
    const wordsEnd = isLast ? piece.length : Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n')) + 1
    const size = wordsEnd > 0 ? wordsEnd : piece.length
    for (const one of lint(piece.slice(0, size), context)) {
      found.push({ ...one, start: from + one.start, end: from + one.end })
    }
    from += size
  }
  return found
}

/** What stands in for a name that had to go before the text was reworded. */
export const NAME_TAKEN_OUT = '[…]'

/**
 * Takes room names, and what is like them, out of a text: when the names leave memory, an unreworded text must not become
 * savable because nothing recognizes them any more.
 *
 * @param findings - of this text; shapes among them stay.
 * @returns the text and how many places were taken out.
 */
export const takeNamesOut = (text: string, findings: readonly Finding[]): { text: string; count: number } => {
  const spans = findings
    .filter(({ kind }) => kind === 'roomName')
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let result = ''
  let count = 0
  let from = 0
  for (const { start, end } of spans) {
    if (start >= from) {
      result += `${text.slice(from, start)}${NAME_TAKEN_OUT}`
      count += 1
    }
    from = Math.max(from, end)
  }
  return { text: result + text.slice(from), count }
}

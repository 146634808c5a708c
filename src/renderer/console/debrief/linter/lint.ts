/** @file The identifier linter: a text in, findings out. Pure; nothing is stored, sent or logged. */
import { type Finding, settleOverlaps } from './finding'
import type { NameIndex } from './name-index'
import { findPatterns } from './patterns'
import { findPhones, findPhonesPlainly, type PhoneFinder, serviceNumbers } from './phones'
import { findRoomNames } from './room-names'

/** Longest text that is checked, in UTF-16 units; no box takes more, and no charter allows so much. */
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
 * @returns findings by place, none of which overlaps another of its severity. Empty: the text is clean.
 */
export const lint = (written: string, { names, phones, publicNumbers }: LintContext): Finding[] => {
  const text = written.slice(0, LINTED_MAX)
  if (text === '') return []
  const isService = serviceNumbers(publicNumbers)
  const guesses = [...findPatterns(text), ...findPhones(text, phones ?? findPhonesPlainly)]
  const isOfAService = ({ kind, start, end }: Finding) =>
    (kind === 'phone' || kind === 'address') && isService(text.slice(start, end))
  const roomNames = findRoomNames(text, names)
  // A name of the room is not said to be a name once more.
  const isSaid = ({ kind, start, end }: Finding) =>
    kind === 'properName' && roomNames.some((name) => name.start < end && start < name.end)
  return settleOverlaps([...roomNames, ...guesses.filter((guess) => !isOfAService(guess) && !isSaid(guess))])
}

/** What stands in for a name that had to go before the text was reworded. */
export const NAME_TAKEN_OUT = '[…]'

/**
 * Takes the room names out of a text: when the names leave memory, an unreworded text must not become
 * savable because nothing recognizes them any more.
 *
 * @returns the text and how many places were taken out.
 */
export const takeNamesOut = (text: string, findings: readonly Finding[]): { text: string; count: number } => {
  const spans = findings.filter((finding) => finding.severity === 'blocks').sort((a, b) => b.start - a.start)
  let result = text
  for (const { start, end } of spans)
    result = `${result.slice(0, start)}${NAME_TAKEN_OUT}${result.slice(end)}`
  return { text: result, count: spans.length }
}

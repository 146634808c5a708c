/** @file The identifier linter: a text in, findings out. Pure; nothing is stored, sent or logged. */
import { type Finding, settleOverlaps } from './finding'
import type { NameIndex } from './name-index'
import { findPatterns } from './patterns'
import { findPhones, findPhonesPlainly, type PhoneFinder, serviceNumbers } from './phones'
import { findRoomNames } from './room-names'

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
 * @param text - up to a few thousand characters.
 * @returns findings by place, none of which overlaps another of its severity. Empty: the text is clean.
 */
export const lint = (text: string, { names, phones, publicNumbers }: LintContext): Finding[] => {
  if (text === '') return []
  const isService = serviceNumbers(publicNumbers)
  const guesses = [...findPatterns(text), ...findPhones(text, phones ?? findPhonesPlainly)]
  const isOfAService = ({ kind, start, end }: Finding) =>
    (kind === 'phone' || kind === 'address') && isService(text.slice(start, end))
  return settleOverlaps([...findRoomNames(text, names), ...guesses.filter((guess) => !isOfAService(guess))])
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
  const spans = findings.filter((finding) => finding.kind === 'roomName').sort((a, b) => b.start - a.start)
  let result = text
  for (const { start, end } of spans)
    result = `${result.slice(0, start)}${NAME_TAKEN_OUT}${result.slice(end)}`
  return { text: result, count: spans.length }
}

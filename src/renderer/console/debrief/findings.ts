/** @file What the linter finds in the fields of a debrief, and which of it is still open. Pure. */
import type { RecordFields } from '../../../contract/record-fields'
import { type Finding, type LintContext, lint, lintWhole, takeNamesOut } from './linter'

/** Findings by the path of their field; a field without any is not in it. */
export type Findings = ReadonlyMap<string, readonly Finding[]>

/** Checks every typed field of a record, as it declares them. A chosen option is the charter's own words. */
export const findIn = <V extends object>(
  record: RecordFields<V>,
  content: V,
  chosen: ReadonlySet<string>,
  context: LintContext,
  check: typeof lint = lint,
): Findings =>
  new Map(
    record
      .texts(content)
      .filter(({ path }) => !chosen.has(path))
      .map(({ path, text }): [string, readonly Finding[]] => [path, check(text, context)])
      .filter(([, found]) => found.length > 0),
  )

/** The same to the last word of texts that are too long to be stored: they may be made shorter once the names are gone. */
export const findInWhole = <V extends object>(
  record: RecordFields<V>,
  content: V,
  chosen: ReadonlySet<string>,
  context: LintContext,
): Findings => findIn(record, content, chosen, context, lintWhole)

/** A question about a likeness that nobody has answered: it stays when the names leave memory. */
export interface Unanswered {
  path: string
  /** The words in the text that were like a name. No name of the room stands in it. */
  words: string
  likeness: NonNullable<Finding['likeness']>
}

/** Likenesses that are open now and are not found any more once the names are gone. */
export const unansweredAfter = (
  open: Findings,
  after: Findings,
  textAt: (path: string) => string,
): Unanswered[] =>
  [...open].flatMap(([path, found]) =>
    found.flatMap(({ severity, likeness, start, end }): Unanswered[] => {
      const isStillFound = (after.get(path) ?? []).some(
        (one) => one.kind === 'roomName' && one.start <= start && end <= one.end,
      )
      return severity === 'warns' && likeness && !isStillFound
        ? [{ path, words: textAt(path).slice(start, end), likeness }]
        : []
    }),
  )

const isPartOfWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign)

/**
 * Whether a finding's words still stand where they were found, and are no longer part of a longer word.
 *
 * @param checked - the text it was found in.
 * @param text - what stands in the box now: it may have been typed on.
 */
export const isStillThere = ({ end }: Finding, checked: string, text: string): boolean =>
  text.slice(0, end) === checked.slice(0, end) && (text[end] === checked[end] || !isPartOfWord(text[end]))

/** The findings and, where their words still stand in the text, the questions that are unanswered. */
export const withUnanswered = (
  found: Findings,
  unanswered: readonly Unanswered[],
  textAt: (path: string) => string,
): Findings => {
  if (unanswered.length === 0) return found
  const all = new Map(found)
  for (const { path, words, likeness } of unanswered) {
    const text = textAt(path)
    const known = all.get(path) ?? []
    const places: Finding[] = []
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
      const end = start + words.length
      if (isPartOfWord(text[start - 1]) || isPartOfWord(text[end])) continue
      if (known.some((one) => one.kind === 'roomName' && one.start < end && start < one.end)) continue
      places.push({ kind: 'roomName', severity: 'warns', likeness, start, end })
    }
    if (places.length > 0)
      all.set(
        path,
        [...known, ...places].sort((a, b) => a.start - b.start),
      )
  }
  return all
}

/** A finding as the choice "Keep it" remembers it: its kind and its words, wherever they stand in the field. */
export const keyOf = (path: string, finding: Finding, text: string): string =>
  `${path} ${finding.kind} ${text.slice(finding.start, finding.end).toLowerCase()}`

/** Findings that still want an answer: every room name that blocks, and each likeness and pattern that was not left in on purpose. */
export const openOnes = (
  findings: Findings,
  textAt: (path: string) => string,
  leftIn: ReadonlySet<string>,
): Findings =>
  new Map(
    [...findings]
      .map(([path, found]): [string, readonly Finding[]] => [
        path,
        found.filter((one) => one.severity === 'blocks' || !leftIn.has(keyOf(path, one, textAt(path)))),
      ])
      .filter(([, found]) => found.length > 0),
  )

/** Keys of all pattern findings: what a finished debrief holds was left in on purpose then. */
export const patternKeys = (findings: Findings, textAt: (path: string) => string): string[] =>
  [...findings].flatMap(([path, found]) =>
    found.filter((one) => one.severity === 'warns').map((one) => keyOf(path, one, textAt(path))),
  )

/**
 * Takes names out that were found before and are no longer recognized, because their list left memory. Otherwise
 * an unreworded text would turn clean by waiting. What was only like a name stays in the text, as a question
 * (`unansweredAfter`): it may be an ordinary word.
 *
 * @param before - findings while the names were known.
 * @param after - findings now.
 */
export const settleNames = <V extends object>(
  record: RecordFields<V>,
  content: V,
  before: Findings,
  after: Findings,
): { content: V; count: number } => {
  let settled = content
  let count = 0
  for (const [path, found] of before) {
    const still = (after.get(path) ?? []).filter((one) => one.kind === 'roomName')
    const lost = found.filter(
      (one) =>
        one.severity === 'blocks' && !still.some((other) => other.start <= one.start && one.end <= other.end),
    )
    if (lost.length === 0) continue
    const taken = takeNamesOut(record.textAt(settled, path), lost)
    settled = record.withText(settled, path, taken.text)
    count += taken.count
  }
  return { content: settled, count }
}

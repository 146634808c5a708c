/** @file What is being written: fields, their findings, and which of these are still open. Pure. */
import type { Debrief } from '../../../contract/debrief'
import type { DebriefId, PackId } from '../../../contract/primitives'
import { type Finding, type LintContext, lint, takeNamesOut } from './linter'

/** A field one writes in: the free text, or the answer to a prompt. */
export type FieldId = 'text' | `answer:${string}`

/** Text and answers, as typed. */
export interface Content {
  text: string
  answers: Readonly<Record<PackId, string>>
}

/** A debrief in hand. Page memory only: it may hold what must not be stored yet. */
export interface Writing extends Content {
  /** Null until its first version is stored. */
  debriefId: DebriefId | null
  charterId: PackId
  /** Pattern findings kept on purpose, by `keyOf`. */
  kept: ReadonlySet<string>
  /** The last stored, clean version. */
  stored: Debrief | null
}

/** Findings by field; a field without any is not in it. */
export type Findings = ReadonlyMap<FieldId, readonly Finding[]>

/** A finding as the choice "Keep it" remembers it: its kind and its words, wherever they stand in the field. */
export const keyOf = (field: FieldId, finding: Finding, content: string): string =>
  `${field} ${finding.kind} ${content.slice(finding.start, finding.end).toLowerCase()}`

/** A field's text. */
export const textOf = (content: Content, field: FieldId): string =>
  field === 'text' ? content.text : (content.answers[field.slice('answer:'.length)] ?? '')

/** The same content with one field's text replaced. */
export const withText = <T extends Content>(content: T, field: FieldId, text: string): T =>
  field === 'text'
    ? { ...content, text }
    : { ...content, answers: { ...content.answers, [field.slice('answer:'.length)]: text } }

/**
 * Fields to check: the free text and every answer that was typed. A chosen option is the charter's own words.
 *
 * @param chosen - ids of prompts that are answered by choosing.
 */
export const fieldsOf = (content: Content, chosen: ReadonlySet<PackId>): FieldId[] => [
  'text',
  ...Object.keys(content.answers)
    .filter((id) => !chosen.has(id))
    .map((id): FieldId => `answer:${id}`),
]

/** Checks every typed field. */
export const check = (content: Content, chosen: ReadonlySet<PackId>, context: LintContext): Findings => {
  const found = new Map<FieldId, readonly Finding[]>()
  for (const field of fieldsOf(content, chosen)) {
    const findings = lint(textOf(content, field), context)
    if (findings.length > 0) found.set(field, findings)
  }
  return found
}

/** Findings that still want an answer: every room name, and each pattern not kept on purpose. */
export const openOnes = (findings: Findings, content: Content, kept: ReadonlySet<string>): Findings => {
  const open = new Map<FieldId, readonly Finding[]>()
  for (const [field, list] of findings) {
    const text = textOf(content, field)
    const left = list.filter((f) => f.severity === 'blocks' || !kept.has(keyOf(field, f, text)))
    if (left.length > 0) open.set(field, left)
  }
  return open
}

/** Keys of all pattern findings: what is stored already was kept on purpose then. */
export const keysOf = (findings: Findings, content: Content): Set<string> =>
  new Set(
    [...findings].flatMap(([field, list]) =>
      list.filter((f) => f.severity === 'warns').map((f) => keyOf(field, f, textOf(content, field))),
    ),
  )

/**
 * Takes names out that were found before and are no longer recognized, because their list left memory.
 * Otherwise an unreworded text would turn clean by waiting.
 *
 * @param before - findings while the names were known.
 * @param after - findings now.
 */
export const settleNames = <T extends Content>(
  content: T,
  before: Findings,
  after: Findings,
): { content: T; count: number } => {
  let settled = content
  let count = 0
  for (const [field, list] of before) {
    const still = (after.get(field) ?? []).filter((f) => f.kind === 'roomName')
    const lost = list.filter(
      (f) => f.kind === 'roomName' && !still.some((s) => s.start <= f.start && f.end <= s.end),
    )
    const taken = takeNamesOut(textOf(settled, field), lost)
    settled = withText(settled, field, taken.text)
    count += taken.count
  }
  return { content: settled, count }
}

/** True when there is nothing to keep. */
export const isEmpty = ({ text, answers }: Content): boolean =>
  text.trim() === '' && Object.values(answers).every((answer) => answer.trim() === '')

/** True when what is in hand is what is stored. */
export const isStored = ({ text, answers, stored }: Writing): boolean => {
  if (!stored) return false
  const ids = new Set([...Object.keys(answers), ...Object.keys(stored.answers)])
  return text === stored.text && [...ids].every((id) => (answers[id] ?? '') === (stored.answers[id] ?? ''))
}

/** Characters over the limit in the longest field; 0 when all fit. */
export const overBy = (content: Content, maxCharacters: number): number =>
  Math.max(0, ...[content.text, ...Object.values(content.answers)].map((text) => text.length - maxCharacters))

/** Answers without the empty ones, as they are stored. */
export const answersToStore = (answers: Content['answers']): Record<PackId, string> =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ''))

/**
 * @file A report's answers as they lie in the vault, read by the questions of today: a question that is new since
 * then is unanswered, and the form of version 0.1 is put into today's without losing a word.
 */
import type { Answer } from '../../contract/field-answer'
import { reportSections } from '../../contract/report-fields'
import { type Answers, questionsOf, type Sections } from '../../contract/report-reading'
import { ReportBody } from '../../contract/reporting'

type Holder = Readonly<Record<string, unknown>>

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const unanswered = { kind: 'unanswered' } as const
const known = <T>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })

/** Where version 0.1 kept what has another place now; all else stood at `section.name`. */
const placesIn01: Readonly<Record<string, string>> = {
  'duty.jurisdiction': 'jurisdiction',
  'duty.basis': 'dutyBasis',
  'duty.triggerIds': 'triggerIds',
  'person.isContactSafe': 'person.safeContact.isSafe',
  'person.safeContact': 'person.safeContact.how',
  'past.adultDisclosingPast': 'historical.adultDisclosingPast',
  'past.otherChildAtRiskNow': 'historical.otherChildAtRiskNow',
  'past.positionOfTrustNow': 'historical.positionOfTrustNow',
  'others.people': 'othersAtRisk',
  'actions.taken': 'actions',
  'signOff.factsSeparated': 'attestation.factsSeparated',
  'signOff.readBack': 'attestation.readBack',
  'signOff.signedName': 'attestation.signedName',
}

const at = (stored: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((holder, step) => (isHolder(holder) ? holder[step] : undefined), stored)

/** A row's id made of its place: version 0.1 had none. A v4 UUID by form, the same at every reading. */
const rowIdOf = (place: number): string => `00000000-0000-4000-8000-${place.toString(16).padStart(12, '0')}`

/** An answer of version 0.1: null, a bare value, or `is`. */
const answerOf01 = (old: unknown): Answer<unknown> => {
  if (Array.isArray(old)) return old.length === 0 ? unanswered : known(old)
  if (!isHolder(old)) {
    if (old === 'unknown') return { kind: 'unknown', setAside: null }
    return old === undefined || old === null || old === '' || old === false ? unanswered : known(old)
  }
  if (old.is === 'unknown') return { kind: 'unknown', setAside: null }
  if (old.is !== 'known') return unanswered
  const value = old.value
  return known(
    isHolder(value) && 'by' in value ? { years: null, isEstimate: false, day: null, ...value } : value,
  )
}

const rowsOf01 = (old: unknown): Answer<unknown> => {
  const rows = Array.isArray(old) ? old.filter(isHolder) : []
  if (rows.length === 0) return unanswered
  return known(
    rows.map((row, place) => ({
      rowId: rowIdOf(place),
      ...Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, answerOf01(cell)])),
    })),
  )
}

const from01 = (stored: Holder, path: string): Answer<unknown> => {
  if (path === 'alleged.people') {
    const rows = rowsOf01(at(stored, path))
    // Named all the same: what was written wins over the tick.
    return rows.kind === 'unanswered' && at(stored, 'alleged.isUnknown') === true
      ? { kind: 'unknown', setAside: null }
      : rows
  }
  const old = at(stored, placesIn01[path] ?? path)
  return path === 'others.people' || path === 'actions.taken' ? rowsOf01(old) : answerOf01(old)
}

/** Version 0.1 had its place at the top; today it stands in a section. */
const isFrom01 = (stored: Holder): boolean => 'jurisdiction' in stored

/** Rows with an unanswered cell for every question that is new since they were stored. */
const withNewItems = (answer: Holder, items: Readonly<Record<string, unknown>>): Holder => {
  const blank = Object.fromEntries(Object.keys(items).map((item) => [item, unanswered]))
  const filled = (rows: unknown) =>
    Array.isArray(rows) ? rows.map((row) => (isHolder(row) ? { ...blank, ...row } : row)) : rows
  return {
    ...answer,
    ...('value' in answer ? { value: filled(answer.value) } : {}),
    ...('setAside' in answer ? { setAside: filled(answer.setAside) } : {}),
  }
}

/**
 * The answers by section as they are stored, unchecked, so that a list can count them whatever is in them.
 *
 * @param sections - each question of these gets what is stored for it, or is unanswered.
 */
export const answersIn = (stored: unknown, sections: Sections = reportSections): Answers => {
  const holder: Holder = isHolder(stored) ? stored : {}
  const answers: Record<string, Record<string, unknown>> = {}
  for (const { path, section, name, question } of questionsOf(sections)) {
    const answer = isFrom01(holder) ? from01(holder, path) : (at(holder, path) ?? unanswered)
    const rows = question.kind === 'rows' && isHolder(answer) ? withNewItems(answer, question.items) : answer
    answers[section] = { ...answers[section], [name]: rows }
  }
  return answers
}

/** The answers of a stored report, whatever version stored them; null when what is stored is no report. */
export const readStoredBody = (stored: unknown): ReportBody | null =>
  isHolder(stored) ? (ReportBody.safeParse(answersIn(stored)).data ?? null) : null

/** @file Reads a report by its questions: which are asked, which have an answer, what a new report holds. Pure. */
import type { Answer } from './field-answer'
import type { Instant } from './primitives'
import { type ReportBody, reportRecord, reportSections } from './report-fields'
import type { Condition, Kind, Question, Values } from './report-questions'

/** Sections by name: those of the report, or with a planted question. */
export type Sections = Readonly<Record<string, { questions: Readonly<Record<string, Question>> }>>

/** The answers of a report by section and question. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A question and where it stands: `path` is `section.name`. */
export interface Asked {
  path: string
  section: string
  name: string
  question: Question
}

/** All questions in the form's order. */
export const questionsOf = (sections: Sections = reportSections): Asked[] =>
  Object.entries(sections).flatMap(([section, { questions }]) =>
    Object.entries(questions).map(([name, question]) => ({
      path: `${section}.${name}`,
      section,
      name,
      question,
    })),
  )

const unanswered = { kind: 'unanswered' } as const

/**
 * The answer to a question in a section of a report, or in a row. Where there is none, it is unanswered.
 *
 * @param holder - answers by the names of their questions. They were parsed by these questions.
 */
export const answerIn = <K extends Kind>(
  holder: Readonly<Record<string, unknown>> | undefined,
  name: string,
  _question: Question<K>,
): Answer<Values[K]> => (holder?.[name] ?? unanswered) as Answer<Values[K]>

/** Whether a known value says anything. */
const saysAnything = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value !== 'object' || value === null) return true
  if ('from' in value && 'to' in value) return saysAnything(value.from) || saysAnything(value.to)
  if ('by' in value && 'years' in value && 'day' in value)
    return (value.by === 'years' ? value.years : value.day) !== null
  return true
}

/** True when there is an answer. "Unknown" is one. */
export const isAnswered = (answer: Answer<unknown>): boolean =>
  answer.kind === 'unknown' || (answer.kind === 'known' && saysAnything(answer.value))

/** The answer at a place, `danger.answer`, whatever its kind. */
export const answerAt = (body: Answers, path: string): Answer<unknown> => {
  const [section = '', name = ''] = path.split('.')
  return (body[section]?.[name] ?? unanswered) as Answer<unknown>
}

/** Whether a condition holds in a report. */
export const holds = (condition: Condition, body: Answers): boolean => {
  switch (condition.kind) {
    case 'always':
      return true
    case 'never':
      return false
    case 'answeredWith': {
      const answer = answerAt(body, condition.field)
      return answer.kind === 'known' && condition.values.some((value) => value === answer.value)
    }
    case 'placeWithin': {
      const answer = answerAt(body, condition.field)
      const place = answer.kind === 'known' && typeof answer.value === 'string' ? answer.value : null
      return (
        place === null || condition.countries.some((code) => place === code || place.startsWith(`${code}-`))
      )
    }
    case 'noneAnswered':
      return condition.fields.every((path) => !isAnswered(answerAt(body, path)))
  }
}

/** True when an answer names a time that has not been yet. It is stored, and said to be wrong beside it. */
const liesAhead = (
  holder: Readonly<Record<string, unknown>> | undefined,
  name: string,
  question: Question,
  now: Date,
): boolean => {
  switch (question.kind) {
    case 'moment': {
      const answer = answerIn(holder, name, question)
      return answer.kind === 'known' && Date.parse(answer.value) > now.getTime()
    }
    case 'age': {
      const answer = answerIn(holder, name, question)
      if (answer.kind !== 'known' || answer.value.by !== 'dateOfBirth' || answer.value.day === null)
        return false
      return Date.parse(answer.value.day) > now.getTime()
    }
    case 'yesNo':
    case 'choice':
    case 'choices':
    case 'tick':
    case 'words':
    case 'place':
    case 'triggers':
    case 'occurred':
    case 'rows':
      return false
  }
}

/** A question as it is asked in a report, in a section or in a row of a list. */
interface AskedHere {
  path: string
  holder: Readonly<Record<string, unknown>> | undefined
  name: string
  question: Question
}

const askedIn = (body: Answers, sections: Sections): AskedHere[] =>
  questionsOf(sections).flatMap(({ path, section, name, question }): AskedHere[] => {
    const holder = body[section]
    if (!holds(question.shown, body)) return []
    const here = { path, holder, name, question }
    if (question.kind !== 'rows') return [here]
    const answer = answerIn(holder, name, question)
    const rows = answer.kind === 'known' ? answer.value : []
    return [
      here,
      ...rows.flatMap((row) =>
        Object.entries(question.items).map(([item, asked]) => ({
          path: `${path}.${row.rowId}.${item}`,
          holder: row,
          name: item,
          question: asked,
        })),
      ),
    ]
  })

/** Paths of answers that name a time that has not been yet. */
export const timesAhead = (body: Answers, now: Date, sections: Sections = reportSections): string[] =>
  askedIn(body, sections).flatMap(({ path, holder, name, question }) =>
    liesAhead(holder, name, question, now) ? [path] : [],
  )

/**
 * Paths of questions that are still open, in the form's order, danger first: a needed answer that is missing, and
 * a time that lies ahead. A gap is shown and never blocks: a report may be made now.
 *
 * @returns `section.name`, or `section.name.rowId.item` for a question in a row of a list.
 */
export const reportGaps = (body: Answers, now: Date, sections: Sections = reportSections): string[] =>
  askedIn(body, sections).flatMap(({ path, holder, name, question }) => {
    const isMissing = holds(question.needed, body) && !isAnswered(answerIn(holder, name, question))
    return isMissing || liesAhead(holder, name, question, now) ? [path] : []
  })

/** An empty report: nothing is answered but when it was learned of. */
export const emptyReport = (startedAt: Instant): ReportBody => {
  const body = reportRecord.empty()
  return { ...body, event: { ...body.event, learnedAt: { kind: 'known', value: startedAt, setAside: null } } }
}

/**
 * The report with another answer to one question.
 *
 * @param answer - of the question's own kind.
 */
export const withAnswer = (
  body: ReportBody,
  section: string,
  name: string,
  answer: Answer<unknown>,
): ReportBody => {
  const answers: Answers = body
  // Sections and names come from the list of questions, which made the body's type.
  return { ...body, [section]: { ...answers[section], [name]: answer } } as ReportBody
}

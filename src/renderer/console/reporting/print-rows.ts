/** @file The report as a document: headings and rows in words, unknowns and open questions said as such. Pure. */
import type { CharterPack } from '../../../contract/charters'
import type { Answer } from '../../../contract/field-answer'
import { reportSections } from '../../../contract/report-fields'
import type { Question } from '../../../contract/report-questions'
import {
  type Answers,
  answerIn,
  holds,
  isAnswered,
  questionsOf,
  type Sections,
} from '../../../contract/report-reading'
import { zonedMomentOf } from '../ui/when'
import { placeName } from '../words/place-name'
import { sayAge, sayOccurred, type Translate } from './answer-words'
import { wordsKey } from './field-address'

/** One line of the document. `prose` keeps its line breaks and stands below its label. */
export interface PrintRow {
  label: string
  value: string
  isProse: boolean
  /** The first line of a row of a list: a person, an action. */
  isFirst: boolean
}
/** A heading with its lines. */
export interface PrintSection {
  id: string
  title: string
  rows: PrintRow[]
}

/** What the document is made with. */
export interface PrintContext {
  t: Translate
  language: string
  pack: CharterPack | null
}

type Holder = Readonly<Record<string, unknown>> | undefined

/** An answer in words; what "unknown" set aside is never among them. */
const sayAnswer = (
  holder: Holder,
  name: string,
  question: Question,
  { t, language, pack }: PrintContext,
): string => {
  const say = <T>(answer: Answer<T>, words: (value: T) => string): string => {
    if (answer.kind === 'unknown') return t(answer.instead ? `instead.${answer.instead}` : 'unknown')
    const said = answer.kind === 'known' && isAnswered(answer) ? words(answer.value) : ''
    return said === '' ? t(question.emptyMeans === 'none' ? 'noneNamed' : 'notAnswered') : said
  }
  switch (question.kind) {
    case 'yesNo':
      return say(answerIn(holder, name, question), (value) => t(`yesNo.${value}`))
    case 'choice':
      return say(answerIn(holder, name, question), (value) => t(`${question.wordsOf}.${value}`))
    case 'choices':
      return say(answerIn(holder, name, question), (values) =>
        values.map((value) => t(`${question.wordsOf}.${value}`)).join('; '),
      )
    case 'tick': {
      const answer = answerIn(holder, name, question)
      return t(answer.kind === 'known' ? 'yesNo.yes' : 'notTicked')
    }
    case 'words':
      return say(answerIn(holder, name, question), (words) => words)
    case 'moment':
      return say(answerIn(holder, name, question), (instant) => zonedMomentOf(instant, language))
    case 'place':
      return say(answerIn(holder, name, question), (code) => placeName(code, language))
    case 'triggers':
      return say(answerIn(holder, name, question), (ids) =>
        ids.map((id) => pack?.reportTriggers.find((trigger) => trigger.id === id)?.label ?? id).join('; '),
      )
    case 'age':
      return say(answerIn(holder, name, question), (value) => sayAge(value, t))
    case 'occurred':
      return say(answerIn(holder, name, question), (value) => sayOccurred(value, t))
    case 'rows':
      return say(answerIn(holder, name, question), () => '')
  }
}

const isProse = (question: Question): boolean => question.kind === 'words' && question.rows !== null

/** True when a person typed or chose something in a row; what stands in every new row does not count. */
const isFilled = (row: Holder, items: Readonly<Record<string, Question>>): boolean =>
  Object.entries(items).some(
    ([name, question]) => question.startsAs === null && isAnswered(answerIn(row, name, question)),
  )

const printQuestion = (
  path: string,
  holder: Holder,
  name: string,
  question: Question,
  context: PrintContext,
) => {
  const label = context.t(`fields.${wordsKey(path)}`)
  const one: PrintRow = {
    label,
    value: sayAnswer(holder, name, question, context),
    isProse: isProse(question),
    isFirst: false,
  }
  if (question.kind !== 'rows') return [one]
  const answer = answerIn(holder, name, question)
  const filled = answer.kind === 'known' ? answer.value.filter((row) => isFilled(row, question.items)) : []
  if (filled.length === 0) return [one]
  return filled.flatMap((row, place) =>
    Object.entries(question.items).map(([item, asked], at): PrintRow => {
      const itemLabel = context.t(`fields.${wordsKey(path)}_${item}`)
      return {
        label: filled.length > 1 && at === 0 ? `${place + 1}. ${itemLabel}` : itemLabel,
        value: sayAnswer(row, item, asked, context),
        isProse: isProse(asked),
        isFirst: at === 0,
      }
    }),
  )
}

/** The document's sections in the form's order. What has a section of its own in print, such as opinion, ends it. */
export const printSections = (
  body: Answers,
  context: PrintContext,
  sections: Sections = reportSections,
): PrintSection[] => {
  const asked = questionsOf(sections).filter(({ question }) => holds(question.shown, body))
  const ids = Object.keys(sections)
  const apart = [...new Set(asked.flatMap(({ question }) => question.printedIn ?? []))]
  // The signature closes the document: opinion stands before it, apart from the facts.
  return [...ids.slice(0, -1), ...apart, ...ids.slice(-1)].map((id) => ({
    id,
    title: context.t(`sections.${id}`),
    rows: asked
      .filter(({ section, question }) => (question.printedIn ?? section) === id)
      .flatMap(({ path, section, name, question }) =>
        printQuestion(path, body[section], name, question, context),
      ),
  }))
}

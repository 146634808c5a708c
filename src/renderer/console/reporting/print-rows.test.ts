/** @file The printed report: every question is on paper in words, and an open one says so. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../contract/field-answer'
import { reportRecord, reportSections } from '../../../contract/report-fields'
import { words as askWords } from '../../../contract/report-questions'
import { emptyReport, holds, questionsOf } from '../../../contract/report-reading'
import type { ReportBody } from '../../../contract/reporting'
import words from '../words/en/reporting.json'
import type { Translate } from './answer-words'
import { wordsKey } from './field-address'
import { printSections } from './print-rows'

const look = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      words,
    )
const t: Translate = (key, options = {}) => {
  const text = look(key)
  if (typeof text !== 'string') throw new Error(`No words for ${key}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name]))
}
const context = { t, language: 'en', pack: null }
const print = (body: ReportBody) => printSections(body, context)
const body = () => emptyReport('2026-11-21T20:00:00.000Z')
const known = <T>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })
const rowsOf = (report: ReportBody, id: string) =>
  print(report).find((section) => section.id === id)?.rows ?? []

it('has words for every question, every choice and every list of the form', () => {
  for (const { path, section, question } of questionsOf()) {
    expect(() => t(`sections.${section}`)).not.toThrow()
    expect(() => t(`fields.${wordsKey(path)}`), path).not.toThrow()
    if (question.kind === 'choice' || question.kind === 'choices') {
      for (const option of question.options) expect(() => t(`${question.wordsOf}.${option}`)).not.toThrow()
      if (question.canBeUnknown && question.kind === 'choice') t(`${question.wordsOf}.unknown`)
    }
    if (question.kind === 'rows') {
      expect(() => t(`add.${wordsKey(path)}`), path).not.toThrow()
      for (const item of Object.keys(question.items)) t(`fields.${wordsKey(path)}_${item}`)
    }
    if (question.printedIn) t(`sections.${question.printedIn}`)
  }
})

it('says no word of the catalogue to a question that is not asked', () => {
  const keys = questionsOf().flatMap(({ path, question }) => [
    wordsKey(path),
    ...(question.kind === 'rows'
      ? Object.keys(question.items).map((item) => `${wordsKey(path)}_${item}`)
      : []),
    ...(question.kind === 'occurred' ? [`${wordsKey(path)}_from`, `${wordsKey(path)}_to`] : []),
  ])
  for (const group of [words.fields, words.help]) {
    expect(Object.keys(group).filter((key) => !keys.includes(key))).toEqual([])
  }
})

describe('the document', () => {
  it('begins with danger and keeps opinion under its own heading, after the facts', () => {
    const opinionated = body()
    opinionated.concern.opinion = known('I think so')
    const ids = print(opinionated).map((section) => section.id)
    expect(ids[0]).toBe('danger')
    expect(ids.slice(-2)).toEqual(['opinion', 'signOff'])
    expect(rowsOf(opinionated, 'opinion')[0]?.value).toBe('I think so')
    const facts = print(opinionated).filter(({ id }) => id !== 'opinion')
    expect(JSON.stringify(facts)).not.toContain('I think so')
  })
  it('tells unknown from not answered', () => {
    const told = body()
    told.person.name = { kind: 'unknown', setAside: null }
    const values = rowsOf(told, 'person').map(({ label, value }) => [label, value])
    expect(values).toContainEqual(['Name of the person', 'Unknown'])
    expect(values).toContainEqual(['Who is it about?', 'Not answered'])
    expect(rowsOf(told, 'alleged')).toMatchObject([{ value: 'Not answered' }])
    expect(rowsOf(told, 'others')).toMatchObject([{ value: 'None named' }])
  })
  it('never shows what "unknown" set aside', () => {
    let count = 0
    const filled = reportRecord.filled(() => {
      count += 1
      return `Canary ${count}.`
    })
    /** The same report with every answer made "unknown", or left with an answer beside what is set aside. */
    const aside = (isUnknown: boolean) =>
      Object.fromEntries(
        Object.entries(filled).map(([section, answers]) => [
          section,
          Object.fromEntries(
            Object.entries<Answer<unknown>>(answers).map(([name, answer]) => [
              name,
              answer.kind === 'known' && isUnknown ? { kind: 'unknown', setAside: answer.value } : answer,
            ]),
          ),
        ]),
      )
    expect(JSON.stringify(printSections(aside(true), context))).not.toContain('Canary')
    const printed = JSON.stringify(printSections(aside(false), context))
    for (const { text, path } of reportRecord.texts(filled)) {
      // What is asked on a condition that does not hold is not printed either.
      const [section = '', name = ''] = path.split('.')
      const question = questionsOf().find((one) => one.section === section && one.name === name)?.question
      const isAsked = question !== undefined && holds(question.shown, aside(false))
      if (path.includes('setAside')) expect(printed).not.toContain(text)
      else if (isAsked) expect(printed).toContain(text)
    }
  })
  it('tells nothing, unknown and would not say apart', () => {
    const told = body()
    told.concern.injuries = { kind: 'unknown', setAside: null, instead: 'nothing' }
    told.person.otherNames = { kind: 'unknown', setAside: null, instead: 'declined' }
    told.person.phone = { kind: 'unknown', setAside: null }
    const rows = printSections(told, context).flatMap((section) => section.rows)
    const printedOf = (path: string) =>
      rows.find(({ label }) => label === t(`fields.${wordsKey(path)}`))?.value
    expect(printedOf('concern.injuries')).toBe('None')
    expect(printedOf('person.otherNames')).toBe('Would not say')
    expect(printedOf('person.phone')).toBe('Unknown')
  })
  it('says known answers in words', () => {
    const told = body()
    told.person.age = known({ by: 'years', years: 71, isEstimate: true, day: '1950-01-01' })
    told.concern.types = known(['neglect', 'financial'])
    told.duty.jurisdiction = known('US-CO')
    told.event.occurred = known({ precision: 'month', from: 'October', to: '' })
    const text = JSON.stringify(print(told))
    for (const part of [
      'About 71',
      'Neglect; Money or property',
      'Colorado, United States',
      'Month: October',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('{{')
    expect(text).not.toContain('1950')
  })
  it('says each time with its zone', () => {
    const told = body()
    told.danger.emergencyCalled = known('yes')
    told.danger.calledAt = known('2026-11-21T19:05:00.000Z')
    const [, , calledAt] = rowsOf(told, 'danger')
    expect(calledAt?.value).toMatch(/2026.*\d\d:\d\d.*(UTC|GMT|[A-Z]{2,5})/)
    expect(rowsOf(told, 'event')[0]?.value).toMatch(/(UTC|GMT|[A-Z]{2,5})/)
  })
  it('numbers several people, and leaves out a row that nobody filled in', () => {
    const told = body()
    const row = (place: number, what: Answer<string>) => ({
      rowId: `00000000-0000-4000-8000-00000000000${place}`,
      what,
      at: known('2026-11-21T19:20:00.000Z'),
      by: known('Facilitator'),
    })
    Object.assign(told.actions, { taken: known([row(0, known('Called')), row(1, { kind: 'unanswered' })]) })
    expect(rowsOf(told, 'actions').map(({ label }) => label)).toEqual([
      'What was done',
      'When',
      'By whom, as a role',
    ])
    Object.assign(told.actions, { taken: known([row(0, known('Called')), row(1, known('Wrote'))]) })
    expect(
      rowsOf(told, 'actions')
        .filter(({ isFirst }) => isFirst)
        .map(({ label }) => label),
    ).toEqual(['1. What was done', '2. What was done'])
  })
  it('prints a planted question with no other change', () => {
    const sections = {
      ...reportSections,
      person: { questions: { ...reportSections.person.questions, planted: askWords(30) } },
    }
    const said = { ...body(), person: { ...body().person, planted: known('Canary words') } }
    const tLoose: Translate = (key, options) =>
      key === 'fields.person_planted' ? 'Planted' : t(key, options)
    const printed = printSections(said, { ...context, t: tLoose }, sections)
    expect(printed.find(({ id }) => id === 'person')?.rows.at(-1)).toMatchObject({
      label: 'Planted',
      value: 'Canary words',
    })
  })
})

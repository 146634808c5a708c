/**
 * @file The questions of the mandated report, declared once, in the form's order, danger first. From this list come
 * the schema, the empty report, what is open, lengths, the form, the print and the proof of forgetting: a new
 * question is one line here and its words in the console's catalogue. Where each comes from: docs/report-form.md.
 */
import { z } from 'zod'
import { declareRecord, type Field, type Fields, section } from './record-fields'
import {
  age,
  always,
  list,
  moment,
  occurred,
  oneOf,
  place,
  type Question,
  someOf,
  tick,
  triggers,
  unlessAny,
  when,
  words,
  yesNo,
} from './report-questions'

/** A section of the form: a field of the record, and the questions in it. */
export type ReportSection<V extends object> = Field<V> & { questions: Readonly<Record<string, Question>> }

/** Puts questions together as a section. */
export const asks = <V extends object>(
  questions: Fields<V> & Readonly<Record<string, Question>>,
): ReportSection<V> => ({ ...section<V>(questions), questions })

/** Kinds of person a report may be about. Lines to report to are chosen by it. */
export const PersonCategory = z.enum([
  'child',
  'olderAdult',
  'adultIdd',
  'adultDisability',
  'adultAtRiskOther',
  'adult',
])
export type PersonCategory = z.infer<typeof PersonCategory>

const concernTypes = [
  'physical',
  'sexual',
  'emotional',
  'neglect',
  'selfNeglect',
  'financial',
  'exploitation',
  'domestic',
  'discriminatory',
  'organisational',
  'modernSlavery',
  'traffickingSexual',
  'circumstances',
  'other',
]
const consents = ['given', 'refused', 'notAsked', 'unsafeToAsk', 'cannotConsent']
const withoutConsentReasons = [
  'requiredByLaw',
  'childAtRisk',
  'riskToOthers',
  'crimeSuspected',
  'coercion',
  'lacksCapacity',
  'publicInterest',
]
const wasCalled = when('danger.emergencyCalled', 'yes')
const isPast = when('past.adultDisclosingPast', 'yes')
const isWithoutConsent = when('wishes.consent', ...consents.filter((consent) => consent !== 'given'))
const known = { needed: always, canBeUnknown: true } as const

/** The sections of the report with their questions. */
export const reportSections = {
  danger: asks({
    answer: yesNo({ needed: always }),
    emergencyCalled: yesNo({ needed: when('danger.answer', 'yes') }),
    calledAt: moment({ needed: wasCalled, shown: wasCalled }),
    service: words(200, { shown: wasCalled }),
    incidentNumber: words(80, { shown: wasCalled }),
  }),
  duty: asks({
    jurisdiction: place({ needed: always }),
    basis: oneOf('dutyBasis', ['statute', 'orgPolicy', 'voluntary', 'unsure'], { needed: always }),
    // A voluntary report needs no trigger; one that rests on a duty says which.
    triggerIds: triggers({ needed: when('duty.basis', 'statute', 'orgPolicy') }),
  }),
  person: asks({
    category: oneOf('category', PersonCategory.options, known),
    name: words(200, known),
    otherNames: words(200, known),
    age: age({ needed: always }),
    address: words(400, { role: 'contact', canBeUnknown: true }),
    whereabouts: words(400, { role: 'contact', canBeUnknown: true }),
    phone: words(200, { role: 'contact', canBeUnknown: true }),
    // A call to the wrong phone can hurt them.
    isContactSafe: yesNo({ needed: always }),
    safeContact: words(400, { role: 'contact' }),
  }),
  past: asks({
    adultDisclosingPast: yesNo({ needed: always }),
    otherChildAtRiskNow: yesNo({ needed: isPast, shown: isPast }),
    positionOfTrustNow: yesNo({ needed: isPast, shown: isPast }),
  }),
  concern: asks({
    types: someOf('concernType', concernTypes, known),
    howLearned: oneOf('howLearned', ['toldByPerson', 'saw', 'toldByOther', 'online', 'other'], known),
    // Four boxes kept apart. One of the three boxes of fact is enough; the first stands for them.
    theirWords: words(4000, {
      rows: 4,
      canBeUnknown: true,
      needed: unlessAny('concern.observed', 'concern.toldByOthers'),
    }),
    observed: words(8000, { rows: 4, canBeUnknown: true }),
    toldByOthers: words(8000, { rows: 3, canBeUnknown: true }),
    injuries: words(4000, { rows: 2, canBeUnknown: true }),
    opinion: words(8000, { rows: 3, printedIn: 'opinion', emptyMeans: 'none' }),
  }),
  event: asks({
    // When the facilitator learned of it: noted as the report is started (emptyReport), correctable.
    learnedAt: moment({ needed: always }),
    occurred: occurred({ needed: always }),
    place: words(8000, { ...known, rows: 2 }),
    ongoing: yesNo({ needed: always }),
  }),
  alleged: asks({
    people: list(10, { name: words(200, known), isCaretaker: yesNo() }, known),
  }),
  others: asks({
    people: list(20, { category: words(200), detail: words(2000, { rows: 2 }) }, { emptyMeans: 'none' }),
  }),
  wishes: asks({
    personAware: yesNo({ needed: always }),
    limitsExplained: yesNo({ needed: always }),
    consent: oneOf('consent', consents, known),
    withoutConsentReasons: someOf('withoutConsent', withoutConsentReasons, {
      needed: isWithoutConsent,
      shown: isWithoutConsent,
    }),
  }),
  actions: asks({
    taken: list(
      40,
      {
        what: words(8000, { rows: 2 }),
        at: moment({ startsAs: 'now' }),
        by: words(200, { startsAs: 'ownRole' }),
      },
      { emptyMeans: 'none' },
    ),
  }),
  reporter: asks({
    name: words(200, known),
    role: words(200, known),
    organization: words(200, known),
    contact: words(200, { ...known, role: 'contact' }),
    relationshipToPerson: words(200, known),
    firsthandKnowledge: yesNo({ needed: always }),
  }),
  signOff: asks({
    factsSeparated: tick({ needed: always }),
    readBack: tick({ needed: always }),
    signedName: words(200, { needed: always }),
  }),
}
/** The report's answers by section and question. */
export const reportRecord = declareRecord({
  name: 'reporting',
  reason: 'The mandated report: typed by the facilitator on purpose, the exception that promise 2 names.',
  fields: reportSections,
})
export type ReportBody = ReturnType<typeof reportRecord.empty>

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
  within,
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
/** What may make a person more at risk; several at once. */
const conditions = [
  'intellectual',
  'physical',
  'sensory',
  'dementia',
  'mentalHealth',
  'substance',
  'illness',
  'frailty',
  'pregnancy',
  'other',
]
/** Lawful bases that UK forms ask for (UK GDPR article 6; Data Protection Act 2018, schedule 1). */
const sharingBases = [
  'legalObligation',
  'vitalInterests',
  'publicTask',
  'legitimateInterests',
  'safeguarding',
]
const wasCalled = when('danger.emergencyCalled', 'yes')
const isPast = when('past.adultDisclosingPast', 'yes')
const isWithoutConsent = when('wishes.consent', ...consents.filter((consent) => consent !== 'given'))
const known = { needed: always, canBeUnknown: true } as const

const isChild = when('person.category', 'child')
const inBritain = within('duty.jurisdiction', 'GB')
const inStates = within('duty.jurisdiction', 'US')
const mayBeUnknown = { canBeUnknown: true } as const
/** "There is none" and "would not say" are other answers than "unknown". */
const mayBeNothing = { canBeUnknown: true, canBeNothing: true } as const

/**
 * The sections of the report with their questions, in the order in which a hotline asks: danger, who calls, who, where,
 * what, when, who did it, before, who else. What has time comes after them (`askedFirst`).
 */
export const reportSections = {
  danger: asks({
    answer: yesNo({ needed: always }),
    emergencyCalled: yesNo({ needed: when('danger.answer', 'yes') }),
    calledAt: moment({ needed: wasCalled, shown: wasCalled }),
    service: words(200, { shown: wasCalled }),
    incidentNumber: words(80, { shown: wasCalled }),
    forVisitors: words(1000, { ...mayBeNothing, rows: 2 }),
  }),
  reporter: asks({
    name: words(200, known),
    role: words(200, known),
    organization: words(200, known),
    contact: words(200, { ...known, role: 'contact' }),
    relationshipToPerson: words(200, known),
    firsthandKnowledge: yesNo({ needed: always }),
    mayShareName: yesNo(),
  }),
  person: asks({
    category: oneOf('category', PersonCategory.options, known),
    name: words(200, known),
    otherNames: words(200, { ...known, canBeNothing: true }),
    age: age({ needed: always }),
    address: words(400, { role: 'contact', ...mayBeNothing }),
    county: words(200, { role: 'contact', ...mayBeNothing }),
    whereabouts: words(400, { role: 'contact', ...mayBeNothing }),
    phone: words(200, { role: 'contact', ...mayBeNothing }),
    // A call to the wrong phone can hurt them.
    isContactSafe: yesNo({ needed: always }),
    safeContact: words(400, { role: 'contact' }),
    conditions: someOf('condition', conditions, mayBeUnknown),
    careNeeds: words(2000, { ...mayBeNothing, rows: 2 }),
    communication: words(400, mayBeNothing),
    livesAlone: yesNo(),
    household: words(1000, { ...mayBeNothing, rows: 2 }),
    guardian: words(400, mayBeNothing),
    school: words(400, { ...mayBeNothing, shown: isChild }),
    siblings: words(1000, { ...mayBeNothing, shown: isChild, rows: 2 }),
    sex: words(200, { ...mayBeNothing, shown: inStates }),
    raceEthnicity: words(200, { ...mayBeNothing, shown: inStates }),
    militaryFamily: words(200, { ...mayBeNothing, shown: inStates }),
  }),
  duty: asks({
    jurisdiction: place({ needed: always }),
    basis: oneOf('dutyBasis', ['statute', 'orgPolicy', 'voluntary', 'unsure'], { needed: always }),
    // A voluntary report needs no trigger; one that rests on a duty says which.
    triggerIds: triggers({ needed: when('duty.basis', 'statute', 'orgPolicy') }),
    sharingBasis: oneOf('sharingBasis', sharingBases, { ...mayBeUnknown, shown: inBritain }),
  }),
  concern: asks({
    types: someOf('concernType', concernTypes, known),
    howLearned: oneOf('howLearned', ['toldByPerson', 'saw', 'toldByOther', 'online', 'other'], known),
    whoTold: words(400, { ...mayBeNothing, shown: when('concern.howLearned', 'toldByOther') }),
    // Four boxes kept apart. One of the three boxes of fact is enough; the first stands for them.
    theirWords: words(4000, {
      rows: 4,
      ...mayBeNothing,
      needed: unlessAny('concern.observed', 'concern.toldByOthers'),
    }),
    observed: words(8000, { rows: 4, ...mayBeNothing }),
    toldByOthers: words(8000, { rows: 3, ...mayBeNothing }),
    questionsAsked: words(2000, { rows: 2, emptyMeans: 'none' }),
    injuries: words(4000, { rows: 2, ...mayBeNothing }),
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
    people: list(
      10,
      {
        name: words(200, known),
        relationship: words(200, mayBeUnknown),
        whereabouts: words(400, { role: 'contact', canBeUnknown: true }),
        hasAccessNow: yesNo(),
        isCaretaker: yesNo(),
        worksWithOthers: yesNo(),
      },
      known,
    ),
  }),
  past: asks({
    earlierConcerns: words(4000, { ...mayBeNothing, rows: 2 }),
    violenceAtHome: yesNo(),
    adultDisclosingPast: yesNo({ needed: always }),
    otherChildAtRiskNow: yesNo({ needed: isPast, shown: isPast }),
    positionOfTrustNow: yesNo({ needed: isPast, shown: isPast }),
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
    views: words(4000, { ...mayBeNothing, rows: 2 }),
    wishedOutcome: words(4000, { ...mayBeNothing, rows: 2 }),
    isCapacityInDoubt: yesNo({ shown: inBritain }),
    capacity: words(2000, { shown: when('wishes.isCapacityInDoubt', 'yes'), rows: 2 }),
  }),
  consult: asks({
    advice: list(
      10,
      { from: words(200), at: moment({ startsAs: 'now' }), said: words(2000, { rows: 2 }) },
      { emptyMeans: 'none' },
    ),
    decision: words(2000, { rows: 2, emptyMeans: 'none' }),
  }),
  calls: asks({
    made: list(
      20,
      {
        to: words(200, { role: 'contact' }),
        at: moment({ startsAs: 'now' }),
        isTaken: yesNo(),
        reference: words(200),
        nextStep: words(1000, { rows: 2 }),
      },
      { emptyMeans: 'none' },
    ),
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
  signOff: asks({
    factsSeparated: tick({ needed: always }),
    readBack: tick({ needed: always }),
    signedName: words(200, { needed: always }),
  }),
}
/** Sections that a hotline asks for in the first minutes. */
export const askedFirst: readonly (keyof typeof reportSections)[] = [
  'danger',
  'reporter',
  'person',
  'duty',
  'concern',
  'event',
  'alleged',
  'past',
  'others',
]
/** The report's answers by section and question. */
export const reportRecord = declareRecord({
  name: 'reporting',
  reason: 'The mandated report: typed by the facilitator on purpose, the exception that promise 2 names.',
  fields: reportSections,
})
export type ReportBody = ReturnType<typeof reportRecord.empty>

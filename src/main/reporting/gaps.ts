/** @file Which required fields of a report are still unanswered, in the form's order, danger first. */
import type { ReportBody } from '../../contract/reporting'

/** A question that applies, and whether it has an answer. `unknown` is an answer. */
type Question = [path: string, isAnswered: boolean, applies?: boolean]

const has = (known: { is: 'unanswered' | 'unknown' | 'known' }): boolean => known.is !== 'unanswered'

const questions = (body: ReportBody): Question[] => {
  const { danger, person, historical, concern, event, alleged, wishes, reporter, attestation } = body
  const isOneTold = has(concern.theirWords) || has(concern.observed) || has(concern.toldByOthers)
  const isPastDisclosed = historical.adultDisclosingPast === 'yes'
  const isWithoutConsent = wishes.consent.is === 'known' && wishes.consent.value !== 'given'
  return [
    ['danger.answer', danger.answer !== null],
    ['danger.emergencyCalled', danger.emergencyCalled !== null, danger.answer === 'yes'],
    ['danger.calledAt', danger.calledAt !== null, danger.emergencyCalled === 'yes'],
    ['jurisdiction', has(body.jurisdiction)],
    ['dutyBasis', body.dutyBasis !== null],
    // A voluntary report needs no trigger; one that rests on a duty says which.
    [
      'triggerIds',
      body.triggerIds.length > 0,
      body.dutyBasis === 'statute' || body.dutyBasis === 'orgPolicy',
    ],
    ['person.category', has(person.category)],
    ['person.name', has(person.name)],
    ['person.otherNames', has(person.otherNames)],
    ['person.age', has(person.age)],
    ['person.safeContact.isSafe', person.safeContact.isSafe !== null],
    ['historical.adultDisclosingPast', historical.adultDisclosingPast !== null],
    ['historical.otherChildAtRiskNow', historical.otherChildAtRiskNow !== null, isPastDisclosed],
    ['historical.positionOfTrustNow', historical.positionOfTrustNow !== null, isPastDisclosed],
    ['concern.types', has(concern.types)],
    ['concern.howLearned', has(concern.howLearned)],
    // One of the three boxes of fact is enough; the first stands for them.
    ['concern.theirWords', isOneTold],
    ['event.occurred', has(event.occurred)],
    ['event.place', has(event.place)],
    ['event.ongoing', event.ongoing !== null],
    ['alleged', alleged.isUnknown || alleged.people.length > 0],
    ...alleged.people.map((accused, place): Question => [`alleged.people.${place}.name`, has(accused.name)]),
    ['wishes.personAware', wishes.personAware !== null],
    ['wishes.limitsExplained', wishes.limitsExplained !== null],
    ['wishes.consent', has(wishes.consent)],
    ['wishes.withoutConsentReasons', wishes.withoutConsentReasons.length > 0, isWithoutConsent],
    ['reporter.name', has(reporter.name)],
    ['reporter.role', has(reporter.role)],
    ['reporter.organization', has(reporter.organization)],
    ['reporter.contact', has(reporter.contact)],
    ['reporter.relationshipToPerson', has(reporter.relationshipToPerson)],
    ['reporter.firsthandKnowledge', reporter.firsthandKnowledge !== null],
    ['attestation.factsSeparated', attestation.factsSeparated],
    ['attestation.readBack', attestation.readBack],
    ['attestation.signedName', attestation.signedName.trim() !== ''],
  ]
}

/**
 * Paths of required fields still unanswered. Source: docs/report-form.md, required fields, and others where
 * their condition holds. Lists that may be empty (others at risk, actions) are never a gap; nor is `learnedAt`,
 * which is set from the start. A gap is shown and never blocks: a report may be made now.
 */
export const reportGaps = (body: ReportBody): string[] =>
  questions(body)
    .filter(([, isAnswered, applies = true]) => applies && !isAnswered)
    .map(([path]) => path)

/** An empty form: nothing pre-chosen, learned of just now. */
export const emptyBody = (learnedAt: string): ReportBody => {
  const unanswered = { is: 'unanswered' } as const
  return {
    danger: { answer: null, emergencyCalled: null, calledAt: null, service: '', incidentNumber: '' },
    jurisdiction: unanswered,
    dutyBasis: null,
    triggerIds: [],
    person: {
      category: unanswered,
      name: unanswered,
      otherNames: unanswered,
      age: unanswered,
      safeContact: { isSafe: null, how: '' },
    },
    historical: { adultDisclosingPast: null, otherChildAtRiskNow: null, positionOfTrustNow: null },
    concern: {
      types: unanswered,
      howLearned: unanswered,
      theirWords: unanswered,
      observed: unanswered,
      toldByOthers: unanswered,
      opinion: '',
    },
    event: { learnedAt, occurred: unanswered, place: unanswered, ongoing: null },
    alleged: { isUnknown: false, people: [] },
    othersAtRisk: [],
    wishes: {
      personAware: null,
      limitsExplained: null,
      consent: unanswered,
      withoutConsentReasons: [],
    },
    actions: [],
    reporter: {
      name: unanswered,
      role: unanswered,
      organization: unanswered,
      contact: unanswered,
      relationshipToPerson: unanswered,
      firsthandKnowledge: null,
    },
    attestation: { factsSeparated: false, readBack: false, signedName: '' },
  }
}

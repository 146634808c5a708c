/** @file An empty form for tests. */
import type { ReportBody } from '../../../contract/reporting'

/** A question nobody looked at. */
export const unanswered = { is: 'unanswered' } as const

/** A form in which nothing is answered. */
export const emptyReport = (): ReportBody => ({
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
  event: { learnedAt: '2026-11-21T19:00:00.000Z', occurred: unanswered, place: unanswered, ongoing: null },
  alleged: { isUnknown: false, people: [] },
  othersAtRisk: [],
  wishes: { personAware: null, limitsExplained: null, consent: unanswered, withoutConsentReasons: [] },
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
})

/**
 * @file Reporting: the mandated report, the only record about a person. First cut: the required fields.
 *
 * Every identifying field here is typed by the facilitator on purpose (promise 2's exception). Fields and
 * order follow the report form (danger first); depth, clock, sealing and hand-over receipts come later and
 * hang on `state`, `learnedAt` and `handovers`' absence here.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, Done, Instant, PackId, prose, ReportId, unlockedErrors, YesNoUnknown } from './primitives'

/** A field that may be answered, said to be unknown, or not yet looked at. */
const known = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('unanswered') }),
    z.strictObject({ is: z.literal('unknown') }),
    z.strictObject({ is: z.literal('known'), value }),
  ])
/** `known` over a type. */
export type Known<T> = { is: 'unanswered' } | { is: 'unknown' } | { is: 'known'; value: T }

const short = z.string().trim().min(1).max(200)
const long = z.string().trim().min(1).max(8000)

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
export const ConcernType = z.enum([
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
])
export const HowLearned = z.enum(['toldByPerson', 'saw', 'toldByOther', 'online', 'other'])
export const DutyBasis = z.enum(['statute', 'orgPolicy', 'voluntary', 'unsure'])
export const Consent = z.enum(['given', 'refused', 'notAsked', 'unsafeToAsk', 'cannotConsent'])
export const OccurredPrecision = z.enum(['exact', 'day', 'month', 'year'])

/** One action already taken: when, what, by whom (role). */
export const ReportAction = z.strictObject({ at: Instant, what: long, by: short })
/** A person alleged to have caused harm. `isCaretaker` null: not answered yet, so that a draft keeps the name. */
export const AllegedPerson = z.strictObject({ name: known(short), isCaretaker: YesNoUnknown.nullable() })
/** Somebody else who may be at risk. */
export const OtherAtRisk = z.strictObject({ category: short, detail: prose(2000) })

/** The form's body. Source: reporting form superset, fields marked required (section 4B). */
export const ReportBody = z.strictObject({
  // Danger first: an unanswered danger question is shown as the first gap.
  danger: z.strictObject({
    answer: YesNoUnknown.nullable(),
    emergencyCalled: YesNoUnknown.nullable(),
    calledAt: Instant.nullable(),
    service: prose(200),
    incidentNumber: prose(80),
  }),
  jurisdiction: known(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)),
  dutyBasis: DutyBasis.nullable(),
  triggerIds: z.array(PackId).max(20),
  person: z.strictObject({
    category: known(PersonCategory),
    name: known(short),
    /** Screen names and aliases. */
    otherNames: known(short),
    age: known(
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('dateOfBirth'), day: Day }),
        z.strictObject({ by: z.literal('years'), years: z.int().min(0).max(120), isEstimate: z.boolean() }),
      ]),
    ),
    /** Whether it is safe to get in touch with the person, and how: a call to the wrong phone can hurt them. */
    safeContact: z.strictObject({ isSafe: YesNoUnknown.nullable(), how: prose(400) }),
  }),
  historical: z.strictObject({
    adultDisclosingPast: YesNoUnknown.nullable(),
    otherChildAtRiskNow: YesNoUnknown.nullable(),
    positionOfTrustNow: YesNoUnknown.nullable(),
  }),
  concern: z.strictObject({
    types: known(z.array(ConcernType).min(1).max(14)),
    howLearned: known(HowLearned),
    /** Four boxes kept apart: their words, what I saw or heard, what others told me, my opinion. */
    theirWords: known(z.string().trim().min(1).max(4000)),
    observed: known(long),
    toldByOthers: known(long),
    opinion: prose(8000),
  }),
  event: z.strictObject({
    /** When the facilitator learned of it: set when the report is started, correctable, never after now. */
    learnedAt: Instant,
    occurred: known(z.strictObject({ precision: OccurredPrecision, from: short, to: prose(200) })),
    place: known(long),
    ongoing: YesNoUnknown.nullable(),
  }),
  alleged: z.strictObject({ isUnknown: z.boolean(), people: z.array(AllegedPerson).max(10) }),
  othersAtRisk: z.array(OtherAtRisk).max(20),
  wishes: z.strictObject({
    personAware: YesNoUnknown.nullable(),
    limitsExplained: YesNoUnknown.nullable(),
    consent: known(Consent),
    withoutConsentReasons: z
      .array(
        z.enum([
          'requiredByLaw',
          'childAtRisk',
          'riskToOthers',
          'crimeSuspected',
          'coercion',
          'lacksCapacity',
          'publicInterest',
        ]),
      )
      .max(7),
  }),
  actions: z.array(ReportAction).max(40),
  reporter: z.strictObject({
    name: known(short),
    role: known(short),
    organization: known(short),
    contact: known(short),
    relationshipToPerson: known(short),
    firsthandKnowledge: YesNoUnknown.nullable(),
  }),
  attestation: z.strictObject({ factsSeparated: z.boolean(), readBack: z.boolean(), signedName: prose(200) }),
})
export type ReportBody = z.infer<typeof ReportBody>

/** A report. `draft` is the only state of this release; sealing and hand-over add theirs. */
export const Report = z.strictObject({
  id: ReportId,
  charterId: PackId,
  charterVersion: Day,
  state: z.enum(['draft']),
  body: ReportBody,
  createdAt: Instant,
  changedAt: Instant,
  /** When the app asks whether to keep it; never removed silently. */
  asksAt: Instant,
  /** Paths of required fields still unanswered, in the form's order. */
  gaps: z.array(z.string().max(80)),
})
export type Report = z.infer<typeof Report>

/** In the list a report shows only its dates and how many gaps are left: no name, no words. */
export const ReportListed = Report.pick({
  id: true,
  state: true,
  createdAt: true,
  changedAt: true,
  asksAt: true,
}).extend({
  gapCount: z.int().min(0),
  learnedAt: Instant,
})
export type ReportListed = z.infer<typeof ReportListed>

const byId = z.strictObject({ reportId: ReportId })

export const reporting = {
  list: oc.output(z.array(ReportListed)).errors(unlockedErrors),
  /** Starts a draft: `learnedAt` is now, the reporter's name is left to be typed. */
  start: oc
    .input(z.strictObject({ charterId: PackId }))
    .output(Report)
    .errors(unlockedErrors),
  get: oc.input(byId).output(Report).errors(unlockedErrors),
  save: oc
    .input(byId.extend({ body: ReportBody }))
    .output(Report)
    .errors({
      ...unlockedErrors,
      LEARNED_LATER_THAN_NOW: { message: 'The time you learned of it is in the future.' },
    }),
  discard: oc.input(byId).output(Done).errors(unlockedErrors),
}

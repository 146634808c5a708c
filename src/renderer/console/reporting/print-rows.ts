/** @file The report as a document: headings and rows in words, unknowns and open questions said as such. Pure. */
import type { CharterPack } from '../../../contract/charters'
import type { YesNoUnknown } from '../../../contract/primitives'
import type { Known, ReportBody } from '../../../contract/reporting'
import { momentOf } from '../ui/when'
import { placeName } from '../words/place-name'
import { wordsKey } from './body'

/** One line of the document. `prose` keeps its line breaks and stands below its label. */
export interface PrintRow {
  label: string
  value: string
  isProse: boolean
}
/** A heading with its lines. */
export interface PrintSection {
  id: string
  title: string
  rows: PrintRow[]
}

/** The catalogue's words for the domain. */
export type Translate = (key: string, options?: Record<string, unknown>) => string

/** What the document is made with. */
export interface PrintContext {
  t: Translate
  language: string
  pack: CharterPack | null
}

/** The document's sections, in the form's order. */
export const printSections = (body: ReportBody, { t, language, pack }: PrintContext): PrintSection[] => {
  const { danger, person, historical, concern, event, alleged, wishes, reporter, attestation } = body
  const open = t('notAnswered')
  const unknown = t('unknown')
  const moment = (instant: string | null) => (instant === null ? open : momentOf(instant, language))

  const row = (path: string, value: string, isProse = false): PrintRow => ({
    label: t(`fields.${wordsKey(path)}`),
    value,
    isProse,
  })
  const known = <T>(value: Known<T>, say: (value: T) => string): string =>
    value.is === 'known' ? say(value.value) : value.is === 'unknown' ? unknown : open
  const text = (value: Known<string>) => known(value, (words) => words)
  const yesNo = (value: YesNoUnknown | null) => (value === null ? open : t(`yesNo.${value}`))
  const optional = (words: string) => (words.trim() === '' ? open : words)

  const section = (id: string, rows: (PrintRow | false)[]): PrintSection => ({
    id,
    title: t(`sections.${id}`),
    rows: rows.filter((one) => one !== false),
  })

  const triggers = body.triggerIds.map(
    (id) => pack?.reportTriggers.find((trigger) => trigger.id === id)?.label ?? id,
  )
  const isPast = historical.adultDisclosingPast === 'yes'
  const isWithoutConsent = wishes.consent.is === 'known' && wishes.consent.value !== 'given'

  return [
    section('danger', [
      row('danger.answer', yesNo(danger.answer)),
      row('danger.emergencyCalled', yesNo(danger.emergencyCalled)),
      danger.emergencyCalled === 'yes' && row('danger.calledAt', moment(danger.calledAt)),
      danger.emergencyCalled === 'yes' && row('danger.service', optional(danger.service)),
      danger.emergencyCalled === 'yes' && row('danger.incidentNumber', optional(danger.incidentNumber)),
    ]),
    section('duty', [
      row(
        'jurisdiction',
        known(body.jurisdiction, (code) => placeName(code, language)),
      ),
      row('dutyBasis', body.dutyBasis === null ? open : t(`dutyBasis.${body.dutyBasis}`)),
      row('triggerIds', triggers.length > 0 ? triggers.join('; ') : open),
    ]),
    section('person', [
      row(
        'person.category',
        known(person.category, (category) => t(`category.${category}`)),
      ),
      row('person.name', text(person.name)),
      row('person.otherNames', text(person.otherNames)),
      row(
        'person.age',
        known(person.age, (age) =>
          age.by === 'dateOfBirth'
            ? t('age.born', { day: age.day })
            : t(age.isEstimate ? 'age.about' : 'age.inYears', { years: age.years }),
        ),
      ),
      row('person.safeContact.isSafe', yesNo(person.safeContact.isSafe)),
      person.safeContact.how.trim() !== '' && row('person.safeContact.how', person.safeContact.how),
    ]),
    section('past', [
      row('historical.adultDisclosingPast', yesNo(historical.adultDisclosingPast)),
      isPast && row('historical.otherChildAtRiskNow', yesNo(historical.otherChildAtRiskNow)),
      isPast && row('historical.positionOfTrustNow', yesNo(historical.positionOfTrustNow)),
    ]),
    section('concern', [
      row(
        'concern.types',
        known(concern.types, (types) => types.map((type) => t(`concernType.${type}`)).join('; ')),
      ),
      row(
        'concern.howLearned',
        known(concern.howLearned, (how) => t(`howLearned.${how}`)),
      ),
      row('concern.theirWords', text(concern.theirWords), true),
      row('concern.observed', text(concern.observed), true),
      row('concern.toldByOthers', text(concern.toldByOthers), true),
    ]),
    section('event', [
      row('event.learnedAt', moment(event.learnedAt)),
      row(
        'event.occurred',
        known(event.occurred, ({ precision, from, to }) =>
          t(to.trim() === '' ? 'event.at' : 'event.fromTo', {
            precision: t(`precision.${precision}`),
            from,
            to,
          }),
        ),
      ),
      row('event.place', text(event.place), true),
      row('event.ongoing', yesNo(event.ongoing)),
    ]),
    section(
      'alleged',
      alleged.people.length === 0
        ? [row('alleged', alleged.isUnknown ? unknown : open)]
        : alleged.people.flatMap((accused) => [
            row('alleged.people.name', text(accused.name)),
            row('alleged.people.isCaretaker', yesNo(accused.isCaretaker)),
          ]),
    ),
    section(
      'others',
      body.othersAtRisk.length === 0
        ? [row('othersAtRisk', t('noneNamed'))]
        : body.othersAtRisk.map((other) => ({
            label: other.category,
            value: other.detail.trim() === '' ? t('noDetail') : other.detail,
            isProse: true,
          })),
    ),
    section('wishes', [
      row('wishes.personAware', yesNo(wishes.personAware)),
      row('wishes.limitsExplained', yesNo(wishes.limitsExplained)),
      row(
        'wishes.consent',
        known(wishes.consent, (consent) => t(`consent.${consent}`)),
      ),
      isWithoutConsent &&
        row(
          'wishes.withoutConsentReasons',
          wishes.withoutConsentReasons.length === 0
            ? open
            : wishes.withoutConsentReasons.map((reason) => t(`withoutConsent.${reason}`)).join('; '),
        ),
    ]),
    section(
      'actions',
      body.actions.length === 0
        ? [row('actions', t('noneNamed'))]
        : body.actions.map((action) => ({
            label: `${moment(action.at)}, ${action.by}`,
            value: action.what,
            isProse: true,
          })),
    ),
    section('reporter', [
      row('reporter.name', text(reporter.name)),
      row('reporter.role', text(reporter.role)),
      row('reporter.organization', text(reporter.organization)),
      row('reporter.contact', text(reporter.contact)),
      row('reporter.relationshipToPerson', text(reporter.relationshipToPerson)),
      row('reporter.firsthandKnowledge', yesNo(reporter.firsthandKnowledge)),
    ]),
    // Apart from the facts, under its own heading.
    section('opinion', [
      row('concern.opinion', concern.opinion.trim() === '' ? t('noneNamed') : concern.opinion, true),
    ]),
    section('signOff', [
      row('attestation.factsSeparated', t(attestation.factsSeparated ? 'yesNo.yes' : 'notTicked')),
      row('attestation.readBack', t(attestation.readBack ? 'yesNo.yes' : 'notTicked')),
      row('attestation.signedName', optional(attestation.signedName)),
    ]),
  ]
}

/** @file The clock of a report in words, for the screen and for paper: what two texts name, and until when. Pure. */
import type { CharterPack } from '../../../contract/charters'
import {
  type Due,
  type ReportClock,
  type ReportTimes,
  type RuleDue,
  reportClock,
} from '../../../contract/report-clock'
import { type Answers, answerAt } from '../../../contract/report-reading'
import { dayOf, zonedMomentOf } from '../ui/when'
import { placeName } from '../words/place-name'
import type { Translate } from './answer-words'

/** What the words are made of. */
export interface ClockContext {
  t: Translate
  language: string
  pack: CharterPack | null
}

/** The clock of a report under its charter. */
export const clockUnder = (body: Answers, times: ReportTimes, pack: CharterPack | null): ReportClock =>
  reportClock(body, times, pack?.reportTriggers ?? [])

/** From when hours are counted. */
export const sayStart = ({ startsAt, startsBy }: ReportClock, { t, language }: ClockContext): string => {
  const time = zonedMomentOf(startsAt, language)
  return startsBy === 'told' ? `${t('clock.learned')}: ${time}` : t('clock.noted', { time })
}

/** What a text names, with its end. */
export const sayDue = (
  due: Due | null,
  none: 'charterNone' | 'lawNone',
  { t, language }: ClockContext,
): string =>
  due === null
    ? t(`clock.${none}`)
    : t('clock.within', { count: due.hours, time: zonedMomentOf(due.dueAt, language) })

/** What is to be known beside the hours: whose they are, and what they do not tell. */
export const sayAround = (
  clock: ReportClock,
  body: Answers,
  isTrusted: boolean,
  { t, language, pack }: ClockContext,
): string[] => {
  const where = answerAt(body, 'duty.jurisdiction')
  const place = where.kind === 'known' && typeof where.value === 'string' ? where.value : null
  const about = pack?.jurisdiction
  const isElsewhere =
    place !== null && about !== undefined && place !== about && !place.startsWith(`${about}-`)
  return [
    ...(isTrusted ? [] : [t('clock.doubt')]),
    ...(pack === null ? [t('clock.noPack')] : clock.earliestAt === null ? [t('clock.none')] : []),
    ...(clock.rules.length > 1 && !clock.isChosen ? [t('clock.all')] : []),
    ...(isElsewhere && clock.rules.length > 0
      ? [t('clock.elsewhere', { place: placeName(about, language) })]
      : []),
    ...(clock.rules.length > 0 ? [t('clock.notAdvice')] : []),
  ]
}

const sayLaw = ({ cite, reviewedOn }: RuleDue, { t, language }: ClockContext): string =>
  reviewedOn === null
    ? t('print.clockLaw', { cite })
    : t('print.clockLawReviewed', { cite, day: dayOf(`${reviewedOn}T12:00:00.000Z`, language) })

/** The clock as lines of a document. */
export const clockRows = (
  clock: ReportClock,
  context: ClockContext,
): readonly { label: string; value: string }[] =>
  clock.rules.flatMap((rule) => [
    {
      label: context.t('print.clockRule', { rule: rule.label, text: context.t('print.clockCharter') }),
      value: sayDue(rule.charter, 'charterNone', context),
    },
    {
      label: context.t('print.clockRule', { rule: rule.label, text: sayLaw(rule, context) }),
      value: sayDue(rule.law, 'lawNone', context),
    },
  ])

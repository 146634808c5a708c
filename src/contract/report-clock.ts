/**
 * @file The clock of a report: when it was learned of, and the hours that the charter and the law note name, counted
 * from then. It may run early and never late. It says what two texts name, and never whom they bind. Pure.
 */
import type { Day, Instant } from './primitives'
import { type Answers, answerAt } from './report-reading'

const HOUR_MS = 3_600_000
/** Last instant that the contract can say: the year has four digits. */
const INSTANT_MAX_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** A rule of a charter with its law note, as far as the clock reads it. Hours that are missing are not known. */
export interface HoursNamed {
  id: string
  label: string
  /** Hours in which the charter asks for the report. */
  charterHours?: number | undefined
  lawNote: { hours?: number | undefined; cite: string; reviewedOn: Day | null }
}

/** What the main process knows of time when it answers a report. */
export interface ReportTimes {
  /** It was known by then: the earliest instant at which this app saw the report. */
  knownBy: Instant
  /** An instant that has passed: now, or the latest that was seen where the clock of the computer was put back. */
  passedAt: Instant
  /** False while the clock of the computer is in doubt. */
  isTrusted: boolean
}

/** One text's hours, and the instant at which they end; null where it names none. */
export interface Due {
  hours: number
  dueAt: Instant
}

/** A rule as the clock shows it: two texts side by side. */
export interface RuleDue {
  id: string
  label: string
  charter: Due | null
  law: Due | null
  cite: string
  /** Day on which a named person checked the law note; null: nobody has. */
  reviewedOn: Day | null
}

/** The clock. */
export interface ReportClock {
  /** Hours are counted from here. */
  startsAt: Instant
  /** `told`: when the facilitator learned of it, as they say. `noted`: the report itself is older than what they say. */
  startsBy: 'told' | 'noted'
  /** The chosen rules; all of the charter's while none is chosen. */
  rules: readonly RuleDue[]
  isChosen: boolean
  /** The earliest end of all; null where no text names hours. */
  earliestAt: Instant | null
}

const plusHours = (startsAt: Instant, hours: number): Instant =>
  new Date(Math.min(Date.parse(startsAt) + hours * HOUR_MS, INSTANT_MAX_MS)).toISOString()

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((least, one) => (least === null || one < least ? one : least), null)

/** When the facilitator says that they learned of it; null where they do not, or what is stored is no instant. */
const toldAt = (body: Answers): Instant | null => {
  const answer = answerAt(body, 'event.learnedAt')
  if (answer.kind !== 'known' || typeof answer.value !== 'string') return null
  const ms = Date.parse(answer.value)
  return Number.isNaN(ms) || ms > INSTANT_MAX_MS ? null : answer.value
}

/**
 * The clock of a report. Hours are hours that pass, whatever the clocks on the wall do: a night on which they change
 * has one hour more or less by them.
 *
 * @param body - the answers as they stand.
 * @param times - a report that was begun on a fast clock counts from when it was first seen on a right one.
 * @param rules - of its charter; none where its pack is not installed.
 */
export const reportClock = (
  body: Answers,
  times: Pick<ReportTimes, 'knownBy'>,
  rules: readonly HoursNamed[],
): ReportClock => {
  const told = toldAt(body)
  const startsBy = told !== null && told <= times.knownBy ? 'told' : 'noted'
  const startsAt = startsBy === 'told' && told !== null ? told : times.knownBy
  const triggers = answerAt(body, 'duty.triggerIds')
  const chosen = triggers.kind === 'known' && Array.isArray(triggers.value) ? triggers.value : []
  const fitting = rules.filter(({ id }) => chosen.includes(id))
  const due = (hours: number | undefined): Due | null =>
    hours === undefined ? null : { hours, dueAt: plusHours(startsAt, hours) }
  const shown = (fitting.length > 0 ? fitting : rules).map(
    ({ id, label, charterHours, lawNote }): RuleDue => ({
      id,
      label,
      charter: due(charterHours),
      law: due(lawNote.hours),
      cite: lawNote.cite,
      reviewedOn: lawNote.reviewedOn,
    }),
  )
  return {
    startsAt,
    startsBy,
    rules: shown,
    isChosen: fitting.length > 0,
    earliestAt: earliest(
      shown.flatMap(({ charter, law }) => [charter, law].flatMap((one) => one?.dueAt ?? [])),
    ),
  }
}

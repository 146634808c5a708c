/** @file A hand-over as it is typed, and reading it into what the contract takes. Pure but for the page's store. */
import {
  HandOverMethod,
  type HandOverNote,
  HandOverOutcome,
  Recipient,
} from '../../../../contract/report-handing'
import { answerIn, questionsOf } from '../../../../contract/report-reading'
import type { ReportBody } from '../../../../contract/reporting'
import type { TypedHandOver } from '../../../../contract/unfinished-forms'
import { createTypedForms } from '../../typed-forms'
import { fromLocalBox, toLocalBox } from '../local-time'
import { describeDraft } from '../words'

/** Longest words, in UTF-16 units, as the contract has them. */
export const AGENCY_MAX = 120
/** As above. */
export const REFERENCE_MAX = 80

/** A form that nobody has touched: the time is now, nothing is chosen. */
export const emptyHandOver = (now: Date): TypedHandOver => ({
  recipient: '',
  agency: '',
  method: '',
  handedAt: toLocalBox(now.toISOString()),
  outcome: '',
  reference: '',
})

/** What is wrong with a field: a key under `handOver`. */
export type HandOverProblems = Partial<
  Record<keyof TypedHandOver, 'asksChoice' | 'asksAgency' | 'asksTime' | 'tooLong'>
>

/** Reads the form: what it says, or what is wrong with it. */
export const readHandOver = (
  typed: TypedHandOver,
): { handOver: HandOverNote; problems: null } | { handOver: null; problems: HandOverProblems } => {
  const recipient = Recipient.safeParse(typed.recipient).data
  const method = HandOverMethod.safeParse(typed.method).data
  const outcome = HandOverOutcome.safeParse(typed.outcome).data
  const agency = typed.agency.trim()
  const reference = typed.reference.trim()
  const handedAt = fromLocalBox(typed.handedAt)
  const problems: HandOverProblems = {
    ...(recipient ? {} : { recipient: 'asksChoice' }),
    ...(method ? {} : { method: 'asksChoice' }),
    ...(outcome ? {} : { outcome: 'asksChoice' }),
    ...(agency === '' ? { agency: 'asksAgency' } : agency.length > AGENCY_MAX ? { agency: 'tooLong' } : {}),
    ...(reference.length > REFERENCE_MAX ? { reference: 'tooLong' } : {}),
    ...(handedAt === null ? { handedAt: 'asksTime' } : {}),
  }
  if (Object.keys(problems).length > 0 || !recipient || !method || !outcome || handedAt === null) {
    return { handOver: null, problems }
  }
  return {
    handOver: {
      recipient,
      agency,
      method,
      handedAt,
      outcome,
      reference: reference === '' ? null : reference,
    },
    problems: null,
  }
}

/** Calls of a report that say to whom they went, as a form could begin. */
export const callsOf = (body: ReportBody): TypedHandOver[] => {
  const asked = questionsOf().find(({ path }) => path === 'calls.made')
  if (asked?.question.kind !== 'rows') return []
  const { items } = asked.question
  const made = answerIn(body.calls, 'made', asked.question)
  const rows = made.kind === 'known' ? made.value : []
  return rows.flatMap((row) => {
    const wordsOf = (name: string): string => {
      const question = items[name]
      const answer = question ? answerIn(row, name, question) : null
      return answer?.kind === 'known' && typeof answer.value === 'string' ? answer.value : ''
    }
    const to = wordsOf('to').trim()
    if (to === '') return []
    const at = wordsOf('at')
    return [
      {
        recipient: '',
        agency: to,
        method: 'phone',
        handedAt: at === '' ? '' : toLocalBox(at),
        outcome: wordsOf('isTaken') === 'yes' ? 'accepted' : '',
        reference: wordsOf('reference'),
      },
    ]
  })
}

/** What is typed, by report: kept as one types, beside the report, and gone with it. An open form in which only the time stands holds nothing. */
export const typedHandOvers = createTypedForms({
  form: 'handOver',
  name: 'reporting.handOvers',
  describe: describeDraft,
  wordsOf: null,
  isEmpty: ({ recipient, agency, method, outcome, reference }) =>
    [recipient, agency, method, outcome, reference].every((text) => text === ''),
})

/** What is typed for a report, as React state; null while its form is closed. */
export const useTypedHandOver = typedHandOvers.useTyped

/** Sets what is typed for a report, which opens its form; null closes it. */
export const setTypedHandOver = typedHandOvers.hold

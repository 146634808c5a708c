/** @file A hand-over as typed: what is missing is named, nothing is taken half; a call of the report fills it in. */
import { expect, it } from 'vitest'
import { HandOverNote } from '../../../../contract/report-handing'
import { emptyReport } from '../../../../contract/report-reading'
import type { ReportBody } from '../../../../contract/reporting'
import type { TypedHandOver } from '../../../../contract/unfinished-forms'
import { readAtStake } from '../../at-stake'
import { callsOf, emptyHandOver, readHandOver, setTypedHandOver } from './typed-hand-over'

const AT = '2026-11-21T20:00:00.000Z'
const typed: TypedHandOver = {
  recipient: 'police',
  agency: ' County police ',
  method: 'phone',
  handedAt: '2026-11-21T20:00',
  outcome: 'accepted',
  reference: '  ',
}

it('reads what is whole into what the contract takes, trimmed, and no reference as none', () => {
  const { handOver } = readHandOver(typed)
  expect(HandOverNote.parse(handOver)).toMatchObject({ agency: 'County police', reference: null })
})
it('names each field that is missing, and nothing else', () => {
  expect(readHandOver(emptyHandOver(new Date(AT))).problems).toEqual({
    recipient: 'asksChoice',
    method: 'asksChoice',
    outcome: 'asksChoice',
    agency: 'asksAgency',
  })
  for (const [part, problems] of [
    [{ handedAt: '' }, { handedAt: 'asksTime' }],
    [{ handedAt: '2026-13-40T99:99' }, { handedAt: 'asksTime' }],
    [{ agency: 'x'.repeat(121) }, { agency: 'tooLong' }],
    [{ reference: 'x'.repeat(81) }, { reference: 'tooLong' }],
    [{ recipient: '' }, { recipient: 'asksChoice' }],
  ] as const) {
    expect(readHandOver({ ...typed, ...part })).toEqual({ handOver: null, problems })
  }
})
it('is filled in from the calls that say to whom they went', () => {
  const known = (value: string) => ({ kind: 'known', value, setAside: null })
  const row = (n: number, cells: object) => ({
    rowId: `00000000-0000-4000-8000-00000000000${n}`,
    to: { kind: 'unanswered' },
    at: { kind: 'unanswered' },
    isTaken: { kind: 'unanswered' },
    reference: { kind: 'unanswered' },
    nextStep: { kind: 'unanswered' },
    ...cells,
  })
  const rows = [
    row(1, { to: known('State hotline'), at: known(AT), isTaken: known('yes'), reference: known('CO-1') }),
    row(2, { at: known(AT) }),
    row(3, { to: known('Lead'), isTaken: known('no') }),
  ]
  const body = {
    ...emptyReport(AT),
    calls: { made: { kind: 'known', value: rows, setAside: null } },
  } as unknown as ReportBody
  expect(callsOf(body)).toMatchObject([
    { agency: 'State hotline', outcome: 'accepted', reference: 'CO-1', method: 'phone' },
    { agency: 'Lead', outcome: '', reference: '', handedAt: '' },
  ])
  expect(callsOf(emptyReport(AT))).toEqual([])
})
it('is at stake while its form is open, and not once it is closed', () => {
  setTypedHandOver('one', typed)
  setTypedHandOver('two', typed)
  expect(readAtStake()).toEqual(['words'])
  setTypedHandOver('one', null)
  expect(readAtStake()).toEqual(['words'])
  setTypedHandOver('two', null)
  expect(readAtStake()).toEqual([])
})

/** @file What was decided after asking: choices only, no way to name anybody, and it asks after a year. */
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { Decision, DecisionNote } from '../../contract/report-decisions'
import { createReporting, decisionsKept, type ReportingService } from './service'

const AT = '2026-11-21T20:00:00.000Z'
const note: DecisionNote = {
  charterId: 'test-circle',
  asked: ['supervisor', 'agency'],
  decision: 'notReport',
  reasons: ['nobodyAtRisk', 'adviceAgainst'],
}
let evening: Evening
let reporting: ReportingService
beforeEach(() => {
  evening = openEvening()
  reporting = createReporting(evening)
})

it('is noted with its instant, newest first, and reads back', () => {
  reporting.noteDecision(note)
  evening.clock.advance(1000)
  const all = reporting.noteDecision({ ...note, decision: 'report', reasons: ['mayBeInDanger'] })
  expect(all.map((one) => Decision.parse(one))).toMatchObject([
    { decision: 'report', decidedAt: '2026-11-21T20:00:01.000Z' },
    { ...note, decidedAt: AT, asksAt: '2027-11-21T20:00:00.000Z' },
  ])
  expect(reporting.decisions()).toEqual(all)
  expect(() => reporting.noteDecision({ ...note, charterId: 'nobody' })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})

it('takes no word of anybody, wherever it is put', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('charterId', 'asked', 'decision', 'reasons', 'said'),
      fc.constantFrom('Maren Quist', 'she said so', 'sunny_mq'),
      (field, words) => {
        for (const value of [words, [words]]) {
          expect(DecisionNote.safeParse({ ...note, [field]: value }).success, `${field} ${words}`).toBe(false)
        }
      },
    ),
  )
  expect(DecisionNote.safeParse(note).success).toBe(true)
})

it('stands apart from reports: it is there without one, and stays when one is forgotten', () => {
  const { id } = reporting.start('test-circle')
  reporting.noteDecision(note)
  expect(JSON.stringify(evening.vault.raw.prepare('SELECT * FROM report_decisions').all())).not.toContain(id)
  reporting.discard(id)
  expect(reporting.decisions()).toHaveLength(1)
})

it('asks after a year, again a year after being kept, and is forgotten by hand', () => {
  const kept = decisionsKept()
  const [first] = reporting.noteDecision(note)
  const id = first?.id ?? ''
  const isAskingAt = (at: string) => kept.list(evening.vault.read(), new Date(at))[0]?.isAskingToGo
  expect([isAskingAt('2027-11-21T19:59:59.999Z'), isAskingAt('2027-11-21T20:00:00.000Z')]).toEqual([
    false,
    true,
  ])
  evening.clock.set('2027-12-01T00:00:00.000Z')
  expect(evening.vault.write((vault) => kept.keepLonger?.(vault, id, evening.clock.now()))).toBe(true)
  expect(isAskingAt('2028-11-29T00:00:00.000Z')).toBe(false)
  expect(evening.vault.write((vault) => kept.forget(vault, id))).toEqual([id])
  expect(evening.vault.write((vault) => kept.forget(vault, id))).toBeNull()
  expect(reporting.decisions()).toEqual([])
})

/** @file Checks report drafts: gaps in the form's order, the seven days, and what forgetting looks for. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { Report, ReportBody, ReportListed } from '../../contract/reporting'
import { emptyBody, reportGaps } from './gaps'
import { createReporting, type ReportingService, reportsKept } from './service'

const DAY_MS = 86_400_000
const AT = '2026-11-21T20:00:00.000Z'
const unknown = { is: 'unknown' } as const
/** Every required field answered, most of them by "unknown". */
const answered = (): ReportBody => ({
  ...emptyBody(AT),
  danger: { answer: 'no', emergencyCalled: null, calledAt: null, service: '', incidentNumber: '' },
  jurisdiction: { is: 'known', value: 'US-CO' },
  dutyBasis: 'unsure',
  person: {
    category: unknown,
    name: unknown,
    otherNames: unknown,
    age: unknown,
    safeContact: { isSafe: 'unknown', how: '' },
  },
  historical: { adultDisclosingPast: 'no', otherChildAtRiskNow: null, positionOfTrustNow: null },
  concern: {
    types: unknown,
    howLearned: unknown,
    theirWords: unknown,
    observed: { is: 'unanswered' },
    toldByOthers: { is: 'unanswered' },
    opinion: '',
  },
  event: { learnedAt: AT, occurred: unknown, place: unknown, ongoing: 'unknown' },
  alleged: { isUnknown: true, people: [] },
  wishes: { personAware: 'unknown', limitsExplained: 'unknown', consent: unknown, withoutConsentReasons: [] },
  reporter: {
    name: unknown,
    role: unknown,
    organization: unknown,
    contact: unknown,
    relationshipToPerson: unknown,
    firsthandKnowledge: 'unknown',
  },
  attestation: { factsSeparated: true, readBack: true, signedName: 'R' },
})

describe('reportGaps', () => {
  it('names every required field of an empty form in its order, danger first', () => {
    const empty = emptyBody(AT)
    expect(ReportBody.parse(empty)).toEqual(empty)
    const gaps = reportGaps(empty)
    expect(gaps[0]).toBe('danger.answer')
    expect(gaps).toHaveLength(28)
    const order = Object.keys(empty)
    const places = gaps.map((gap) => order.indexOf(gap.split('.')[0] ?? ''))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('finds none when all is answered, "unknown" included', () => {
    expect(ReportBody.parse(answered())).toEqual(answered())
    expect(reportGaps(answered())).toEqual([])
  })

  it.each<[string[], (body: ReportBody) => void]>([
    [['danger.emergencyCalled'], (body) => Object.assign(body.danger, { answer: 'yes' })],
    [['danger.calledAt'], (body) => Object.assign(body.danger, { answer: 'yes', emergencyCalled: 'yes' })],
    [['triggerIds'], (body) => Object.assign(body, { dutyBasis: 'statute' })],
    [
      ['historical.otherChildAtRiskNow', 'historical.positionOfTrustNow'],
      (body) => Object.assign(body.historical, { adultDisclosingPast: 'yes' }),
    ],
    [['concern.theirWords'], (body) => Object.assign(body.concern, { theirWords: { is: 'unanswered' } })],
    [['alleged'], (body) => Object.assign(body.alleged, { isUnknown: false })],
    [
      ['alleged.people.1.name'],
      (body) => {
        body.alleged.people = [
          { name: unknown, isCaretaker: 'unknown' },
          { name: { is: 'unanswered' }, isCaretaker: 'unknown' },
        ]
      },
    ],
    [
      ['wishes.withoutConsentReasons'],
      (body) => Object.assign(body.wishes, { consent: { is: 'known', value: 'refused' } }),
    ],
    [['attestation.signedName'], (body) => Object.assign(body.attestation, { signedName: '  ' })],
  ])('asks for %j where its condition holds', (gaps, change) => {
    const body = answered()
    change(body)
    expect(reportGaps(body)).toEqual(gaps)
  })

  it('is content with any one of the three boxes of fact', () => {
    fc.assert(
      fc.property(fc.constantFrom('theirWords', 'observed', 'toldByOthers'), (box) => {
        const body = answered()
        const none = { is: 'unanswered' } as const
        body.concern = { ...body.concern, theirWords: none, observed: none, toldByOthers: none }
        Object.assign(body.concern, { [box]: { is: 'known', value: 'Words' } })
        expect(reportGaps(body)).toEqual([])
      }),
    )
  })
})

let evening: Evening
let reporting: ReportingService
beforeEach(() => {
  evening = openEvening()
  reporting = createReporting(evening)
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('drafts', () => {
  it('starts learned of now, under the version of the charter, with nothing pre-chosen', () => {
    const report = reporting.start('test-circle')
    expect(Report.parse(report)).toEqual(report)
    expect(report).toMatchObject({
      charterVersion: '2026-01-01',
      state: 'draft',
      body: emptyBody(AT),
      asksAt: '2026-11-28T20:00:00.000Z',
    })
    expect(reporting.get(report.id)).toEqual(report)
    expect(() => reporting.start('nobody')).toThrow(refuses('NOT_FOUND'))
  })

  it('keeps what is typed, and lists it without a name or a word', () => {
    const { id } = reporting.start('test-circle')
    evening.clock.advance(DAY_MS)
    const body = answered()
    body.person.name = { is: 'known', value: 'Canary Person' }
    const saved = reporting.save(id, body)
    expect(saved).toMatchObject({ body, gaps: [], asksAt: '2026-11-29T20:00:00.000Z' })
    const listed = reporting.list()
    expect(listed.map((entry) => ReportListed.parse(entry))).toEqual(listed)
    expect(listed).toMatchObject([{ id, gapCount: 0, learnedAt: AT }])
    expect(JSON.stringify(listed)).not.toContain('Canary')
  })

  it('may be learned of earlier, never after now', () => {
    const { id } = reporting.start('test-circle')
    const learned = (learnedAt: string) => ({ ...answered(), event: { ...answered().event, learnedAt } })
    expect(reporting.save(id, learned('2026-11-20T08:00:00.000Z')).body.event.learnedAt).toBe(
      '2026-11-20T08:00:00.000Z',
    )
    expect(() => reporting.save(id, learned('2026-11-21T20:00:00.001Z'))).toThrow(
      refuses('LEARNED_LATER_THAN_NOW'),
    )
    expect(reporting.get(id).body.event.learnedAt).toBe('2026-11-20T08:00:00.000Z')
  })

  it('asks at seven days, is never removed silently, and asks again seven days after being kept', () => {
    const kept = reportsKept()
    const { id } = reporting.start('test-circle')
    const isAskingAt = (at: string) => kept.list(evening.vault.read(), new Date(at))[0]?.isAskingToGo
    expect(isAskingAt('2026-11-28T19:59:59.999Z')).toBe(false)
    expect(isAskingAt('2026-11-28T20:00:00.000Z')).toBe(true)
    evening.clock.set('2027-11-28T20:00:00.000Z')
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(reporting.get(id).id).toBe(id)
    expect(evening.vault.write((vault) => kept.keepLonger?.(vault, id, evening.clock.now()))).toBe(true)
    expect(isAskingAt('2027-12-05T19:59:59.999Z')).toBe(false)
    expect(isAskingAt('2027-12-05T20:00:00.000Z')).toBe(true)
    reporting.discard(id)
    expect(evening.vault.write((vault) => kept.keepLonger?.(vault, id, evening.clock.now()))).toBe(false)
    expect(() => reporting.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => reporting.save(id, answered())).toThrow(refuses('NOT_FOUND'))
    expect(() => reporting.discard(id)).toThrow(refuses('NOT_FOUND'))
  })

  it('is forgotten whole, and what it looks for was really stored', () => {
    const kept = reportsKept()
    const { id } = reporting.start('test-circle')
    const body = answered()
    body.concern.observed = {
      is: 'known',
      value: `They said "stop"\nand left. ${'Long words. '.repeat(600)}`,
    }
    body.concern.types = { is: 'known', value: ['traffickingSexual'] }
    reporting.save(id, body)
    const bytes = () => evening.vault.raw.serialize()
    const before = bytes()
    const proof = evening.vault.write((vault) => kept.forget(vault, id)) ?? []
    expect(proof.length).toBeGreaterThan(2)
    expect(proof).not.toContain('traffickingSexual')
    for (const piece of proof) {
      expect(before.includes(piece), piece).toBe(true)
      expect(bytes().includes(piece), piece).toBe(false)
    }
    expect(evening.vault.write((vault) => kept.forget(vault, id))).toBeNull()
  })
})

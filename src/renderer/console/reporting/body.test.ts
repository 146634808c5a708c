/** @file The form's body: whatever was typed can be kept, and nothing typed is lost on the way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Known, ReportBody } from '../../../contract/reporting'
import { fieldId, fromLocalBox, NOT_SAID, settle, toLocalBox, unkeepable, wordsKey } from './body'
import { emptyReport, unanswered } from './empty-report.fixture'

const typed = fc.string({ unit: 'grapheme', maxLength: 30 })
const knownText: fc.Arbitrary<Known<string>> = fc.oneof(
  fc.constant(unanswered),
  fc.constant({ is: 'unknown' } as const),
  typed.map((value) => ({ is: 'known', value }) as const),
)
const bodies: fc.Arbitrary<ReportBody> = fc
  .record({
    text: fc.array(knownText, { minLength: 11, maxLength: 11 }),
    age: fc.constantFrom<ReportBody['person']['age']>(
      unanswered,
      { is: 'known', value: { by: 'dateOfBirth', day: '' } },
      { is: 'known', value: { by: 'dateOfBirth', day: '1950-02-03' } },
      { is: 'known', value: { by: 'years', years: Number.NaN, isEstimate: true } },
      { is: 'known', value: { by: 'years', years: 71, isEstimate: false } },
    ),
    from: typed,
    to: typed,
    what: typed,
    by: typed,
    category: typed,
    detail: typed,
    types: fc.constantFrom<ReportBody['concern']['types']>(
      unanswered,
      { is: 'known', value: [] },
      { is: 'known', value: ['neglect'] },
    ),
  })
  .map(({ text, age, from, to, what, by, category, detail, types }) => {
    const body = emptyReport()
    const at = (place: number): Known<string> => text[place] ?? unanswered
    return {
      ...body,
      person: { ...body.person, name: at(0), otherNames: at(1), age },
      concern: { ...body.concern, types, theirWords: at(2), observed: at(3), toldByOthers: at(4) },
      event: {
        ...body.event,
        occurred: { is: 'known', value: { precision: 'day', from, to } },
        place: at(5),
      },
      alleged: { isUnknown: false, people: [{ name: at(6), isCaretaker: null }] },
      othersAtRisk: [{ category, detail }],
      actions: [{ at: '2026-11-21T19:00:00.000Z', what, by }],
      reporter: { ...body.reporter, name: at(7), role: at(8), organization: at(9), contact: at(10) },
    }
  })

/** Every word in a value, wherever it stands. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.trim() === ''
      ? []
      : [value.trim()]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : []

describe('settle', () => {
  it('makes whatever was typed fit for the contract', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(unkeepable(settle(body))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  it('loses no typed word, an action without its "what" excepted', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const whole = { ...body, actions: body.actions.filter(({ what }) => what.trim() !== '') }
        const kept = new Set(wordsIn(ReportBody.parse(settle(whole))))
        // A blank choice ("known" of nothing) turns into "unanswered": states are no typed words.
        const states = new Set(['known', 'unanswered', 'dateOfBirth', 'years', 'day'])
        for (const word of wordsIn(whole)) if (!states.has(word)) expect(kept).toContain(word)
      }),
    )
  })
  it('is idempotent', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(settle(settle(body))).toEqual(settle(body))
      }),
    )
  })
  it('says where half a line is missing, and drops blank lines', () => {
    const body = {
      ...emptyReport(),
      othersAtRisk: [
        { category: '', detail: 'a sibling' },
        { category: ' ', detail: '' },
      ],
      actions: [
        { at: '2026-11-21T19:00:00.000Z', what: 'Called', by: '' },
        { at: '2026-11-21T19:00:00.000Z', what: ' ', by: 'Facilitator' },
      ],
    }
    expect(settle(body).othersAtRisk).toEqual([{ category: NOT_SAID, detail: 'a sibling' }])
    expect(settle(body).actions.map(({ what, by }) => [what, by])).toEqual([['Called', NOT_SAID]])
  })
})

describe('unkeepable', () => {
  it('names the field, not the place inside it', () => {
    const body = emptyReport()
    body.concern.theirWords = { is: 'known', value: 'x'.repeat(4001) }
    body.alleged.people = [{ name: { is: 'known', value: 'x'.repeat(201) }, isCaretaker: null }]
    expect(unkeepable(body)).toEqual(['concern.theirWords', 'alleged.people.0.name'])
  })
})

describe('addresses of fields', () => {
  it('are made from paths', () => {
    expect(wordsKey('alleged.people.3.name')).toBe('alleged_people_name')
    expect(wordsKey('alleged.people.12.name')).toBe('alleged_people_name')
    expect(fieldId('person.name')).toBe('field-person-name')
  })
})

describe('local time boxes', () => {
  it('come back as the same minute', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString()
        expect(fromLocalBox(toLocalBox(minute))).toBe(minute)
      }),
    )
  })
  it('are empty for nothing, and nothing for half a time', () => {
    expect(toLocalBox(null)).toBe('')
    expect(fromLocalBox('')).toBeNull()
    expect(fromLocalBox('2026-11-')).toBeNull()
  })
})

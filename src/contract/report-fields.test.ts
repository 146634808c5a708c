/** @file What follows from the report's questions: a new one is found by all of it, with no other change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from './field-answer'
import { declareRecord } from './record-fields'
import { askedFirst, asks, reportRecord, reportSections } from './report-fields'
import { type Condition, words } from './report-questions'
import { emptyReport, holds, isAnswered, questionsOf, reportGaps } from './report-reading'
import { ReportBody } from './reporting'

const AT = '2026-11-21T20:00:00.000Z'
const now = new Date(AT)
const known = <T>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })
const rowId = (place: number) => `00000000-0000-4000-8000-00000000000${place}`
const unknown = { kind: 'unknown', setAside: null } as const

/** Every needed question answered, by "unknown" where it can be. */
const answered = (): ReportBody => {
  const body = emptyReport(AT)
  return {
    ...body,
    danger: { ...body.danger, answer: known('no') },
    duty: { ...body.duty, jurisdiction: known('US-CO'), basis: known('unsure') },
    person: {
      ...body.person,
      category: unknown,
      name: unknown,
      otherNames: unknown,
      age: unknown,
      isContactSafe: unknown,
    },
    past: { ...body.past, adultDisclosingPast: known('no') },
    concern: { ...body.concern, types: unknown, howLearned: unknown, theirWords: unknown },
    event: { ...body.event, occurred: unknown, place: unknown, ongoing: unknown },
    alleged: { people: unknown },
    wishes: { ...body.wishes, personAware: unknown, limitsExplained: unknown, consent: unknown },
    reporter: {
      ...body.reporter,
      name: unknown,
      role: unknown,
      organization: unknown,
      contact: unknown,
      relationshipToPerson: unknown,
      firsthandKnowledge: unknown,
    },
    signOff: { factsSeparated: known(true), readBack: known(true), signedName: known('R') },
  }
}

describe('reportGaps', () => {
  it('names every needed question of an empty report in its order, danger first', () => {
    const empty = emptyReport(AT)
    expect(ReportBody.parse(empty)).toEqual(empty)
    const gaps = reportGaps(empty, now)
    expect(gaps[0]).toBe('danger.answer')
    expect(gaps).toHaveLength(28)
    const order = questionsOf().map(({ path }) => path)
    expect(gaps).toEqual(order.filter((path) => gaps.includes(path)))
  })

  it('finds none when all is answered, "unknown" included', () => {
    expect(ReportBody.parse(answered())).toEqual(answered())
    expect(reportGaps(answered(), now)).toEqual([])
  })

  it.each<[string[], (body: ReportBody) => void]>([
    [['danger.emergencyCalled'], (body) => Object.assign(body.danger, { answer: known('yes') })],
    [
      ['danger.calledAt'],
      (body) => Object.assign(body.danger, { answer: known('yes'), emergencyCalled: known('yes') }),
    ],
    [['duty.triggerIds'], (body) => Object.assign(body.duty, { basis: known('statute') })],
    [
      ['past.otherChildAtRiskNow', 'past.positionOfTrustNow'],
      (body) => Object.assign(body.past, { adultDisclosingPast: known('yes') }),
    ],
    [['concern.theirWords'], (body) => Object.assign(body.concern, { theirWords: known('  ') })],
    [['alleged.people'], (body) => Object.assign(body.alleged, { people: known([]) })],
    [
      ['alleged.people.00000000-0000-4000-8000-000000000001.name'],
      (body) => {
        const nothing = { kind: 'unanswered' } as const
        const row = (rowId: string, name: Answer<string>) => ({
          rowId,
          name,
          relationship: nothing,
          whereabouts: nothing,
          hasAccessNow: unknown,
          isCaretaker: unknown,
          worksWithOthers: nothing,
        })
        Object.assign(body.alleged, {
          people: known([row(rowId(0), unknown), row(rowId(1), { kind: 'unanswered' })]),
        })
      },
    ],
    [['wishes.withoutConsentReasons'], (body) => Object.assign(body.wishes, { consent: known('refused') })],
    [['signOff.signedName'], (body) => Object.assign(body.signOff, { signedName: known('  ') })],
    // A time that lies ahead is a gap, whichever question it answers.
    [
      ['event.learnedAt'],
      (body) => Object.assign(body.event, { learnedAt: known('2026-11-21T20:00:00.001Z') }),
    ],
    [
      ['person.age'],
      (body) =>
        Object.assign(body.person, {
          age: known({ by: 'dateOfBirth', years: null, isEstimate: false, day: '2031-01-01' }),
        }),
    ],
    [
      ['actions.taken.00000000-0000-4000-8000-000000000000.at'],
      (body) => {
        const what = known('Called')
        const row = { rowId: rowId(0), what, at: known('2027-01-01T00:00:00.000Z'), by: unknown }
        Object.assign(body.actions, { taken: known([row]) })
      },
    ],
  ])('asks for %j where its condition holds', (gaps, change) => {
    const body = answered()
    change(body)
    expect(ReportBody.safeParse(body).success).toBe(true)
    expect(reportGaps(body, now)).toEqual(gaps)
  })

  it('is content with any one of the three boxes of fact', () => {
    fc.assert(
      fc.property(fc.constantFrom('theirWords', 'observed', 'toldByOthers'), (box) => {
        const body = answered()
        Object.assign(body.concern, { theirWords: { kind: 'unanswered' }, [box]: known('Words') })
        expect(reportGaps(body, now)).toEqual([])
      }),
    )
  })
})

describe('the list of questions', () => {
  it('names only questions of its own in its conditions', () => {
    const paths = new Set(questionsOf().map(({ path }) => path))
    const named = (condition: Condition): readonly string[] => {
      switch (condition.kind) {
        case 'answeredWith':
        case 'placeWithin':
          return [condition.field]
        case 'noneAnswered':
          return condition.fields
        case 'always':
        case 'never':
          return []
      }
    }
    const all = questionsOf().flatMap(({ question }) => [...named(question.needed), ...named(question.shown)])
    expect(all.length).toBeGreaterThan(8)
    for (const path of all) expect(paths).toContain(path)
  })

  it('gives a planted question its place in everything that follows from it', () => {
    const fields = {
      ...reportSections,
      person: asks({
        ...reportSections.person.questions,
        planted: words(30, { needed: { kind: 'always' }, canBeUnknown: true }),
      }),
    }
    const record = declareRecord({ name: 'planted', reason: 'For this test.', fields })
    const empty = record.empty()
    expect(reportGaps(empty, now, fields)).toContain('person.planted')
    const said = { ...empty, person: { ...empty.person, planted: known('Canary words of a new question') } }
    expect(record.schema.parse(said)).toEqual(said)
    expect(reportGaps(said, now, fields)).not.toContain('person.planted')
    expect(record.texts(said).map(({ text }) => text)).toContain('Canary words of a new question')
    expect(record.textPaths).toContain('person.planted.value')
    expect(record.hasChanged(empty, said)).toBe(true)
    const long = { ...empty, person: { ...empty.person, planted: known('x'.repeat(31)) } }
    expect(record.problems(long).map(({ path }) => path)).toEqual(['person.planted'])
  })

  it('finds every typed word, those set aside too', () => {
    let count = 0
    const filled = reportRecord.filled(() => {
      count += 1
      return `Canary ${count}`
    })
    expect(ReportBody.parse(filled)).toEqual(filled)
    const found = reportRecord.texts(filled).map(({ text }) => text)
    expect(new Set(found).size).toBe(count)
    const json = JSON.stringify(filled)
    for (const text of found) expect(json).toContain(`"${text}"`)
  })
})

describe('variants', () => {
  const asked = (change: (body: ReportBody) => void): string[] => {
    const body = answered()
    change(body)
    return questionsOf()
      .filter(({ question }) => holds(question.shown, body))
      .map(({ path }) => path)
  }
  const at = (place: string) => asked((body) => Object.assign(body.duty, { jurisdiction: known(place) }))
  const british = ['duty.sharingBasis', 'wishes.isCapacityInDoubt']
  const american = ['person.sex', 'person.raceEthnicity', 'person.militaryFamily']

  it('ask what the place asks: capacity and basis in the UK, what Colorado lists in the US', () => {
    for (const path of british) {
      expect(at('GB-ENG')).toContain(path)
      expect(at('GB')).toContain(path)
      expect(at('US-CO')).not.toContain(path)
    }
    for (const path of american) {
      expect(at('US-CO')).toContain(path)
      expect(at('GB-ENG')).not.toContain(path)
      // Another code that only begins alike.
      expect(at('USX')).not.toContain(path)
    }
  })
  it('ask for both while the place is not known', () => {
    const paths = asked((body) => Object.assign(body.duty, { jurisdiction: unknown }))
    for (const path of [...british, ...american]) expect(paths).toContain(path)
  })
  it('ask for views, wished outcome, advice and calls everywhere', () => {
    for (const path of [
      'wishes.views',
      'wishes.wishedOutcome',
      'consult.advice',
      'consult.decision',
      'calls.made',
    ])
      for (const place of ['GB-ENG', 'US-CO', 'NZ']) expect(at(place)).toContain(path)
  })
  it('ask for school, brothers and sisters of a child only', () => {
    const child = asked((body) => Object.assign(body.person, { category: known('child') }))
    const adult = asked((body) => Object.assign(body.person, { category: known('olderAdult') }))
    for (const path of ['person.school', 'person.siblings']) {
      expect(child).toContain(path)
      expect(adult).not.toContain(path)
    }
  })
  it('put what a hotline asks first before the rest, in the order of a call', () => {
    const ids = Object.keys(reportSections)
    expect(ids.slice(0, askedFirst.length)).toEqual(askedFirst)
    expect(ids.at(-1)).toBe('signOff')
  })
})

describe('isAnswered', () => {
  it('takes "unknown" for an answer, and words that are set aside for none', () => {
    expect(isAnswered(unknown)).toBe(true)
    expect(isAnswered({ kind: 'known', value: ' ', setAside: 'before' })).toBe(false)
    expect(isAnswered({ kind: 'unanswered' })).toBe(false)
  })
})

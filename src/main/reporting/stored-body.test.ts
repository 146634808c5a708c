/** @file Reports that an earlier version stored open with every word, and new questions are unanswered in them. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEvening } from '../../../tests/fixtures/evening'
import { reportRecord, reportSections } from '../../contract/report-fields'
import { words } from '../../contract/report-questions'
import { emptyReport, reportGaps } from '../../contract/report-reading'
import { createReporting, reportsKept, sealContext } from './service'
import { answersIn, readStoredBody } from './stored-body'

/** Bodies as version 0.1 stored them: one with every question answered, one mixed, one just started. */
const stored: Record<'full' | 'mixed' | 'empty', object> = JSON.parse(
  readFileSync('tests/fixtures/report-bodies-0.1.json', 'utf8'),
)

/** Every string of a value that is no key and no choice of the form. */
const typedIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? /[\s@.“]|^Sam$|^Facilitator$/.test(value)
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(typedIn)
      : []

describe('a body of version 0.1', () => {
  it.each(['full', 'mixed', 'empty'] as const)('opens with every word: %s', (name) => {
    const body = readStoredBody(stored[name])
    const json = JSON.stringify(body)
    const typed = typedIn(stored[name])
    if (name === 'full') expect(typed.length).toBeGreaterThan(20)
    for (const word of typed) expect(json).toContain(JSON.stringify(word).slice(1, -1))
  })

  it('opens with every answer where it belongs', () => {
    const full = readStoredBody(stored.full)
    expect(full).toMatchObject({
      danger: { answer: { value: 'yes' }, calledAt: { value: '2026-11-21T19:12:00.000Z' } },
      duty: { jurisdiction: { value: 'US-CO' }, basis: { value: 'orgPolicy' } },
      person: {
        otherNames: { kind: 'unknown' },
        age: { value: { by: 'years', years: 15, isEstimate: true, day: null } },
        isContactSafe: { value: 'no' },
      },
      past: { adultDisclosingPast: { value: 'no' }, otherChildAtRiskNow: { kind: 'unanswered' } },
      concern: { types: { value: ['physical', 'domestic', 'other'] }, toldByOthers: { kind: 'unanswered' } },
      event: { ongoing: { kind: 'unknown' }, learnedAt: { value: '2026-11-21T19:05:00.000Z' } },
      alleged: {
        people: {
          value: [
            { isCaretaker: { value: 'yes' } },
            { name: { kind: 'unknown' }, isCaretaker: { kind: 'unanswered' } },
            { name: { kind: 'unanswered' }, isCaretaker: { value: 'no' } },
          ],
        },
      },
      wishes: {
        consent: { value: 'refused' },
        withoutConsentReasons: { value: ['requiredByLaw', 'childAtRisk'] },
      },
      actions: {
        taken: { value: [{ at: { value: '2026-11-21T19:20:00.000Z' } }, { by: { value: 'Not said' } }] },
      },
      signOff: { factsSeparated: { value: true }, readBack: { kind: 'unanswered' } },
    })
    // Somebody was named beside "I do not know who": what was written wins.
    expect(readStoredBody(stored.mixed)?.alleged.people).toMatchObject({
      value: [{ name: { value: 'Somebody after all' } }],
    })
    expect(readStoredBody(stored.mixed)?.person.age).toMatchObject({
      value: { by: 'dateOfBirth', day: '1951-02-03', years: null },
    })
    const { learnedAt } = emptyReport('2026-11-21T20:00:00.000Z').event
    expect(readStoredBody(stored.empty)).toEqual({
      ...reportRecord.empty(),
      event: { ...reportRecord.empty().event, learnedAt },
    })
  })

  it('is listed, saved and forgotten like one of today', () => {
    const evening = openEvening()
    const reporting = createReporting(evening)
    const { id } = reporting.start('test-circle')
    evening.vault.raw.prepare('UPDATE reports SET body = ? WHERE id = ?').run(JSON.stringify(stored.full), id)
    expect(reporting.list()).toMatchObject([{ id, learnedAt: '2026-11-21T19:05:00.000Z' }])
    const { body } = reporting.get(id)
    expect(reporting.save(id, body).body).toEqual(body)
    evening.vault.raw.prepare('UPDATE reports SET body = ? WHERE id = ?').run(JSON.stringify(stored.full), id)
    const before = JSON.stringify(stored.full)
    const proof =
      evening.vault.write((vault) =>
        reportsKept({ clock: evening.clock, context: sealContext(evening.charters) }).forget(vault, id),
      ) ?? []
    expect(proof.length).toBeGreaterThan(10)
    for (const piece of proof)
      expect(
        [id, before].some((text) => text.includes(piece)),
        piece,
      ).toBe(true)
  })
})

describe('a body of today', () => {
  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1 }), (texts) => {
        let next = 0
        const body = reportRecord.filled(() => {
          next += 1
          return texts[next % texts.length] ?? ''
        })
        expect(readStoredBody(JSON.parse(JSON.stringify(body)))).toEqual(body)
      }),
    )
  })

  it('has an unanswered place for a question that is newer than it, in a section and in a row', () => {
    const planted = words(30, { needed: { kind: 'always' } })
    const { people } = reportSections.alleged.questions
    if (people?.kind !== 'rows') throw new Error('The list of people should be one.')
    const sections = {
      ...reportSections,
      person: { questions: { ...reportSections.person.questions, planted } },
      alleged: { questions: { people: { ...people, items: { ...people.items, planted } } } },
    }
    const answers = answersIn(stored.full, sections)
    expect(answers.person?.planted).toEqual({ kind: 'unanswered' })
    expect(reportGaps(answers, new Date(), sections)).toEqual(
      expect.arrayContaining([
        'person.planted',
        'alleged.people.00000000-0000-4000-8000-000000000000.planted',
        'alleged.people.00000000-0000-4000-8000-000000000002.planted',
      ]),
    )
    const today = answersIn(readStoredBody(stored.full), sections)
    expect(today.person?.planted).toEqual({ kind: 'unanswered' })
    expect(JSON.stringify(today.alleged)).toContain('"planted":{"kind":"unanswered"}')
  })
})

/** @file Patterns, overlaps and what happens when the names leave memory. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingKind } from './finding'
import { type Finding, settleOverlaps } from './finding'
import { lint, NAME_TAKEN_OUT, takeNamesOut } from './lint'
import { indexNames, noNames } from './name-index'
import { findPhonesPlainly, loadPhoneFinder } from './phones'

const phones = await loadPhoneFinder()
const check = (text: string, names: string[] = [], publicNumbers: string[] = []) =>
  lint(text, { names: names.length ? indexNames(names) : noNames, phones, publicNumbers })
const said = (text: string) => check(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('patterns that ask', () => {
  it.each<[FindingKind, string, string]>([
    ['email', 'write to sam.t+x@example.org please', 'sam.t+x@example.org'],
    ['email', 'SAM@EXAMPLE.CO.UK', 'SAM@EXAMPLE.CO.UK'],
    ['url', 'see https://example.org/p?q=1 there', 'https://example.org/p?q=1'],
    ['url', 'it is on example.com somewhere', 'example.com'],
    ['handle', 'they are @quiet_river on there', '@quiet_river'],
    ['handle', 'reddit u/quiet-river yes', 'u/quiet-river'],
    ['handle', 'discord quiet#1234', 'quiet#1234'],
    ['handle', 'insta: quiet.river', 'insta: quiet.river'],
    ['phone', 'call 303-555-0142 later', '303-555-0142'],
    ['phone', 'call (303) 555 0142 later', '(303) 555 0142'],
    ['phone', 'call +44 20 7946 0018 later', '+44 20 7946 0018'],
    ['phone', 'call 020 7946 0018 later', '020 7946 0018'],
    ['phone', 'call 07700 900123 later', '07700 900123'],
    ['phone', 'call 3035550142 later', '3035550142'],
    ['phone', 'call 555-0142 later', '555-0142'],
    ['dateOfBirth', 'born on 3 March 1984', 'born on 3 March 1984'],
    ['dateOfBirth', 'born in 1984', 'born in 1984'],
    ['dateOfBirth', 'DOB 03/04/84', 'DOB 03/04/84'],
    ['dateOfBirth', 'on 1984-03-04 it', '1984-03-04'],
    ['dateOfBirth', 'on March 4th, 1984 it', 'March 4th, 1984'],
    ['dateOfBirth', 'a birthday on the 4th of March', 'birthday on the 4th of March'],
    ['ageOver89', 'a 92-year-old', '92-year-old'],
    ['ageOver89', 'aged 94.', 'aged 94'],
    ['ageOver89', 'turning ninety-one soon', 'turning ninety-one'],
    ['ageOver89', 'she is 101, and', 'she is 101'],
    ['ageOver89', 'in his nineties', 'in his nineties'],
    ['address', 'lives at 12 Elm Street there', '12 Elm Street'],
    ['address', 'lives at 221b baker street', '221b baker street'],
    ['address', 'at 7 Old Mill Ct by', '7 Old Mill Ct'],
    ['address', 'in 80203 again', '80203'],
    ['address', 'in CO 80203-1234', '80203-1234'],
    ['address', 'near SW1A 1AA maybe', 'SW1A 1AA'],
    ['address', 'near K1A 0B1 maybe', 'K1A 0B1'],
    ['address', 'P.O. Box 123', 'P.O. Box 123'],
  ])('%s in “%s”', (kind, text, words) => {
    expect(said(text)).toEqual([[kind, words]])
  })

  it.each([
    'Call 988, 911, 999, 112 or 116 123. Text HOME to 741741 or SHOUT to 85258.',
    'I spoke for 10 minutes out of 90, at 19:00, about 3/4 of the time.',
    'There were 12 people, and 2 people went the wrong way down the road.',
    'I felt calm.So I stayed. I may march on in 2026. It is 7.30 pm.',
    'I gave it 95 percent and 90 minutes. In the 90s I was small.',
    'Is it my 2nd or 3rd group this month? I did 1, 2 and 3.',
    'I want to be #1 at listening, e.g. less advice; 50/50 shared.',
  ])('nothing in “%s”', (text) => {
    expect(said(text)).toEqual([])
  })

  it('knows the numbers of the crisis resources', () => {
    expect(said('the hotline 844-264-5437')).toEqual([['phone', '844-264-5437']])
    expect(check('the hotline 844-264-5437', [], ['844-CO-4-KIDS', '844-264-5437'])).toEqual([])
    expect(check('the hotline 1-800-273-8255')).toEqual([])
  })

  it('has a plain rule while the heavy finder is not there', () => {
    expect(findPhonesPlainly('call 303-555-0142 or +49 30 123456').length).toBe(2)
    expect(lint('call 303-555-0142', { names: noNames, phones: null, publicNumbers: [] })).toHaveLength(1)
  })
})

describe('together', () => {
  it('keeps a room name inside an address, and one finding for each place otherwise', () => {
    expect(check('mail wren@example.org', ['Wren']).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['roomName', 'blocks'],
      ['email', 'warns'],
    ])
  })

  it.each([
    // A likeness does not hide a shape, nor one question another.
    ['mail wernsmith@example.org', ['Wren Smith'], ['email']],
    ['ring Marek Kowalsky on 303-555-0142', ['Marek Kowalski'], ['phone']],
    ['I met JA Smiht-1984-03-04@example.org', ['Smith'], ['email']],
    ['Junipper#1234', ['Juniper'], ['handle']],
    ['Junipperstraße 12', ['Juniper'], ['address']],
  ])('asks about a likeness and about the shape it stands in: %s', (text, names, kinds) => {
    const found = check(text, names).map(({ kind }) => kind)
    expect(found).toEqual(expect.arrayContaining(kinds))
  })

  it('loses no sign that one of its finders blocks or warns about', () => {
    const kinds = ['roomName', 'email', 'address', 'age'] as const
    const one = fc
      .record({
        kind: fc.constantFrom(...kinds),
        isLikeness: fc.boolean(),
        start: fc.nat(30),
        length: fc.integer({ min: 1, max: 12 }),
      })
      .map(
        ({ kind, isLikeness, start, length }): Finding => ({
          kind,
          severity: kind === 'roomName' && !isLikeness ? 'blocks' : 'warns',
          ...(kind === 'roomName' && isLikeness ? { likeness: 'misspelt' as const } : {}),
          start,
          end: start + length,
        }),
      )
    const signs = (findings: readonly Finding[]) =>
      new Set(
        findings.flatMap(({ kind, severity, start, end }) =>
          Array.from(
            { length: end - start },
            (_, at) => `${kind === 'roomName' ? severity : 'shape'} ${start + at}`,
          ),
        ),
      )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (findings) => {
        expect(signs(settleOverlaps(findings))).toEqual(signs(findings))
      }),
    )
  })

  it('takes names out when they leave memory, and nothing else', () => {
    const text = 'Wren and Sky were kind, wren’s words on 1984-03-04.'
    expect(takeNamesOut(text, check(text, ['Wren', 'Sky']))).toEqual({
      text: `${NAME_TAKEN_OUT} and ${NAME_TAKEN_OUT} were kind, ${NAME_TAKEN_OUT}’s words on 1984-03-04.`,
      count: 3,
    })
  })

  it('never throws, stays in range, says nothing twice, for any text', () => {
    const pieces = fc.constantFrom(
      '@',
      '#1234',
      '12 ',
      'Elm St',
      '+1 ',
      '303',
      '-',
      '.',
      ' ',
      'born ',
      '1984',
      '/',
      'a@b.co',
      '🌿',
      '\u202e',
      'age 9',
      '0',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.array(pieces, { maxLength: 60 }).map((p) => p.join('')),
    )
    fc.assert(
      fc.property(
        text,
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 5 }),
        (written, names) => {
          const findings = check(written, names)
          for (const [at, { start, end, kind, severity }] of findings.entries()) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(written.length)
            const clash = findings
              .slice(at + 1)
              .some(
                (b) =>
                  b.severity === severity &&
                  (b.kind === 'roomName') === (kind === 'roomName') &&
                  start <= b.start &&
                  b.end <= end,
              )
            expect(clash).toBe(false)
          }
          expect(takeNamesOut(written, findings).text).not.toContain('\ufffd\ufffd\ufffd\ufffd')
        },
      ),
      { numRuns: 400 },
    )
  })
})

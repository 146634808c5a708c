/** @file Tests of the passphrase feedback: length by code points, mapping, and that every hint has words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passphraseLength } from '../../../contract/same-to-the-eye/passphrase'
import words from '../words/en/vault-pages.json'
import { estimate } from './estimator'
import { isPassphraseUsable, passphraseFeedback } from './passphrase-feedback'

const hasWords = (key: string) =>
  typeof key
    .split('.')
    .reduce<unknown>(
      (now, part) => (typeof now === 'object' && now !== null ? Reflect.get(now, part) : undefined),
      words,
    ) === 'string'

describe('passphrase feedback', () => {
  it('counts code points after NFC, as the vault does', () => {
    expect(passphraseLength('e\u0301')).toBe(1)
    expect(passphraseLength('🫖🫖')).toBe(2)
    expect(passphraseFeedback('abcdefghijklmn', null)).toEqual({ kind: 'short', missing: 1 })
    expect(passphraseFeedback('abcdefghijklmno', null)).toEqual({ kind: 'unrated' })
    expect(passphraseFeedback('', null)).toEqual({ kind: 'empty' })
    expect(passphraseFeedback('x'.repeat(1025), null)).toEqual({ kind: 'tooLong' })
  })

  it('never blocks a text of 15 to 1,024 characters that can be seen, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 15, maxLength: 200 }), (typed) => {
        fc.pre(passphraseLength(typed) >= 15)
        expect(isPassphraseUsable(typed)).toBe(true)
      }),
    )
    expect(isPassphraseUsable('aaaaaaaaaaaaaaa')).toBe(true)
    expect(isPassphraseUsable('x'.repeat(14))).toBe(false)
    expect(isPassphraseUsable('x'.repeat(1025))).toBe(false)
  })

  it('calls the well-known easy and words that do not belong together good', () => {
    const of = (typed: string) => passphraseFeedback(typed, estimate(typed, ['Sam', 'holdspace']))
    expect(of('passwordpassword')).toMatchObject({ kind: 'rated', strength: 'easy' })
    expect(of('aaaaaaaaaaaaaaaaaaaa')).toMatchObject({ kind: 'rated', strength: 'easy' })
    expect(of('samsamsamsamsamsam')).toMatchObject({ kind: 'rated', strength: 'easy' })
    expect(of('violet kettle walks slowly uphill')).toEqual({ kind: 'rated', strength: 'good', hints: [] })
  })

  it('has words in the catalogue for every hint it may give', () => {
    const easy = [
      'passwordpassword',
      'qwertyuiopasdfg',
      'monday tuesday wednesday',
      'drowssapdrowssap',
      '201920202021202',
      'JENNIFERJENNIFER',
      'p4ssw0rdp4ssw0rd',
    ]
    for (const typed of easy) {
      const feedback = passphraseFeedback(typed, estimate(typed, ['Sam']))
      if (feedback.kind !== 'rated') throw new Error(`${typed} was not rated`)
      for (const hint of feedback.hints) expect(hasWords(hint), hint).toBe(true)
    }
    expect(hasWords('first.warnings.noSuchThing')).toBe(false)
  })
})

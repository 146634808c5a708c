/** @file Display names that tell too much are seen, in several scripts and spellings; names that people go by are not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAME_MAX } from '../../../../contract/room-protocol'
import { nameTells } from './name-tells'

describe('a display name', () => {
  it.each([
    'maria@example.org',
    'Maria Gonzalez maria.g@example.co.uk',
    'write me ｍａｒｉａ＠ｅｘａｍｐｌｅ．ｏｒｇ',
    'maria (at) example (dot) org',
    'maria [at] example.org',
    'maria at example dot org',
    'müller@example.de',
  ])('%s is an e-mail address', (name) => expect(nameTells(name)).toBe('email'))

  it.each(['+1 (303) 555-0134', 'Sam 07700 900123', '0770.090.0123', '٠٧٧٠٠٩٠٠١٢٣', 'call 555 01 34'])(
    '%s is a telephone number',
    (name) => expect(nameTells(name)).toBe('phone'),
  )

  it.each([
    'Maria Gonzalez',
    'MARIA GONZALEZ',
    'Dr. Maria Gonzalez',
    'Maria de la Cruz',
    'Jean-Luc O’Neil',
    'José García López',
    'Иван Петров',
    'Γιώργος Παπαδόπουλος',
    'محمد علي',
    'Maria Gonzalez 🌸',
    'Maria Gonzalez (she/her)',
    'Maria J. Gonzalez',
    'Ludwig van Beethoven',
  ])('%s is a first and a last name', (name) => expect(nameTells(name)).toBe('fullName'))

  it.each([
    'Juniper',
    'River K',
    'R. K.',
    'Anon 4',
    'Someone 12',
    'Sam 1987',
    'Guest 2026',
    'quiet river',
    'the very long way home',
    '🌿🌊',
    'J.T.',
    'Anonymous Guest',
    'My iPhone',
    'Sam (they/them)',
    'me @ home',
    '',
  ])('%s tells nothing', (name) => expect(nameTells(name)).toBeNull())

  it('of any text whatever is answered, and soon', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => void nameTells(name)))
    // Far above the longest name that is taken in.
    expect(nameTells(`${'a'.repeat(16 * NAME_MAX)}@`)).toBeNull()
    expect(nameTells(`${'a at '.repeat(4 * NAME_MAX)}`)).toBeNull()
  })
})

/** @file Checks that a recovery key survives paper and fingers, and that slips are noticed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { printRecoveryKey, RECOVERY_KEY_BYTES, readRecoveryKey } from './recovery-key'

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES })

describe('recovery key', () => {
  it('is printed as nine groups of four letters that cannot be misread', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(printRecoveryKey(key)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('comes back from what was printed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(readRecoveryKey(printRecoveryKey(key))).toEqual(Buffer.from(key))
      }),
    )
  })

  it('is a fixed format: this key is always printed so', () => {
    const key = Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex')
    expect(printRecoveryKey(key)).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK-8G1Q')
  })

  it('may be typed in lower case, with other spacing and dashes, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('I', 'l', 'i', 'L'),
        fc.constantFrom(' ', '', '–', '\t', '- ', '\u2212', ', ', '\u00a0', '\u200b', ' / ', '\ufeff'),
        (key, one, gap) => {
          const typed = printRecoveryKey(key)
            .toLowerCase()
            .replaceAll('0', 'o')
            .replaceAll('1', one)
            .replaceAll('-', gap)
          expect(readRecoveryKey(` ${typed}\n`)).toEqual(Buffer.from(key))
        },
      ),
    )
  })

  it('may stand among the words of its sheet', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const printed = printRecoveryKey(key)
        expect(readRecoveryKey(`Recovery key: ${printed}`)).toEqual(Buffer.from(key))
        expect(readRecoveryKey(`Holdspace recovery sheet\nRecovery key\n${printed}.\nMade on 3 May`)).toEqual(
          Buffer.from(key),
        )
      }),
    )
  })

  it('notices nearly every wrong letter', () => {
    let missed = 0
    fc.assert(
      fc.property(keys, fc.nat(35), fc.integer({ min: 1, max: 31 }), (key, position, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const letters = printRecoveryKey(key).replaceAll('-', '').split('')
        const old = alphabet.indexOf(letters[position] ?? '')
        letters[position] = alphabet.charAt((old + shift) % 32)
        if (readRecoveryKey(letters.join('')) !== null) missed += 1
      }),
      { numRuns: rounds(300, 5000) },
    )
    // One in 2^20 is expected; more than one in 2,000 would mean the check does nothing.
    expect(missed).toBeLessThanOrEqual(1)
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const key = readRecoveryKey(typed)
        expect(key === null || key.length === RECOVERY_KEY_BYTES).toBe(true)
      }),
    )
  })
})

/** @file Tests of a charter's version: what is one, which of two is older, and which comes next. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../tests/fixtures/rounds'
import { CharterVersion, compareVersions, partsOfVersion, versionAfter } from './charter-version'

const version = fc
  .tuple(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([day, number]) => day.toISOString().slice(0, 10) + (number === 1 ? '' : `.${number}`))

describe('a version', () => {
  it.each(['2026-11-27', '2026-11-27.2', '2026-11-27.99', '2028-02-29.10'])('is %s', (text) => {
    expect(CharterVersion.safeParse(text).success).toBe(true)
  })
  it.each([
    '2026-11-27.1',
    '2026-11-27.0',
    '2026-11-27.02',
    '2026-11-27.100',
    '2026-02-29',
    '2026-02-29.2',
    '2026-11-27.',
    '2026-11-27.2\n',
    '',
  ])('is not %j', (text) => {
    expect(CharterVersion.safeParse(text).success).toBe(false)
  })

  it('is older by its day first and then by its number, the tenth after the ninth', () => {
    const inOrder = [
      '2026-11-26.30',
      '2026-11-27',
      '2026-11-27.2',
      '2026-11-27.9',
      '2026-11-27.10',
      '2026-11-28',
    ]
    expect([...inOrder].reverse().sort(compareVersions)).toEqual(inOrder)
  })
})

describe('the version that comes next', () => {
  it.each([
    [null, '2026-11-27', '2026-11-27'],
    ['2026-11-26.7', '2026-11-27', '2026-11-27'],
    ['2026-11-27', '2026-11-27', '2026-11-27.2'],
    ['2026-11-27.9', '2026-11-27', '2026-11-27.10'],
    // By a clock that was set back.
    ['2026-11-28', '2026-11-27', '2026-11-28.2'],
    ['2026-11-27.99', '2026-11-27', null],
  ])('after %s on %s is %s', (last, today, next) => {
    expect(versionAfter(last, today)).toBe(next)
  })

  it('is a version, and later than the last, whatever the clock says', () => {
    fc.assert(
      fc.property(version, version, (last, other) => {
        const next = versionAfter(last, partsOfVersion(other).day)
        if (next === null) return
        expect(CharterVersion.safeParse(next).success).toBe(true)
        expect(compareVersions(last, next)).toBeLessThan(0)
      }),
      { numRuns: rounds(300, 5_000) },
    )
  })
})

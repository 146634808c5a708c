/** @file Tests of the notice that a new version gives: what was promised counts, by the calendar. */
import { describe, expect, it } from 'vitest'
import { soundPack } from '../../tests/fixtures/charter-pack'
import { earliestEffect, shortNotice } from './charter-notice'
import type { CharterPack } from './charters'

const asking = (days: number | null, change: Partial<CharterPack> = {}): CharterPack => {
  const pack = soundPack()
  return {
    ...pack,
    ...change,
    settings: { ...pack.settings, noticeDays: { ...pack.settings.noticeDays, value: days } },
  }
}
const before = asking(30)

describe('the notice of a new version', () => {
  it.each([
    ['2026-11-01', '2026-12-01', null],
    ['2026-11-01', '2026-11-30', { given: 29, asked: 30 }],
    ['2026-11-01.2', '2026-11-02', { given: 1, asked: 30 }],
    ['2026-11-01', undefined, { given: 0, asked: 30 }],
    ['2026-11-01', '2026-10-01', { given: 0, asked: 30 }],
    // Over the end of a leap year's February.
    ['2028-02-10', '2028-03-11', null],
  ])('of %s, in effect on %s, is short by %j', (version, takesEffectOn, expected) => {
    const after = asking(null, { version, ...(takesEffectOn === undefined ? {} : { takesEffectOn }) })
    expect(shortNotice(after, before)).toEqual(expected)
  })

  it('is asked for by the version before, and where that asks for none by the new one', () => {
    expect(shortNotice(asking(5, { version: '2026-11-01' }), before)?.asked).toBe(30)
    expect(shortNotice(asking(5, { version: '2026-11-01' }), asking(null))?.asked).toBe(5)
    expect(shortNotice(asking(null, { version: '2026-11-01' }), asking(null))).toBeNull()
    expect(shortNotice(asking(30, { version: '2026-11-01' }), null)).toBeNull()
  })

  it('of a draft runs from the day on which it is published', () => {
    const draft = asking(30, { version: '2026-01-01', takesEffectOn: '2026-12-20' })
    expect(shortNotice(draft, before, '2026-11-27')).toEqual({ given: 23, asked: 30 })
    expect(earliestEffect(before, '2026-11-27')).toBe('2026-12-27')
    expect(earliestEffect(asking(null), '2026-11-27')).toBeNull()
  })
})

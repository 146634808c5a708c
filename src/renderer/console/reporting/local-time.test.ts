/** @file Instants come back from the browser's boxes as they went in; what is no instant is none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLocalBox, toLocalBox } from './local-time'

describe('local time boxes', () => {
  it('come back as the same minute', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString()
        expect(fromLocalBox(toLocalBox(minute))).toBe(minute)
      }),
    )
  })
  it('are empty for nothing, and nothing for half a time or a year that cannot be stored', () => {
    expect(toLocalBox(null)).toBe('')
    expect(fromLocalBox('')).toBeNull()
    expect(fromLocalBox('2026-11-')).toBeNull()
    expect(fromLocalBox('12026-11-01T10:00')).toBeNull()
    expect(fromLocalBox('275760-09-13T00:00')).toBeNull()
  })
})

/** @file What may be stored of a report: all of it, but for the end of what is too long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { reportRecord } from '../../../contract/report-fields'
import { emptyReport } from '../../../contract/report-reading'
import { ReportBody } from '../../../contract/reporting'
import { prepareReport } from './draft'

const stored = emptyReport('2026-11-21T20:00:00.000Z')
/** A report with words of many lengths in every text, some far too long. */
const bodies = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'é', '👩‍👩‍👧', 'e\u0301', '\n', ' '),
      fc.constantFrom(1, 30, 79, 201, 700, 5000, 9000),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((pieces) => {
    let next = 0
    return reportRecord.filled(() => {
      const [piece, count] = pieces[next % pieces.length] ?? ['a', 1]
      next += 1
      return piece.repeat(Math.min(count, 9000))
    })
  })

describe('prepareReport', () => {
  it('makes whatever was typed fit for the contract, and says what it cut', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { storable, heldBack } = prepareReport(body, stored)
        expect(ReportBody.parse(storable)).toEqual(storable)
        const said = new Map(heldBack.map((one) => [one.path, one]))
        for (const { path, text, maxLength } of reportRecord.texts(body)) {
          const kept = reportRecord.textAt(storable, path)
          const held = said.get(path)
          if (text.trim() === '') continue
          if (text.length <= maxLength) {
            expect(kept).toBe(text)
            expect(held).toBeUndefined()
          } else {
            expect(text.startsWith(kept)).toBe(true)
            expect(kept.length).toBeLessThanOrEqual(maxLength)
            expect(held).toEqual({
              kind: 'tooLong',
              path,
              overBy: text.length - maxLength,
              storedLength: kept.length,
            })
            // No more is cut than must be: the next character would not fit.
            const next = [...new Intl.Segmenter().segment(text.slice(kept.length))][0]?.segment ?? ''
            expect(kept.length + next.length).toBeGreaterThan(maxLength)
          }
        }
      }),
      { numRuns: rounds(6, 100) },
    )
  })

  it('holds back nothing beside a time that lies ahead or a row that is half filled in', () => {
    const row = { rowId: '00000000-0000-4000-8000-000000000000', category: { kind: 'unanswered' } as const }
    const body = {
      ...stored,
      event: {
        ...stored.event,
        learnedAt: { kind: 'known', value: '2099-01-01T00:00:00.000Z', setAside: null } as const,
      },
    }
    const detail = { kind: 'known', value: 'a sibling', setAside: null } as const
    Object.assign(body, {
      others: { people: { kind: 'known', value: [{ ...row, detail }], setAside: null } },
    })
    expect(prepareReport(body, stored)).toEqual({ storable: body, heldBack: [] })
  })

  it('stores what was there before in the place of what is no date', () => {
    const learnedAt = { kind: 'known', value: '+010000-01-01T00:00:00.000Z', setAside: null } as const
    const body = { ...stored, event: { ...stored.event, learnedAt } }
    expect(prepareReport(body, stored)).toEqual({
      storable: stored,
      heldBack: [{ kind: 'invalid', path: 'event.learnedAt' }],
    })
  })
})

/** @file Tests of reading a duty's form. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { DutyDraft, DutyKind, OwnDuty } from '../../../contract/duties'
import type { TypedDuty } from '../../../contract/unfinished-forms'
import { emptyDuty, ofKind, readDuty, typedOf } from './draft'

const problemsOf = (part: Partial<TypedDuty>) => {
  const read = readDuty({ ...emptyDuty, title: 'Certificate', ...part })
  return read.isGood ? [] : [...read.problems]
}

describe('reading the form', () => {
  it.each([
    [{}, []],
    [{ title: '  ' }, ['title']],
    [{ title: 'a'.repeat(121) }, ['title']],
    [{ rhythm: 'days', days: '0' }, ['days']],
    [{ rhythm: 'months', months: 'a few' }, ['months']],
    [{ rhythm: 'hours', soonHours: '48', dueHours: '24' }, ['hours']],
    [{ dueOn: '2026-02-30' }, ['dueOn']],
    [{ kind: 'absence', dueOn: '', endsOn: '' }, ['from', 'to']],
    [{ kind: 'absence', dueOn: '2026-12-02', endsOn: '2026-12-01' }, ['to']],
    [{ remindDays: '181' }, ['remindDays']],
  ] as const)('%o: %o', (part, problems) => {
    expect(problemsOf(part)).toEqual(problems)
  })
  it('takes any text and says what is wrong, or gives what the contract takes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '1', '30', '2026-12-01', '-1', '1e3'),
    )
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...DutyKind.options),
          title: text,
          rhythm: fc.constantFrom('once' as const, 'days' as const, 'months' as const, 'hours' as const),
          days: text,
          months: text,
          soonHours: text,
          dueHours: text,
          dueOn: text,
          endsOn: text,
          remindDays: text,
        }),
        (typed) => {
          const read = readDuty(typed)
          if (read.isGood) expect(DutyDraft.safeParse(read.draft).success).toBe(true)
          else expect(read.problems.size).toBeGreaterThan(0)
        },
      ),
      { numRuns: rounds(300, 5_000) },
    )
  })
  it('of each kind is good with its usual rhythm, and comes back as it was typed', () => {
    for (const kind of DutyKind.options) {
      const typed = ofKind(kind, { ...emptyDuty, title: 'Own', dueOn: '2026-12-01', endsOn: '2026-12-04' })
      const read = readDuty(typed)
      if (!read.isGood) throw new Error(`${kind}: ${[...read.problems].join(', ')}`)
      const kept = OwnDuty.parse({
        ...read.draft,
        id: crypto.randomUUID(),
        doneAt: null,
        state: 'later',
        dueAt: null,
        plannedSessions: 0,
        suggestedBy: null,
        keptUntil: null,
      })
      expect(readDuty(typedOf(kept))).toEqual(read)
    }
  })
})

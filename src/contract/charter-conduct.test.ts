/** @file The ladder, the reasons and the cards for hard moments: what no pack can say of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConductCard, GroupClosing, Ladder, Reason, RungKind } from './charter-conduct'

const source = { from: 'ourDefault', why: 'A test needs one.' } as const
const rungs = (...kinds: readonly unknown[]) => kinds.map((kind) => ({ kind, say: null, source }))

describe('Ladder', () => {
  it('takes steps in any order before removal, each once', () => {
    expect(Ladder.safeParse(rungs('remind', 'remove')).success).toBe(true)
    expect(Ladder.safeParse(rungs('speakPrivately', 'warn', 'stepOut', 'remove')).success).toBe(true)
  })

  it.each<[string, readonly unknown[]]>([
    ['no step', []],
    ['removal alone', ['remove']],
    ['removal before a step', ['remove', 'remind']],
    ['no removal', ['remind', 'warn']],
    ['a step twice', ['remind', 'remind', 'remove']],
    ['a step nobody knows', ['shame', 'remove']],
  ])('refuses %s', (_, kinds) => {
    expect(Ladder.safeParse(rungs(...kinds)).success).toBe(false)
  })

  it('whatever it takes ends in removal, and begins with something else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RungKind.options), { maxLength: 7 }), (kinds) => {
        const read = Ladder.safeParse(rungs(...kinds))
        const isGood =
          kinds.length >= 2 &&
          kinds.indexOf('remove') === kinds.length - 1 &&
          new Set(kinds).size === kinds.length
        expect(read.success).toBe(isGood)
      }),
    )
  })
})

describe('Reason', () => {
  const conduct = { id: 'one', kind: 'conduct', label: 'One', say: 'Please stop.', redLine: null, source }
  const safety = { id: 'two', kind: 'safety', label: 'Two', say: 'I am here.', cardId: 'first-line', source }

  it('is of one of two kinds', () => {
    expect(Reason.safeParse(conduct).success).toBe(true)
    expect(Reason.safeParse({ ...conduct, redLine: source }).success).toBe(true)
    expect(Reason.safeParse(safety).success).toBe(true)
    expect(Reason.safeParse({ ...safety, kind: 'risk' }).success).toBe(false)
  })

  it('has no way to write that a person in need is put out', () => {
    expect(Reason.safeParse({ ...safety, redLine: null }).success).toBe(false)
    expect(Reason.safeParse({ ...safety, redLine: source }).success).toBe(false)
    const { cardId: _card, ...withoutCard } = safety
    expect(Reason.safeParse(withoutCard).success).toBe(false)
  })

  it('has no red line without saying where it comes from', () => {
    expect(Reason.safeParse({ ...conduct, redLine: true }).success).toBe(false)
    const { redLine: _line, ...withoutLine } = conduct
    expect(Reason.safeParse(withoutLine).success).toBe(false)
  })
})

describe('words for hard moments', () => {
  const card = { id: 'silence', title: 'Silence', say: ['Silence is fine.'], message: null, source }
  const closing = { say: ['We stop.'], message: 'We stop. {contact} is there.', sayToOne: 'Stay.', source }

  it('have no blank that nobody fills in', () => {
    expect(ConductCard.safeParse(card).success).toBe(true)
    expect(GroupClosing.safeParse(closing).success).toBe(true)
    fc.assert(
      fc.property(
        fc.constantFrom('{name}', '{onCall}', '[number]', '{', '}', '{}', '{Contact}'),
        fc.string({ maxLength: 40 }),
        (blank, around) => {
          const text = `${around}${blank}`
          expect(ConductCard.safeParse({ ...card, say: [text] }).success).toBe(false)
          expect(ConductCard.safeParse({ ...card, message: text }).success).toBe(false)
          expect(GroupClosing.safeParse({ ...closing, say: [text] }).success).toBe(false)
          expect(GroupClosing.safeParse({ ...closing, message: text }).success).toBe(false)
          expect(GroupClosing.safeParse({ ...closing, sayToOne: text }).success).toBe(false)
        },
      ),
    )
    // The one who stays is not told where else to turn.
    expect(GroupClosing.safeParse({ ...closing, sayToOne: 'Write to {contact}.' }).success).toBe(false)
  })
})

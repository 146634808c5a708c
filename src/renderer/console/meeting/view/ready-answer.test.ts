/** @file A ready answer is put in, changed and taken out again; what was typed stays, whatever is chosen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withReadyAnswer } from './ready-answer'

describe('a ready answer in the box', () => {
  it('fills an empty box, and the next one takes its place', () => {
    const first = withReadyAnswer('', '', 'Take your time.')
    expect(first).toBe('Take your time.')
    expect(withReadyAnswer(first, 'Take your time.', 'Just listening is fine.')).toBe(
      'Just listening is fine.',
    )
  })

  it('stands behind what was typed', () => {
    expect(withReadyAnswer('Hello Wren', '', 'Take your time.')).toBe('Hello Wren\nTake your time.')
  })

  it('is not taken out once it was changed by hand', () => {
    expect(withReadyAnswer('Take your time, Wren.', 'Take your time.', 'Hello.')).toBe(
      'Take your time, Wren.\nHello.',
    )
  })

  it('moving through a whole list and back to none leaves exactly the typed words', () => {
    const words = fc.string({ minLength: 1 }).filter((text) => text === text.trim() && text !== '')
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (typed, answers) => {
        fc.pre(answers.every((answer) => !typed.endsWith(answer)))
        let text = typed
        let before = ''
        for (const next of [...answers, '']) {
          text = withReadyAnswer(text, before, next)
          before = next
        }
        expect(text).toBe(typed)
      }),
    )
  })
})

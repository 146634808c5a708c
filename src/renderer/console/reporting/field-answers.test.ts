/** @file Whatever is ticked, typed and put back, no typed word is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../contract/field-answer'
import {
  joinLists,
  joinWords,
  putBack,
  saidUnknown,
  setAsideOf,
  typedAnswer,
  unanswered,
  withSetAside,
} from './field-answers'

const join = joinWords(true)
type Act = { kind: 'type'; words: string } | { kind: 'unknown' } | { kind: 'putBack' }
const acts = fc.array(
  fc.oneof(
    fc.constant<Act>({ kind: 'unknown' }),
    fc.constant<Act>({ kind: 'putBack' }),
    fc.nat(99).map((n): Act => ({ kind: 'type', words: `word-${n}.` })),
  ),
  { maxLength: 12 },
)

const after = (answer: Answer<string>, act: Act): Answer<string> => {
  switch (act.kind) {
    case 'unknown':
      return saidUnknown(answer, join)
    case 'putBack':
      return putBack(answer, join)
    case 'type':
      // A person goes on after what stands in the box.
      return typedAnswer((answer.kind === 'known' ? answer.value : '') + act.words, answer)
  }
}

describe('"unknown"', () => {
  it('loses no word by any row of acts, and shows none while it holds', () => {
    fc.assert(
      fc.property(acts, (all) => {
        let answer: Answer<string> = unanswered
        const typed: string[] = []
        for (const act of all) {
          answer = after(answer, act)
          if (act.kind === 'type') typed.push(act.words)
          if (act.kind === 'unknown') expect(answer.kind).toBe('unknown')
        }
        const held = `${answer.kind === 'known' ? answer.value : ''}\n${setAsideOf(answer) ?? ''}`
        for (const words of typed) expect(held).toContain(words)
      }),
    )
  })

  it('gives back what it set aside', () => {
    const answer: Answer<string> = { kind: 'known', value: 'The account', setAside: null }
    expect(saidUnknown(answer, join)).toEqual({ kind: 'unknown', setAside: 'The account' })
    expect(putBack(saidUnknown(answer, join), join)).toEqual(answer)
    expect(putBack({ kind: 'unknown', setAside: null }, join)).toEqual(unanswered)
    const list: Answer<string[]> = { kind: 'known', value: ['neglect', 'sexual'], setAside: null }
    expect(putBack(saidUnknown(list, joinLists), joinLists)).toEqual(list)
  })

  it('keeps what was typed since, on one line or in a box', () => {
    const typed = typedAnswer('new', saidUnknown({ kind: 'known', value: 'old', setAside: null }, join))
    expect(typed).toEqual({ kind: 'known', value: 'new', setAside: 'old' })
    expect(putBack(typed, join)).toEqual({ kind: 'known', value: 'old\nnew', setAside: null })
    expect(putBack(typed, joinWords(false))).toMatchObject({ value: 'old; new' })
    expect(saidUnknown(typed, join)).toEqual({ kind: 'unknown', setAside: 'old\nnew' })
    // Taken out again: nothing is answered, and the old words are still there.
    expect(typedAnswer('', typed)).toEqual({ kind: 'known', value: '', setAside: 'old' })
  })

  it('lets go of what is set aside only when told to, and takes that back', () => {
    const answer: Answer<string> = { kind: 'unknown', setAside: 'old' }
    const gone = withSetAside(answer, null)
    expect(gone).toEqual({ kind: 'unknown', setAside: null })
    expect(withSetAside(gone, 'old')).toEqual(answer)
  })
})

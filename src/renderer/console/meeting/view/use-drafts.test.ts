/** @file Words that were not sent come back into their box, and leave it once they are on their way again. */
import { describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../guard/outgoing'
import { returnedWords } from './use-drafts'

const message = (
  status: OutgoingMessage['status'],
  text = 'I am here',
  answers: OutgoingMessage['answers'] = [],
): OutgoingMessage => ({
  key: 1,
  to: { kind: 'person', id: 'wren', name: 'Wren' },
  text,
  answers,
  status,
})
const typedAfter = (from: OutgoingMessage['status'] | null, to: OutgoingMessage['status'], typed: string) =>
  returnedWords(from === null ? [] : [message(from)], [message(to)]).reduce(
    (text, { how }) => how(text),
    typed,
  )
const notSent = { kind: 'notSent', why: 'refused' } as const

describe('words that were not sent', () => {
  it('come back into an empty box', () => {
    expect(typedAfter({ kind: 'sending' }, notSent, '')).toBe('I am here')
    expect(typedAfter(null, notSent, '')).toBe('I am here')
  })
  it('take no typed word away', () => {
    expect(typedAfter({ kind: 'sending' }, notSent, 'And more')).toBe('And more')
  })
  it('leave the box when they are sent again, unless they were changed', () => {
    expect(typedAfter(notSent, { kind: 'sending' }, 'I am here')).toBe('')
    expect(typedAfter(notSent, { kind: 'sent', sentAtMs: 0 }, 'I am here, still')).toBe('I am here, still')
  })
  it('come into no box where they were a line that answers nobody', () => {
    const line = (status: OutgoingMessage['status']) => [message(status, 'I am here', null)]
    expect(returnedWords(line({ kind: 'sending' }), line(notSent))).toEqual([])
    expect(returnedWords(line(notSent), line({ kind: 'sending' }))).toEqual([])
  })
  it('come back once only', () => {
    expect(typedAfter(notSent, notSent, '')).toBe('')
  })
})

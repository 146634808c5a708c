/** @file What may be kept: open findings, names that leave memory, choices that are nobody's words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Debrief } from '../../../contract/debrief'
import { DebriefId } from '../../../contract/primitives'
import { indexNames, type LintContext, noNames } from './linter'
import {
  answersToStore,
  type Content,
  check,
  fieldsOf,
  isEmpty,
  isStored,
  keyOf,
  keysOf,
  openOnes,
  overBy,
  settleNames,
  textOf,
  type Writing,
  withText,
} from './writing'

const knowing = (...names: string[]): LintContext => ({
  names: names.length ? indexNames(names) : noNames,
  phones: null,
  publicNumbers: [],
})
const none = new Set<string>()

describe('what is checked', () => {
  const content: Content = { text: 'Hope spoke', answers: { 'p-text': 'hope’s turn', 'p-choice': 'Hope' } }
  it('is the text and every typed answer, not a chosen option', () => {
    expect(fieldsOf(content, new Set(['p-choice']))).toEqual(['text', 'answer:p-text'])
    expect([...check(content, new Set(['p-choice']), knowing('Hope')).keys()]).toEqual([
      'text',
      'answer:p-text',
    ])
    expect([...check(content, none, knowing('Hope')).keys()]).toContain('answer:p-choice')
  })
  it('is read and replaced by field', () => {
    expect(textOf(content, 'answer:p-text')).toBe('hope’s turn')
    expect(textOf(content, 'answer:nothing')).toBe('')
    expect(withText(content, 'answer:p-text', 'x').answers['p-text']).toBe('x')
    expect(withText(content, 'text', 'x').text).toBe('x')
  })
})

describe('what is open', () => {
  const content: Content = { text: 'Wren wrote from a@b.org, A@B.org', answers: {} }
  const findings = check(content, none, knowing('Wren'))
  const open = (kept: Set<string>) =>
    (openOnes(findings, content, kept).get('text') ?? []).map((finding) => finding.kind)

  it('is every finding at first', () => {
    expect(open(none)).toEqual(['roomName', 'email', 'email'])
  })
  it('is a pattern no more once it is kept, in that field, whatever its case', () => {
    const email = findings.get('text')?.find((finding) => finding.kind === 'email')
    if (!email) throw new Error('The e-mail address was not found')
    expect(open(new Set([keyOf('text', email, content.text)]))).toEqual(['roomName'])
    expect(open(new Set([keyOf('answer:x', email, content.text)]))).toEqual(['roomName', 'email', 'email'])
  })
  it('is always a room name: nothing can keep it', () => {
    const name = findings.get('text')?.[0]
    if (!name) throw new Error('The name was not found')
    expect(open(new Set([keyOf('text', name, content.text), ...keysOf(findings, content)]))).toEqual([
      'roomName',
    ])
  })
})

describe('names that leave memory', () => {
  it('take their mentions along, in every field', () => {
    const content: Content = { text: 'Wren spoke.', answers: { a: 'so did wren and Sky' } }
    const before = check(content, none, knowing('Wren', 'Sky'))
    const settled = settleNames(content, before, check(content, none, knowing()))
    expect(settled).toEqual({
      content: { text: '[…] spoke.', answers: { a: 'so did […] and […]' } },
      count: 3,
    })
  })
  it('leave a mention that the next list still knows', () => {
    const content: Content = { text: 'Wren and Lark spoke.', answers: {} }
    const settled = settleNames(
      content,
      check(content, none, knowing('Wren', 'Lark')),
      check(content, none, knowing('Lark')),
    )
    expect(settled).toEqual({ content: { text: '[…] and Lark spoke.', answers: {} }, count: 1 })
  })
  it('never leave a name in a text that has become savable', () => {
    const words = fc.array(
      fc.constantFrom('Wren', 'wren’s', 'Lark', 'spoke', 'a@b.org', '🌿', '\n', 'WREN,'),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(words, words, (text, answer) => {
        const content: Content = { text: text.join(' '), answers: { a: answer.join(' ') } }
        const names = knowing('Wren', 'Lark')
        const settled = settleNames(content, check(content, none, names), check(content, none, knowing()))
        expect(JSON.stringify(settled.content)).not.toMatch(/wren|lark/i)
      }),
    )
  })
})

describe('what is stored', () => {
  const stored: Debrief = {
    id: DebriefId.parse('3c2ac753-9cbe-4b93-bcb1-acd0973d8bb6'),
    charterId: 'c',
    text: 'x',
    answers: { a: 'y' },
    isDraft: false,
    createdAt: '2026-11-21T19:00:00.000Z',
    changedAt: '2026-11-21T19:00:00.000Z',
    keptUntil: '2026-12-21T19:00:00.000Z',
  }
  const writing = (text: string, answers: Record<string, string>): Writing => ({
    debriefId: null,
    charterId: 'c',
    text,
    answers,
    kept: none,
    stored,
  })
  it('is compared by words; an emptied answer is an answer that is not there', () => {
    expect(isStored(writing('x', { a: 'y', b: '' }))).toBe(true)
    expect(isStored(writing('x', {}))).toBe(false)
    expect(isStored(writing('x', { a: 'y', b: 'z' }))).toBe(false)
    expect(isStored({ ...writing('x', { a: 'y' }), stored: null })).toBe(false)
  })
  it('holds no empty answer, and is nothing when nothing is said', () => {
    expect(answersToStore({ a: ' ', b: 'z' })).toEqual({ b: 'z' })
    expect(isEmpty({ text: ' \n', answers: { a: ' ' } })).toBe(true)
    expect(isEmpty({ text: '', answers: { a: 'x' } })).toBe(false)
  })
  it('is measured by its longest field', () => {
    expect(overBy({ text: 'abc', answers: { a: 'abcde' } }, 4)).toBe(1)
    expect(overBy({ text: 'abc', answers: {} }, 4)).toBe(0)
  })
})

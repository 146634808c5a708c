/** @file What is found in the fields of a debrief: open findings, names that leave memory, choices that are no words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DebriefContent, debriefRecord } from '../../../contract/debrief'
import { answers, text } from '../../../contract/field-kinds'
import { declareRecord } from '../../../contract/record-fields'
import { findIn, keyOf, openOnes, patternKeys, settleNames } from './findings'
import { indexNames, type LintContext, noNames } from './linter'

const knowing = (...names: string[]): LintContext => ({
  names: names.length ? indexNames(names) : noNames,
  phones: null,
  publicNumbers: [],
})
const none = new Set<string>()
const find = (content: DebriefContent, context: LintContext, chosen = none) =>
  findIn(debriefRecord, content, chosen, context)
const at = (content: DebriefContent) => (path: string) => debriefRecord.textAt(content, path)

describe('what is checked', () => {
  const content: DebriefContent = {
    text: 'Hope spoke',
    answers: { 'p.text': 'hope’s turn', 'p-choice': 'Hope' },
    tags: [],
  }
  it('is the text and every typed answer, not a chosen option', () => {
    const paths = (chosen: Set<string>) => [...find(content, knowing('Hope'), chosen).keys()]
    expect(paths(new Set(['answers.p-choice']))).toEqual(['text', 'answers.p.text'])
    expect(paths(none)).toContain('answers.p-choice')
  })

  it('is a field that is planted in the declaration, with no other change', () => {
    const planted = declareRecord({
      name: 'debrief',
      reason: 'A debrief with one more field, for this test.',
      fields: {
        text: text({ label: 'editor.text', maxLength: 4000 }),
        answers: answers({ label: 'prompts.title', maxLength: 4000, maxCount: 40 }),
        tomorrow: text({ label: 'editor.tomorrow', maxLength: 4000 }),
      },
    })
    const value = { text: '', answers: {}, tomorrow: 'Ask Wren, a@b.org' }
    const found = findIn(planted, value, none, knowing('Wren')).get('tomorrow') ?? []
    expect(found.map(({ kind }) => kind)).toEqual(['roomName', 'email'])
  })
})

describe('what is open', () => {
  const content: DebriefContent = { text: 'Wren wrote from a@b.org, A@B.org', answers: {}, tags: [] }
  const findings = find(content, knowing('Wren'))
  const open = (leftIn: Set<string>) =>
    (openOnes(findings, at(content), leftIn).get('text') ?? []).map((finding) => finding.kind)

  it('is every finding at first', () => {
    expect(open(none)).toEqual(['roomName', 'email', 'email'])
  })
  it('is a pattern no more once it is left in, in that field, whatever its case', () => {
    const email = findings.get('text')?.find((finding) => finding.kind === 'email')
    if (!email) throw new Error('The e-mail address was not found')
    expect(open(new Set([keyOf('text', email, content.text)]))).toEqual(['roomName'])
    expect(open(new Set([keyOf('answers.x', email, content.text)]))).toEqual(['roomName', 'email', 'email'])
  })
  it('is always a room name: nothing can leave it in', () => {
    const name = findings.get('text')?.[0]
    if (!name) throw new Error('The name was not found')
    expect(open(new Set([keyOf('text', name, content.text), ...patternKeys(findings, at(content))]))).toEqual(
      ['roomName'],
    )
  })
})

describe('names that leave memory', () => {
  const settle = (content: DebriefContent, before: LintContext, after: LintContext) =>
    settleNames(debriefRecord, content, find(content, before), find(content, after))
  it('take their mentions along, in every field', () => {
    const content: DebriefContent = { text: 'Wren spoke.', answers: { a: 'so did wren and Sky' }, tags: [] }
    expect(settle(content, knowing('Wren', 'Sky'), knowing())).toEqual({
      content: { text: '[…] spoke.', answers: { a: 'so did […] and […]' }, tags: [] },
      count: 3,
    })
  })
  it('leave a mention that the next list still knows', () => {
    const content: DebriefContent = { text: 'Wren and Lark spoke.', answers: {}, tags: [] }
    expect(settle(content, knowing('Wren', 'Lark'), knowing('Lark'))).toEqual({
      content: { text: '[…] and Lark spoke.', answers: {}, tags: [] },
      count: 1,
    })
  })
  it('never leave a name in a text that has become savable', () => {
    const words = fc.array(
      fc.constantFrom('Wren', 'wren’s', 'Lark', 'spoke', 'a@b.org', '🌿', '\n', 'WREN,'),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(words, words, (typed, answer) => {
        const content: DebriefContent = { text: typed.join(' '), answers: { a: answer.join(' ') }, tags: [] }
        const settled = settle(content, knowing('Wren', 'Lark'), knowing())
        expect(JSON.stringify(settled.content)).not.toMatch(/wren|lark/i)
      }),
    )
  })
})

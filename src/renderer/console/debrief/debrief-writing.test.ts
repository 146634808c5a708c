/** @file A debrief while it is written: what is stored of it and when, and that no name of the room ever is. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DebriefContent, debriefRecord } from '../../../contract/debrief'
import { answers, text } from '../../../contract/field-kinds'
import { DebriefId } from '../../../contract/primitives'
import { declareRecord, type RecordFields } from '../../../contract/record-fields'
import { flushAtStake, readUnstorable } from '../at-stake'
import { setConnection } from '../client'
import { forgetRoomNames, keepRoomNames } from '../meeting'
import { type DebriefWriting, type Stored, startWriting, type WritingOptions } from './debrief-writing'

const debriefId = DebriefId.parse('3c2ac753-9cbe-4b93-bcb1-acd0973d8bb6')
const AT = '2026-11-21T20:00:00.000Z'
const storedOf = <V>(content: V, isDraft: boolean): Stored<V> => ({
  id: debriefId,
  charterId: 'c',
  content,
  isDraft,
  createdAt: AT,
  changedAt: AT,
  keptUntil: AT,
})

const open: DebriefWriting<DebriefContent>[] = []
const startOf = <V extends object>(record: RecordFields<V>, more: Partial<WritingOptions<V>> = {}) => {
  const saves: { content: V; isDraft: boolean; isNew: boolean }[] = []
  const writing = startWriting<V>({
    record,
    debriefId,
    charterId: 'c',
    written: { content: record.empty(), isDraft: true },
    stored: null,
    unanswered: [],
    chosen: new Set(),
    maxCharacters: 100,
    save: async ({ content, isDraft, isNew }) => {
      saves.push({ content, isDraft, isNew })
      return storedOf(content, isDraft)
    },
    onStored: () => {},
    isLasting: () => false,
    describe: () => ['Debrief'],
    ...more,
  })
  return { writing, saves }
}
const start = (more: Partial<WritingOptions<DebriefContent>> = {}) => {
  const made = startOf(debriefRecord, more)
  open.push(made.writing)
  return { ...made, newest: () => made.saves.at(-1)?.content }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const type = async (writing: DebriefWriting<DebriefContent>, path: string, typed: string, everyMs = 100) => {
  for (const sign of typed) {
    writing.change(path, debriefRecord.textAt(writing.autosave.snapshot().value.content, path) + sign)
    await pass(everyMs)
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(AT) })
  setConnection('connected')
})
afterEach(() => {
  for (const writing of open.splice(0)) {
    writing.end()
    writing.autosave.end()
  }
  forgetRoomNames()
  vi.useRealTimers()
})

describe('a debrief that is written', () => {
  it('is stored while the typing goes on, created once', async () => {
    const { writing, saves, newest } = start({ maxCharacters: 4000 })
    await type(writing, 'text', 'Words that go on without any pause at all. '.repeat(8))
    expect(newest()?.text.length).toBeGreaterThan(43 * 8 - 30)
    await pass(3000)
    expect(newest()?.text).toBe('Words that go on without any pause at all. '.repeat(8))
    expect(saves.map(({ isNew }) => isNew).filter(Boolean)).toHaveLength(1)
  })

  it('with a pattern that only wants a look is stored all the same', async () => {
    const { writing, newest } = start()
    writing.change('text', 'Write to a@b.org')
    await pass(3000)
    expect(newest()?.text).toBe('Write to a@b.org')
    expect(
      writing
        .check()
        .open.get('text')
        ?.map(({ kind }) => kind),
    ).toEqual(['email'])
    expect(await flushAtStake()).toEqual([])
  })

  it('over the length keeps the rest, says which field, and stays at stake', async () => {
    const { writing, newest } = start()
    writing.change('text', 'x'.repeat(90))
    writing.change('answers.a.b', 'Fine')
    await pass(3000)
    writing.change('text', 'x'.repeat(101))
    writing.change('answers.a.b', 'Fine, thanks')
    await pass(3000)
    expect(newest()).toEqual({ text: 'x'.repeat(90), answers: { 'a.b': 'Fine, thanks' }, tags: [] })
    expect(writing.autosave.snapshot().heldBack).toEqual([
      { kind: 'tooLong', path: 'text', label: 'editor.text', overBy: 1 },
    ])
    expect(readUnstorable()).toEqual(['words'])
    expect(await flushAtStake()).toEqual(['words'])
    writing.change('text', 'x'.repeat(100))
    await pass(3000)
    expect(await flushAtStake()).toEqual([])
  })
})

describe('a name of the room', () => {
  beforeEach(() => keepRoomNames(['Juniper Ashe']))

  it('is never stored, nor is any beginning of it while it is typed', async () => {
    const { writing, saves } = start({ maxCharacters: 4000 })
    await type(writing, 'text', `${'a calm start. '.repeat(5)}then juniper spoke and `.repeat(4), 150)
    await pass(5000)
    await flushAtStake()
    expect(saves.length).toBeGreaterThan(0)
    for (const { content } of saves) expect(content.text).not.toMatch(/\bj/i)
  })

  it('holds back its own field and no other, is said as such, and is stored once it is reworded', async () => {
    const { writing, newest } = start()
    writing.change('text', 'Juniper spoke')
    writing.change('answers.a', 'Calm')
    await pass(3000)
    expect(newest()).toEqual({ text: '', answers: { a: 'Calm' }, tags: [] })
    expect(writing.autosave.snapshot().heldBack).toEqual([
      { kind: 'roomName', path: 'text', label: 'editor.text', count: 1 },
    ])
    expect(await writing.finish()).toBe('open')
    expect(await flushAtStake()).toEqual(['words'])
    writing.change('text', 'Somebody spoke')
    await pass(3000)
    expect(newest()).toEqual({ text: 'Somebody spoke', answers: { a: 'Calm' }, tags: [] })
    expect(await flushAtStake()).toEqual([])
  })

  it('is taken out at the moment the names leave memory, and the rest is stored', async () => {
    const { writing, newest } = start()
    writing.change('text', 'Juniper spoke to a@b.org')
    await pass(3000)
    expect(newest()).toBeUndefined()
    await pass(30 * 60_000)
    expect(writing.check().namesTakenOut).toBe(1)
    expect(newest()?.text).toBe('[…] spoke to a@b.org')
  })

  it('goes with the names when the debrief is finished', async () => {
    const { writing, saves } = start()
    writing.change('text', 'Somebody spoke')
    const finished = writing.finish()
    await pass(0)
    expect(await finished).toBe('saved')
    expect(saves.at(-1)).toMatchObject({ isDraft: false })
  })
})

describe('a word that is like a name of the room', () => {
  beforeEach(() => keepRoomNames(['Juniper Ashe']))
  const like = (writing: DebriefWriting<DebriefContent>) =>
    (writing.check().open.get('text') ?? []).filter(({ likeness }) => likeness !== undefined)

  it('is not stored before somebody has answered, and the words beside it are', async () => {
    const { writing, saves, newest } = start()
    writing.change('text', 'Junipper spoke first, to a@b.org')
    await pass(3000)
    expect(newest()?.text).toBe('[…] spoke first, to a@b.org')
    expect(writing.autosave.snapshot().heldBack).toEqual([
      { kind: 'likeName', path: 'text', label: 'editor.text', count: 1 },
    ])
    expect(await flushAtStake()).toEqual(['words'])
    for (const { content } of saves) expect(content.text).not.toMatch(/junipper/i)
    const [finding] = like(writing)
    if (!finding) throw new Error('The likeness was not found.')
    writing.leaveIn('text', finding)
    await pass(3000)
    expect(newest()?.text).toBe('Junipper spoke first, to a@b.org')
    expect(await flushAtStake()).toEqual([])
  })

  it('is still asked about when the names are gone, and is stored by no waiting', async () => {
    const { writing, saves, newest } = start()
    writing.change('text', 'Junipper spoke, and junipper fell silent')
    await pass(60 * 60_000)
    writing.change('text', 'Junipper spoke, and then Junipper fell silent')
    await pass(3000)
    await flushAtStake()
    expect(newest()?.text).toBe('[…] spoke, and then […] fell silent')
    for (const { content } of saves) expect(content.text).not.toMatch(/junipper/i)
    expect(like(writing)).toHaveLength(2)
    expect(await writing.finish()).toBe('open')
    const [finding] = like(writing)
    if (!finding) throw new Error('The likeness was not found.')
    writing.leaveIn('text', finding)
    await pass(3000)
    expect(newest()?.text).toBe('Junipper spoke, and then Junipper fell silent')
  })

  it('keeps its answer, and asks nothing anew when the names are gone', async () => {
    const { writing, newest } = start()
    writing.change('text', 'Junipper is a gin')
    await pass(3000)
    const [finding] = like(writing)
    if (!finding) throw new Error('The likeness was not found.')
    writing.leaveIn('text', finding)
    await pass(60 * 60_000)
    expect(like(writing)).toEqual([])
    expect(newest()?.text).toBe('Junipper is a gin')
  })
})

describe('a text that is far too long', () => {
  it('keeps every word, stores none of them, and lets no name through its end', async () => {
    keepRoomNames(['Juniper Ashe'])
    const { writing, newest } = start()
    const pasted = `${'A calm start. '.repeat(2000)}Juniper spoke.`
    writing.change('text', pasted)
    await pass(3000)
    expect(debriefRecord.textAt(writing.autosave.snapshot().value.content, 'text')).toBe(pasted)
    expect(newest()).toBeUndefined()
    expect(writing.autosave.snapshot().heldBack[0]).toMatchObject({ kind: 'tooLong' })
    await pass(31 * 60_000)
    expect(writing.autosave.snapshot().value.content.text.slice(-12)).toBe('[…] spoke.'.padStart(12, '. '))
    writing.change('text', writing.autosave.snapshot().value.content.text.slice(-10))
    await pass(3000)
    expect(newest()?.text).toBe('[…] spoke.')
  })
})

describe('a finished debrief', () => {
  const content = { text: 'Write to a@b.org', answers: {}, tags: [] }
  const finished = { written: { content, isDraft: false }, stored: storedOf(content, false) }

  it('is not asked again about what it holds', () => {
    expect(start(finished).writing.check().open.size).toBe(0)
  })
  it('is a draft while it differs, and finished again when it does not', async () => {
    const { writing, saves } = start(finished)
    writing.change('text', 'Write to a@b.org.')
    await pass(3000)
    expect(saves).toMatchObject([{ isDraft: true, isNew: false }])
    writing.change('text', 'Write to somebody')
    writing.change('text', 'Write to a@b.org.')
    await pass(3000)
    expect(saves).toHaveLength(1)
  })
})

describe('a field that is planted in the declaration', () => {
  it('is linted, held back and stored like any other, with no other change', async () => {
    keepRoomNames(['Juniper Ashe'])
    const planted = declareRecord({
      name: 'debrief',
      reason: 'A debrief with one more field, for this test.',
      fields: {
        text: text({ label: 'editor.text', maxLength: 4000 }),
        answers: answers({ label: 'prompts.title', maxLength: 4000, maxCount: 40 }),
        tomorrow: text({ label: 'editor.tomorrow', maxLength: 4000 }),
      },
    })
    const { writing, saves } = startOf(planted)
    writing.change('tomorrow', 'Ask Juniper')
    await pass(3000)
    expect(saves).toEqual([])
    expect(
      writing
        .check()
        .open.get('tomorrow')
        ?.map(({ kind }) => kind),
    ).toEqual(['roomName'])
    writing.change('tomorrow', 'Ask for help')
    await pass(3000)
    expect(saves.at(-1)?.content).toEqual({ text: '', answers: {}, tomorrow: 'Ask for help' })
    writing.end()
    writing.autosave.end()
  })
})

/** @file Checks that debriefs are kept, found, ended and forgotten, over real SQLite with its index. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { rounds } from '../../../tests/fixtures/rounds'
import { Debrief, DebriefListed } from '../../contract/debrief'
import { DebriefId } from '../../contract/primitives'
import { cutExcerpt, matchQuery } from './search'
import { createDebrief, type DebriefInput, type DebriefService, debriefsKept, piecesOf } from './service'

const DAY_MS = 86_400_000
let evening: Evening
let debrief: DebriefService
beforeEach(() => {
  evening = openEvening()
  debrief = createDebrief(evening)
})

const write = (text: string, more: Partial<DebriefInput> = {}) =>
  debrief.save({ debriefId: null, charterId: 'test-circle', text, answers: {}, isDraft: false, ...more })
const found = (query: string) => debrief.list(query, 50).entries.map((entry) => entry.excerpt)
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('keeping', () => {
  it('keeps text and answers until the end date of its charter', () => {
    const saved = write('I spoke too much.', { answers: { 'own-share': 'A third of the time' } })
    expect(Debrief.parse(saved)).toEqual(saved)
    expect(saved).toMatchObject({
      text: 'I spoke too much.',
      answers: { 'own-share': 'A third of the time' },
      createdAt: '2026-11-21T20:00:00.000Z',
      keptUntil: '2026-12-21T20:00:00.000Z',
    })
    expect(debrief.get(saved.id)).toEqual(saved)
  })

  it('replaces a draft by its final version; creation, charter and end date stay', () => {
    const draft = write('First', { isDraft: true })
    evening.clock.advance(DAY_MS)
    const final = write('Second', { debriefId: draft.id, charterId: 'counting-circle' })
    expect(final).toEqual({ ...draft, text: 'Second', isDraft: false, changedAt: '2026-11-22T20:00:00.000Z' })
    expect(debrief.list('', 10).totalCount).toBe(1)
  })

  it('refuses an entry that is gone and a charter that is not installed', () => {
    const { id } = write('Here')
    debrief.discard(id)
    expect(() => debrief.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => debrief.discard(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => write('There', { debriefId: id })).toThrow(refuses('NOT_FOUND'))
    expect(() => write('There', { charterId: 'nobody' })).toThrow(refuses('NOT_FOUND'))
    expect(debrief.list('', 10)).toEqual({ entries: [], totalCount: 0 })
  })

  it('is removed at its end date by unlocking, not a moment before', () => {
    const { id, keptUntil } = write('Short-lived words')
    const enforceAt = (atMs: number) =>
      evening.vault.write((vault) => debriefsKept().enforceEnd(vault, new Date(atMs)))
    enforceAt(Date.parse(keptUntil) - 1)
    expect(debrief.get(id).text).toBe('Short-lived words')
    enforceAt(Date.parse(keptUntil))
    expect(() => debrief.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(found('short')).toEqual([])
  })
})

describe('searching', () => {
  it('finds words of text and answers by their beginning, in any case, newest first', () => {
    write('Held a quiet room.')
    write('', { answers: { feeling: 'Quietly proud\nand tired' } })
    write('Something else.')
    expect(found('QUIET')).toEqual(['Quietly proud and tired', 'Held a quiet room.'])
    expect(found('quiet room')).toEqual(['Held a quiet room.'])
    expect(found('iet')).toEqual([])
    expect(found('feeling')).toEqual([])
    expect(debrief.list('quiet', 1)).toMatchObject({ totalCount: 2, entries: [{ isDraft: false }] })
  })

  it('lists all for a blank query, nothing for one without words', () => {
    write('One')
    write('Two')
    expect(found('  ')).toEqual(['Two', 'One'])
    expect(found('!?')).toEqual([])
  })

  it('follows a change and a discard', () => {
    const { id } = write('Before')
    write('After', { debriefId: id })
    expect([found('before'), found('after')]).toEqual([[], ['After']])
    debrief.discard(id)
    expect(found('after')).toEqual([])
    evening.vault.raw.exec("INSERT INTO debrief_words (debrief_words, rank) VALUES ('integrity-check', 1)")
  })

  it('takes any query at all, operators of the index included', () => {
    write('alpha NEAR omega')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(
            '"',
            '*',
            'a" OR "b',
            'NEAR(alpha omega)',
            'text:alpha',
            '-alpha',
            '^a',
            '\u0000',
            '(',
            'AND',
          ),
        ),
        (query) => {
          const result = debrief.list(query, 5)
          for (const entry of result.entries) DebriefListed.parse(entry)
        },
      ),
      { numRuns: rounds(150, 2000) },
    )
    expect(found('alpha OR missing')).toEqual([])
    expect(found('text:alpha')).toEqual([])
  })

  it('finds every entry by the beginning of any word of its own', () => {
    const word = fc.stringMatching(/^[a-zäöüßéñ]{3,12}$/u)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, pick) => {
        const { id } = write(words.join(' '))
        const wanted = words[pick % words.length] ?? ''
        expect(debrief.list(wanted.slice(0, 2), 200).entries.map((entry) => entry.id)).toContain(id)
        debrief.discard(id)
      }),
      { numRuns: 100 },
    )
  })

  it('quotes each word and adds nothing', () => {
    expect(matchQuery('held "space" NOT-me*')).toBe('"held"* "space"* "NOT"* "me"*')
    expect(matchQuery('…')).toBeNull()
  })

  it('cuts an excerpt to its length, never through a sign', () => {
    expect(cutExcerpt('a\n\n b')).toBe('a b')
    expect(cutExcerpt('x'.repeat(300))).toHaveLength(300)
    const cut = cutExcerpt(`${'x'.repeat(298)}😀😀`)
    expect(cut).toBe(`${'x'.repeat(298)}…`)
  })
})

describe('forgetting', () => {
  const forget = (id: string) => evening.vault.write((vault) => debriefsKept().forget(vault, id))
  const bytes = () => evening.vault.raw.serialize()

  it('leaves no word of an entry in table, index or free pages; and the search would see one', () => {
    const text = `The canary sang xylophonically. ${'And so on and on. '.repeat(200)}`
    for (let other = 0; other < 30; other += 1) write(`Another evening, number ${other}.`)
    const { id } = write(text, { answers: { a: 'marmaladeish' } })
    for (const word of ['xylophonically', 'marmaladeish']) expect(bytes().includes(word)).toBe(true)
    const proof = forget(id)
    expect(proof).toEqual(expect.arrayContaining([id, text.slice(0, 40)]))
    for (const left of ['xylophonically', 'marmaladeish', ...(proof ?? [])]) {
      expect(bytes().includes(left), left).toBe(false)
    }
    expect(found('another')).toHaveLength(30)
    expect(forget(id)).toBeNull()
    expect(forget(DebriefId.parse(crypto.randomUUID()))).toBeNull()
  })

  it('lists entries by day, without a word of them', () => {
    write('Secret words')
    const listed = debriefsKept().list(evening.vault.read(), evening.clock.now())
    expect(listed).toMatchObject([{ label: '2026-11-21', keptUntil: '2026-12-21T20:00:00.000Z' }])
    expect(JSON.stringify(listed)).not.toContain('Secret')
  })

  it('looks for short pieces of long texts, and for none of short ones', () => {
    expect(piecesOf('a few words')).toEqual([])
    expect(piecesOf('x'.repeat(500)).map((piece) => piece.length)).toEqual([40, 40, 40])
  })
})
